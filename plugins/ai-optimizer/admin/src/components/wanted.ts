export type Wanted = { id: 'at-least' | 'at-most' | 'between' | 'none'; limit: string };

/** What a check wants, for a sentence; null where a thing is there or not, which its line says. */
export function wantedOf(threshold: string): Wanted | null {
  if (threshold === '1') return null;
  if (threshold === '0') return { id: 'none', limit: '0' };
  if (threshold.startsWith('>=')) return { id: 'at-least', limit: threshold.slice(2).trim() };
  if (threshold.startsWith('<=')) return { id: 'at-most', limit: threshold.slice(2).trim() };
  return { id: 'between', limit: threshold.replace('-', '–') };
}
