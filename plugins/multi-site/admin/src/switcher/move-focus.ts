import type { KeyboardEvent } from 'react';

/** Marks what the arrow keys stop at. */
export const ROW = 'data-site-row';

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
};

/** Arrow keys, Home and End walk over the search field and the rows below it. */
export function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const search = event.currentTarget.querySelector<HTMLElement>('input');
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${ROW}]`)];
  const isInSearch = event.target === search;

  if (isInSearch && event.key === 'Enter') {
    event.preventDefault();
    rows[0]?.click();
    return;
  }
  const step = STEPS[event.key];
  // In the search field Home and End belong to the text.
  if (!step || !search || (isInSearch && !event.key.startsWith('Arrow'))) return;

  const stops = [search, ...rows];
  const row = (event.target as HTMLElement).closest(`li`)?.querySelector<HTMLElement>(`[${ROW}]`);
  const index = isInSearch ? 0 : stops.indexOf(row ?? search);
  event.preventDefault();
  stops[step(index, stops.length - 1)]?.focus();
}
