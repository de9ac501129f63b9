/** A text that shall be tested instead of taken, on its way to a new experiment. */
export type TestedText = { field: string; before: string; text: string };

const KEY = 'ai-optimizer.tested-text';

export const asState = (tested: TestedText) => ({ [KEY]: tested });

/** What came along with the address; the browser's history may hold anything. */
export function testedIn(state: unknown): TestedText | null {
  if (typeof state !== 'object' || state === null) return null;
  const found = (state as Record<string, unknown>)[KEY];
  if (typeof found !== 'object' || found === null) return null;
  const { field, before, text } = found as Record<string, unknown>;
  return typeof field === 'string' && typeof before === 'string' && typeof text === 'string'
    ? { field, before, text }
    : null;
}
