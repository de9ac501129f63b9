import type { RouteRow } from '../../../shared/contracts/health';
import { Histogram } from './histogram';
import { isError, latencyOf, sharesOf, verdictOf, type Sample } from './insights';
import { labelOf, sumOf } from './metrics';

type Group = { samples: Sample[]; histogram: Histogram; errors: number };

const KEY = '\u0001';

/**
 * Routes by the time they cost altogether: an answer of 50 ms asked a thousand times comes first.
 * `most`: so many are needed; the others are only added up.
 */
export function routeRows(
  samples: readonly Sample[],
  pointCount: number,
  most = Infinity,
): RouteRow[] {
  const groups = new Map<string, Group>();
  let allMicros = 0;
  for (const sample of samples) {
    const { series } = sample;
    if (series.metric !== 'http') continue;
    const key = `${labelOf('http', series, 'method')}${KEY}${labelOf('http', series, 'route')}`;
    const group = groups.get(key) ?? newGroup();
    groups.set(key, group);
    group.samples.push(sample);
    group.histogram.merge(series.histogram);
    if (isError(series)) group.errors += series.histogram.count;
    allMicros += series.histogram.sumThousandths;
  }
  return [...groups]
    .sort(([, a], [, b]) => b.histogram.sumThousandths - a.histogram.sumThousandths)
    .slice(0, most)
    .map(([key, group]) => toRow({ key, group, allMicros, pointCount }));
}

const newGroup = (): Group => ({ samples: [], histogram: new Histogram(), errors: 0 });

/** p95 of each point; null where nothing was asked. */
function historyOf(samples: readonly Sample[], pointCount: number): (number | null)[] {
  const byPoint = new Map<number, Histogram>();
  for (const { point, series } of samples) {
    const known = byPoint.get(point);
    if (known) known.merge(series.histogram);
    else byPoint.set(point, new Histogram().merge(series.histogram));
  }
  return Array.from({ length: pointCount }, (_, at) => byPoint.get(at)?.quantile(0.95) ?? null);
}

function toRow(input: {
  key: string;
  group: Group;
  allMicros: number;
  pointCount: number;
}): RouteRow {
  const { key, group, allMicros, pointCount } = input;
  const [method = '', route = ''] = key.split(KEY);
  const { histogram, samples } = group;
  const list = samples.map(({ series }) => series);
  const shares = sharesOf(list);
  const sum = (name: Parameters<typeof sumOf<'http'>>[2]) =>
    list.reduce((total, series) => total + sumOf('http', series, name), 0);
  const first = (name: 'contentType' | 'plugin' | 'action') =>
    list.map((series) => labelOf('http', series, name)).find(Boolean) ?? null;
  return {
    ...latencyOf(histogram, group.errors),
    route,
    method,
    contentType: first('contentType'),
    plugin: first('plugin'),
    action: first('action'),
    totalMs: histogram.sum,
    share: allMicros > 0 ? histogram.sumThousandths / allMicros : 0,
    queriesPerRequest: histogram.count > 0 ? sum('dbQueries') / histogram.count : 0,
    bytes: sum('bytes'),
    shares,
    verdict: verdictOf(shares, histogram.count),
    history: thin(historyOf(samples, pointCount), 40),
  };
}

/** At most `most` points for a picture as small as a word: of neighbours the largest. */
export function thin(values: readonly (number | null)[], most: number): (number | null)[] {
  const size = Math.ceil(values.length / most);
  if (size <= 1) return [...values];
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => {
    const part = values.slice(at * size, (at + 1) * size).filter((value) => value !== null);
    return part.length > 0 ? Math.max(...part) : null;
  });
}
