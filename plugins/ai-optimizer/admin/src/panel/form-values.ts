/** What a path points to in the values of the form. */
export const valueAt = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      values,
    );

type Paragraph = { type: string; children: { type: string; text?: string }[] };

/** A paragraph of a blocks field that is plain text and can therefore be replaced as a whole. */
export function plainParagraph(values: unknown, field: string, passage: string): number | null {
  const blocks = valueAt(values, field);
  if (!Array.isArray(blocks)) return null;
  const index = (blocks as Paragraph[]).findIndex(
    ({ type, children }) =>
      type === 'paragraph' &&
      Array.isArray(children) &&
      children.every((child) => child.type === 'text') &&
      children
        .map(({ text }) => text ?? '')
        .join('')
        .includes(passage),
  );
  return index < 0 ? null : index;
}

export const paragraphText = (values: unknown, field: string, index: number): string => {
  const block = (valueAt(values, field) as Paragraph[] | undefined)?.[index];
  return (block?.children ?? []).map(({ text }) => text ?? '').join('');
};

/** The blocks with one paragraph's text replaced: legal nodes, whatever the text is. */
export const withParagraph = (
  values: unknown,
  field: string,
  { index, text }: { index: number; text: string },
) =>
  (valueAt(values, field) as Paragraph[]).map((block, at) =>
    at === index ? { ...block, children: [{ type: 'text', text }] } : block,
  );
