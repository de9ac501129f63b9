import { correlation, ranks } from 'suite-kit/shared';
import type { Overview } from '../../../../shared/contracts/scores';

export type Measured = {
  uid: string;
  locale: string;
  site: number;
  score: number;
  poor: readonly string[];
  /** Of the last weeks; null without figures. */
  impressions: number | null;
  actions: number;
};

type Extra = { trend: Overview['trend']; nameOf: (uid: string) => string };

/** Fewer visits say nothing about one entry. */
const MIN_IMPRESSIONS = 50;

const mean = (values: readonly number[]) =>
  values.length === 0
    ? null
    : Math.round((10 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 10;

/** What the dashboard says about a set of entries. */
export function overviewOf(entries: readonly Measured[], { trend, nameOf }: Extra): Overview {
  const distribution = Array.from({ length: 10 }, () => 0);
  for (const { score } of entries) {
    const place = Math.min(9, Math.floor(score / 10));
    distribution[place] = (distribution[place] ?? 0) + 1;
  }
  const poor = new Map<string, number>();
  for (const entry of entries) for (const id of entry.poor) poor.set(id, (poor.get(id) ?? 0) + 1);

  return {
    total: entries.length,
    average: mean(entries.map(({ score }) => score)),
    distribution,
    byType: grouped(entries, ({ uid }) => uid).map(({ key, ...rest }) => ({
      uid: key,
      name: nameOf(key),
      ...rest,
    })),
    byLocale: grouped(entries, ({ locale }) => locale).map(({ key, ...rest }) => ({
      locale: key,
      ...rest,
    })),
    bySite: grouped(entries, ({ site }) => site).map(({ key, ...rest }) => ({
      site: key,
      ...rest,
    })),
    trend,
    evidence: evidenceOf(entries),
    weakest: [...poor]
      .map(([id, count]) => ({ id, poor: count }))
      .sort((a, b) => b.poor - a.poor)
      .slice(0, 5),
  };
}

/** Rank correlation of score and share of visits in which somebody acted: no outlier rules it. */
function evidenceOf(entries: readonly Measured[]): Overview['evidence'] {
  const seen = entries.filter(({ impressions }) => (impressions ?? 0) >= MIN_IMPRESSIONS);
  const scores = ranks(seen.map(({ score }) => score));
  const rates = ranks(seen.map(({ impressions, actions }) => actions / (impressions ?? 1)));
  return correlation(scores.map((score, at) => [score, rates[at] ?? 0] as const));
}

function grouped<Key extends string | number>(
  entries: readonly Measured[],
  keyOf: (entry: Measured) => Key,
) {
  const groups = new Map<Key, number[]>();
  for (const entry of entries) {
    const scores = groups.get(keyOf(entry));
    if (scores) scores.push(entry.score);
    else groups.set(keyOf(entry), [entry.score]);
  }
  return [...groups]
    .map(([key, scores]) => ({ key, count: scores.length, average: mean(scores) ?? 0 }))
    .sort((a, b) => a.average - b.average);
}
