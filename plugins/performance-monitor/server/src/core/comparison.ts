import type { Change, Latency, RouteChange } from '../../../shared/contracts/health';
import { Histogram } from './histogram';
import { isError, latencyOf, type Sample } from './insights';
import { labelOf } from './metrics';
import { finestKept, startOf, type Window } from './windows';

/** With fewer requests on one side a difference says nothing. */
const MIN_REQUESTS = 20;
/** A p95 that moved by less, in share or in ms, is no change: quantiles are 1.09 % exact. */
const MIN_SHARE = 0.2;
const MIN_MS = 5;
const KEY = '\u0001';

export type Sides = { before: Window; after: Window };

/**
 * Equally long stretches before and after a minute, which itself belongs to neither. As long as
 * wanted, or as long ago as it is. Null when nothing can have been measured since.
 */
export function sidesOf(input: { minute: number; minutes: number; now: number }): Sides | null {
  const { minute, minutes, now } = input;
  const resolution = finestKept(now - minute + minutes);
  const end = startOf(minute, resolution);
  const start = startOf(minute, resolution) + resolution;
  const wanted = Math.ceil(minutes / resolution) * resolution;
  // The minute that is running counts.
  const since = startOf(now + 1 - start, resolution);
  const length = Math.min(wanted, since);
  if (length <= 0) return null;
  const rest = { step: length, resolution };
  return {
    before: { from: end - length, to: end, ...rest },
    after: { from: start, to: start + length, ...rest },
  };
}

type Side = { histogram: Histogram; errors: number };
type Pair = { before: Side; after: Side };

/** What became of every route, the one that costs most more (or less) time first. */
export function routeChanges(before: readonly Sample[], after: readonly Sample[]): RouteChange[] {
  const pairs = new Map<string, Pair>();
  const add = (samples: readonly Sample[], side: keyof Pair) => {
    for (const { series } of samples) {
      if (series.metric !== 'http') continue;
      const key = `${labelOf('http', series, 'method')}${KEY}${labelOf('http', series, 'route')}`;
      const pair = pairs.get(key) ?? { before: newSide(), after: newSide() };
      pairs.set(key, pair);
      pair[side].histogram.merge(series.histogram);
      if (isError(series)) pair[side].errors += series.histogram.count;
    }
  };
  add(before, 'before');
  add(after, 'after');
  return [...pairs]
    .map(([key, pair]) => toChange(key, pair))
    .sort((a, b) => Math.abs(b.extraMs) - Math.abs(a.extraMs));
}

const newSide = (): Side => ({ histogram: new Histogram(), errors: 0 });

function toChange(key: string, { before, after }: Pair): RouteChange {
  const [method = '', route = ''] = key.split(KEY);
  const known = before.histogram.mean;
  const mean = after.histogram.mean;
  const one = latencyOf(before.histogram, before.errors);
  const other = latencyOf(after.histogram, after.errors);
  return {
    route,
    method,
    before: one,
    after: other,
    change: changeOf(one, other),
    extraMs: known === null || mean === null ? 0 : (mean - known) * after.histogram.count,
  };
}

/** Whether it became slower, and not only looks so. */
export function changeOf(before: Latency, after: Latency): Change {
  if (before.count === 0) return after.count === 0 ? 'same' : 'new';
  if (after.count === 0) return 'gone';
  if (before.count < MIN_REQUESTS || after.count < MIN_REQUESTS) return 'unclear';
  const known = before.p95 ?? 0;
  const difference = (after.p95 ?? 0) - known;
  if (Math.abs(difference) < MIN_MS || Math.abs(difference) < MIN_SHARE * known) return 'same';
  return difference > 0 ? 'slower' : 'faster';
}

export function totalOf(samples: readonly Sample[]): Latency {
  const all = new Histogram();
  let errors = 0;
  for (const { series } of samples) {
    if (series.metric !== 'http') continue;
    all.merge(series.histogram);
    if (isError(series)) errors += series.histogram.count;
  }
  return latencyOf(all, errors);
}
