import type { TraceSpan } from '../../../../shared/contracts/health';
import { foldSpans } from './fold-spans';

const span = (
  fingerprint: string | null,
  startMs: number,
  kind: TraceSpan['kind'] = 'db',
): TraceSpan => ({
  kind,
  fingerprint,
  startMs,
  name: '',
  durationMs: 2,
  hasFailed: false,
  sql: null,
});

it('puts a loop of statements, and waits for a connection, into one line, and nothing else', () => {
  const folded = foldSpans([
    span('a', 0),
    span('b', 3),
    span('b', 9),
    span('b', 6),
    span('c', 12),
    span('b', 15),
    span(null, 18, 'pool'),
    span(null, 21, 'pool'),
    span(null, 24, 'http'),
    span(null, 27, 'http'),
  ]);
  expect(folded.map((line) => [line.span.fingerprint, line.times, line.endMs])).toEqual([
    ['a', 1, 2],
    ['b', 3, 11],
    ['c', 1, 14],
    ['b', 1, 17],
    [null, 2, 23],
    [null, 1, 26],
    [null, 1, 29],
  ]);
});
