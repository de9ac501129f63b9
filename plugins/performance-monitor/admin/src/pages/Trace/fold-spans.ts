import type { TraceSpan } from '../../../../shared/contracts/health';

export type Folded = { span: TraceSpan; times: number; endMs: number };

const endOf = ({ startMs, durationMs }: TraceSpan) => startMs + durationMs;

/** Puts equal statements that follow one another into one line: forty lines of a loop say nothing. */
export function foldSpans(spans: readonly TraceSpan[]): Folded[] {
  const sorted = [...spans].sort((a, b) => a.startMs - b.startMs);
  const folded: Folded[] = [];
  for (const span of sorted) {
    const last = folded.at(-1);
    const isSame =
      last !== undefined &&
      span.kind === 'db' &&
      last.span.fingerprint !== null &&
      last.span.fingerprint === span.fingerprint &&
      last.span.hasFailed === span.hasFailed;
    if (isSame) {
      last.times += 1;
      last.endMs = Math.max(last.endMs, endOf(span));
    } else folded.push({ span, times: 1, endMs: endOf(span) });
  }
  return folded;
}
