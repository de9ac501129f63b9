import type { TraceSpan } from '../../../../shared/contracts/health';

export type Folded = { span: TraceSpan; times: number; endMs: number };

const endOf = ({ startMs, durationMs }: TraceSpan) => startMs + durationMs;

/** Puts into one line what follows one another and is the same: forty lines of a loop say nothing. */
export function foldSpans(spans: readonly TraceSpan[]): Folded[] {
  const sorted = [...spans].sort((a, b) => a.startMs - b.startMs);
  const folded: Folded[] = [];
  for (const span of sorted) {
    const last = folded.at(-1);
    if (last && isSame(last.span, span)) {
      last.times += 1;
      last.endMs = Math.max(last.endMs, endOf(span));
    } else folded.push({ span, times: 1, endMs: endOf(span) });
  }
  return folded;
}

function isSame(a: TraceSpan, b: TraceSpan): boolean {
  if (a.kind !== b.kind || a.hasFailed !== b.hasFailed) return false;
  // Queries that wait for a connection at once all wait for the same.
  return (
    a.kind === 'pool' ||
    (a.kind === 'db' && a.fingerprint !== null && a.fingerprint === b.fingerprint)
  );
}
