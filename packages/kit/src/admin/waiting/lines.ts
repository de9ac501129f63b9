import type { MessageDescriptor } from 'react-intl';

/**
 * One line of “Waiting for you”. A plugin gives its lines as `apis.waiting` when it registers:
 * `app.registerPlugin({ id, name, apis: { waiting: [...] } })`.
 */
export type WaitingLine = {
  id: string;
  /** An ICU text with `{count}`: “{count, plural, one {# conflict} other {# conflicts}} to settle”. */
  label: MessageDescriptor;
  /** Where it is done, below /admin. */
  to: string;
  /** Who does not hold this action does not see the line, and nothing is asked. */
  permission: { action: string; subject?: string | null };
  /** An admin endpoint that knows how many there are. */
  path: string;
  /** Reads the number from its answer. */
  count: (answer: unknown) => number;
};

type WithWaiting = { apis?: Record<string, unknown> };

/** The lines of all plugins that are there, in the order in which these registered. */
export function waitingLinesOf(plugins: Record<string, WithWaiting>): WaitingLine[] {
  return Object.values(plugins).flatMap(
    (plugin) => (plugin.apis?.waiting as WaitingLine[] | undefined) ?? [],
  );
}

/** Total of a list that answers `{ data, meta: { pagination } }`; most endpoints of ours do. */
export function totalOf(answer: unknown): number {
  const { data, meta } = answer as {
    data?: unknown;
    meta?: { pagination?: { total?: number } };
  };
  return meta?.pagination?.total ?? (Array.isArray(data) ? data.length : 0);
}
