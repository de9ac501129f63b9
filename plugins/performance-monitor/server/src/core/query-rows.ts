import type { Finding, QueryRow } from '../../../shared/contracts/health';
import { Histogram } from './histogram';
import { latencyOf, type Sample } from './insights';
import { labelOf, sumOf } from './metrics';

export type Statement = { sql: string; verb: string; tables: string[] };
export type Known = {
  statements: ReadonlyMap<string, Statement>;
  /** Table name to the content types that live in it. */
  contentTypes: ReadonlyMap<string, string>;
};

type Group = {
  histogram: Histogram;
  errors: number;
  /** Times in whole microseconds, which add up the same in any order. */
  routes: Map<string, { count: number; micros: number }>;
};

/** Statements by the time they cost altogether, with the routes that asked. */
export function queryRows(samples: readonly Sample[], known: Known): QueryRow[] {
  const groups = new Map<string, Group>();
  const repeated = new Map<string, Set<string>>();
  let allMicros = 0;
  for (const { series } of samples) {
    if (series.metric === 'repeat') {
      const id = labelOf('repeat', series, 'fingerprint');
      const routes = repeated.get(id) ?? new Set();
      repeated.set(id, routes.add(labelOf('repeat', series, 'route')));
    }
    if (series.metric !== 'db') continue;
    const id = labelOf('db', series, 'fingerprint');
    const group: Group = groups.get(id) ?? {
      histogram: new Histogram(),
      errors: 0,
      routes: new Map(),
    };
    groups.set(id, group);
    group.histogram.merge(series.histogram);
    group.errors += sumOf('db', series, 'errors');
    const route = labelOf('db', series, 'route');
    const ofRoute = group.routes.get(route) ?? { count: 0, micros: 0 };
    ofRoute.count += series.histogram.count;
    ofRoute.micros += series.histogram.sumThousandths;
    group.routes.set(route, ofRoute);
    allMicros += series.histogram.sumThousandths;
  }
  return [...groups]
    .map(([id, group]) => toRow({ id, group, known, allMicros, repeatedBy: repeated.get(id) }))
    .sort((a, b) => b.totalMs - a.totalMs);
}

function toRow(input: {
  id: string;
  group: Group;
  known: Known;
  allMicros: number;
  repeatedBy: Set<string> | undefined;
}): QueryRow {
  const { id, group, known, allMicros, repeatedBy } = input;
  const statement = known.statements.get(id);
  const tables = statement?.tables ?? [];
  return {
    ...latencyOf(group.histogram, group.errors),
    fingerprint: id,
    sql: statement?.sql ?? '',
    verb: statement?.verb ?? '',
    tables,
    contentTypes: contentTypesOf(tables, known),
    totalMs: group.histogram.sum,
    share: allMicros > 0 ? group.histogram.sumThousandths / allMicros : 0,
    routes: [...group.routes]
      .map(([route, { count, micros }]) => ({ route, count, totalMs: micros / 1000 }))
      .sort((a, b) => b.totalMs - a.totalMs),
    repeatedBy: [...(repeatedBy ?? [])],
  };
}

export const contentTypesOf = (tables: readonly string[], { contentTypes }: Known): string[] => [
  ...new Set(tables.flatMap((table) => contentTypes.get(table) ?? [])),
];

/** What costs time for no good reason, the dearest first. */
export function findingsOf(samples: readonly Sample[], known: Known): Finding[] {
  const groups = new Map<string, { finding: Finding; times: Histogram }>();
  for (const { series } of samples) {
    const isRepeat = series.metric === 'repeat';
    if (!isRepeat && series.metric !== 'deep') continue;
    const [route = '', second = ''] = series.labels;
    const fingerprint = isRepeat ? second : null;
    const key = `${series.metric}\u0001${route}\u0001${fingerprint ?? ''}`;
    const group = groups.get(key) ?? {
      times: new Histogram(),
      finding: {
        kind: isRepeat ? ('repeat' as const) : ('deep' as const),
        route,
        fingerprint,
        sql: fingerprint ? (known.statements.get(fingerprint)?.sql ?? null) : null,
        requests: 0,
        times: 0,
        totalMs: 0,
      },
    };
    groups.set(key, group);
    group.times.merge(series.histogram);
    group.finding.requests += series.histogram.count;
    group.finding.totalMs += isRepeat ? sumOf('repeat', series, 'totalMicros') / 1000 : 0;
  }
  return [...groups.values()]
    .map(({ finding, times }) => ({ ...finding, times: Math.round(times.quantile(0.5) ?? 0) }))
    .sort((a, b) => b.totalMs - a.totalMs || b.requests - a.requests);
}
