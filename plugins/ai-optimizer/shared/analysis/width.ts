/** Advance widths of Arial in units of an em of 1000, by groups of characters. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'ijl", 222],
  [' !,./:;I[\\]ft|', 278],
  ['"', 355],
  ['()-r`', 333],
  ['Jckvxyzs', 500],
  ['*', 389],
  ['^', 469],
  ['{}', 334],
  ['FTZ', 611],
  ['ABEKPSVXY&', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm', 833],
  ['W', 944],
  ['%', 889],
  ['@', 1015],
  ['+<=>~', 584],
];
const OTHER = 556;
const ADVANCE = new Map(
  WIDTHS.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width])),
);

/** Width of a result's title on a desktop: Arial, 20 pixels. */
const TITLE_PIXELS = 20;

export const titleWidth = (title: string): number =>
  Math.round(
    ([...title].reduce((sum, sign) => sum + (ADVANCE.get(sign) ?? OTHER), 0) * TITLE_PIXELS) / 1000,
  );
