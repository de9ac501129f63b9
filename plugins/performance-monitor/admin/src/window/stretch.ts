/** The windows that are offered, in milliseconds. */
export const RANGES = {
  '1h': 3_600_000,
  '6h': 6 * 3_600_000,
  '24h': 24 * 3_600_000,
  '7d': 7 * 24 * 3_600_000,
  '14d': 14 * 24 * 3_600_000,
  '30d': 30 * 24 * 3_600_000,
} as const;
export type Range = keyof typeof RANGES;

export const DEFAULT_RANGE: Range = '24h';

/** What the address says about the window. All values are text, as addresses are. */
export type Search = {
  range?: string;
  from?: string;
  to?: string;
  site?: string;
  contentType?: string;
};

/** The window as requests take it: a range that ends now, or a fixed stretch. */
export type WindowArgs = {
  range: Range | null;
  from: number | null;
  to: number | null;
  site: number | null;
  contentType: string | null;
  /** Grows when everything is to be asked anew. */
  round: number;
};

const isRange = (value: string | undefined): value is Range =>
  value !== undefined && value in RANGES;

/** Nonsense in the address means the usual window. */
export function readSearch(search: Search): Omit<WindowArgs, 'round'> {
  const from = Number(search.from);
  const to = Number(search.to);
  const isFixed = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from > 0 && from < to;
  const site = Number(search.site);
  return {
    range: isFixed ? null : isRange(search.range) ? search.range : DEFAULT_RANGE,
    from: isFixed ? from : null,
    to: isFixed ? to : null,
    site: search.site !== undefined && Number.isSafeInteger(site) && site >= 0 ? site : null,
    contentType: search.contentType ?? null,
  };
}

/** Query of a request. Strapi's client does not encode. */
export function toParams(args: WindowArgs, now: number): Record<string, string | number> {
  const to = args.to ?? now;
  const from = args.from ?? now - RANGES[args.range ?? DEFAULT_RANGE];
  return {
    from: Math.round(from),
    to: Math.round(to),
    ...(args.site === null ? {} : { site: args.site }),
    ...(args.contentType === null ? {} : { contentType: encodeURIComponent(args.contentType) }),
  };
}
