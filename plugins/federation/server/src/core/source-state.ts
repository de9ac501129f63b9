import type { SourceHealth } from '../../../shared/contracts/sources';

/** After so many failed runs in a row a schedule pauses, longer each time. */
const PAUSE_AFTER = 3;
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;

type State = { lastState: string | null; failures: number | null; isEnabled: boolean };

export function healthOf({ lastState, failures, isEnabled }: State): SourceHealth {
  if (!isEnabled) return 'paused';
  if (!lastState) return 'new';
  return (failures ?? 0) > 0 || lastState === 'failed' ? 'failing' : 'ok';
}

/** A source that keeps failing is asked less and less often, at least once a day. */
export function later(
  next: Date | null,
  { failures, now }: { failures: number; now: number },
): Date | null {
  if (!next || failures < PAUSE_AFTER) return next;
  const pause = Math.min(LONGEST_PAUSE_MS, 60_000 * 2 ** failures);
  return new Date(Math.max(next.getTime(), now + pause));
}

/** What a source has before it was ever stored. */
export const EMPTY_SOURCE = {
  id: 0,
  documentId: 'preview',
  name: '',
  schedule: '',
  timeZone: 'UTC',
  isEnabled: true,
  nextRunAt: null,
  lastRunId: null,
  lastRunAt: null,
  lastState: null,
  lastError: null,
  lastCounts: null,
  failures: 0,
  isSample: false,
} as const;
