import type { Core } from '@strapi/strapi';
import { listSites, NO_SITE } from 'suite-kit/server';
import type { Condition, RuleTest } from '../../../shared/contracts/alerts';
import {
  conditionHolds,
  nextAlertState,
  type AlertState,
  type Comparison,
} from '../core/alert-state';
import { anomalyScore } from '../core/anomaly';
import { burnPressure, BURN_WINDOWS } from '../core/burn-rate';
import { mergeAll } from '../core/histogram';
import { isError, type Sample } from '../core/insights';
import {
  filterOf,
  groupsOf,
  measure,
  SIGNAL_TABLE,
  type Measured,
  type Unit,
} from '../core/signals';
import { startOf, type Resolution } from '../core/windows';
import type { Metric } from '../core/metrics';
import type { RuleRow } from './rules';
import { filterFor } from './scope';
import { service } from './service';

type Threshold = Extract<Condition, { kind: 'threshold' }>;
type Burn = Extract<Condition, { kind: 'burn-rate' }>;
type Anomaly = Extract<Condition, { kind: 'anomaly' }>;

const DAY = 1440;
const WEEK = 7 * DAY;
const MINUTE_MS = 60_000;

/** What a condition asks of a value. */
export function limitOf(condition: Condition): {
  comparison: Comparison;
  threshold: number;
  resolveThreshold: number | null;
  unit: Unit;
} {
  if (condition.kind === 'threshold') {
    const { comparison, threshold, resolveThreshold, signal } = condition;
    return { comparison, threshold, resolveThreshold, unit: SIGNAL_TABLE[signal].unit };
  }
  if (condition.kind === 'absence') {
    return { comparison: 'below', threshold: 1, resolveThreshold: null, unit: '1/min' };
  }
  const threshold = condition.kind === 'anomaly' ? condition.limit : 1;
  return { comparison: 'above', threshold, resolveThreshold: null, unit: '×' };
}

/** What a rule says about the stored figures. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function read(
    rule: RuleRow,
    input: {
      from: number;
      to: number;
      step: number;
      resolution: Resolution;
      metrics: readonly Metric[];
    },
  ): Promise<Sample[]> {
    const { metrics, ...window } = input;
    const samples = await service(strapi, 'store').read(window, metrics);
    const { contentType, ...filters } = filterOf(rule.filters ?? {});
    const sites = await sitesOf(rule);
    const needsTables = contentType !== undefined && metrics.includes('db');
    const ids = needsTables
      ? samples.flatMap(({ series: { metric, labels } }) =>
          metric === 'db' ? (labels[0] ?? []) : [],
        )
      : [];
    const statements = await service(strapi, 'statements').find(ids);
    const takes = filterFor(
      strapi,
      { sites, contentType },
      {
        ...filters,
        tablesOf: (fingerprint) => statements.get(fingerprint)?.tables ?? [],
      },
    );
    return samples.filter(({ series }) => takes(series));
  }

  async function sitesOf({ isNetwork, site }: RuleRow): Promise<number[] | undefined> {
    if (isNetwork === true) return undefined;
    const sites = await listSites(strapi);
    if (sites.length < 2) return undefined;
    const own =
      sites.find(({ number }) => number === site) ?? sites.find(({ isDefault }) => isDefault);
    if (!own) return undefined;
    return own.isDefault ? [own.number, NO_SITE] : [own.number];
  }

  async function threshold(
    rule: RuleRow,
    condition: Threshold,
    minute: number,
  ): Promise<Measured[]> {
    const { signal, quantile, windowMinutes: minutes, minCount } = condition;
    const resolution: Resolution = minutes > 120 ? 10 : 1;
    const to = startOf(minute, resolution) + resolution;
    const samples = await read(rule, {
      from: to - minutes - (resolution - 1),
      to,
      step: resolution,
      resolution,
      metrics: SIGNAL_TABLE[signal].metrics,
    });
    return measure(samples, { signal, quantile, minutes, minCount, groupBy: rule.groupBy });
  }

  async function burn(rule: RuleRow, condition: Burn, minute: number): Promise<Measured[]> {
    const { objective, minCount, good, fastMs } = condition;
    const longest = Math.max(...BURN_WINDOWS.map(({ longMinutes }) => longMinutes));
    const to = minute + 1;
    const recent = 360;
    const [fine, coarse] = await Promise.all([
      read(rule, { from: to - recent, to, step: 1, resolution: 1, metrics: ['http'] }),
      read(rule, {
        from: startOf(to - longest, 60),
        to: startOf(to - recent, 60),
        step: 60,
        resolution: 60,
        metrics: ['http'],
      }),
    ]);
    const options = { signal: 'api-errors', groupBy: rule.groupBy } as const;
    const all = [...fine, ...coarse];
    return groupsOf(all, options).map(({ labels, histogram }) => {
      const isOurs = (sample: Sample) =>
        Object.keys(labels).length === 0 ||
        groupsOf([sample], options).some((group) => sameLabels(group.labels, labels));
      const ofGroup = fine.filter(isOurs);
      const older = coarse.filter(isOurs);
      const shares = (minutes: number) => {
        const part = ofGroup.filter(({ point }) => point >= recent - minutes);
        const list = minutes > recent ? [...part, ...older] : part;
        const total = list.reduce((sum, { series }) => sum + series.histogram.count, 0);
        const ok = list.reduce((sum, { series }) => {
          if (isError(series)) return sum;
          return (
            sum + (good === 'fast' ? series.histogram.countUpTo(fastMs) : series.histogram.count)
          );
        }, 0);
        return { total, good: ok };
      };
      return {
        labels,
        value: burnPressure(shares, { objective, minCount }),
        count: histogram.count,
      };
    });
  }

  async function anomaly(rule: RuleRow, condition: Anomaly, minute: number): Promise<Measured[]> {
    const { signal, quantile } = condition;
    const { metrics } = SIGNAL_TABLE[signal];
    const to = startOf(minute, 10);
    const options = { signal, quantile, minutes: 10, minCount: 1, groupBy: 'none' } as const;
    const valuesOf = async (from: number, until: number) => {
      const samples = await read(rule, { from, to: until, step: 10, resolution: 10, metrics });
      const count = Math.round((until - from) / 10);
      return Array.from({ length: count }, (_, at) => {
        const [measured] = measure(
          samples.filter(({ point }) => point === at),
          options,
        );
        return measured?.value ?? null;
      });
    };
    const latest = await valuesOf(to - 30, to);
    // The same time in the weeks before, half an hour around; ten-minute rows are kept two weeks.
    const usual: number[] = [];
    for (const weeks of [1, 2]) {
      const at = to - weeks * WEEK;
      const values = await valuesOf(at - 60, at + 30);
      usual.push(...values.filter((value) => value !== null));
    }
    const value = anomalyScore(latest.map((one) => ({ value: one, usual })));
    return [{ labels: {}, value: value === null ? null : Math.abs(value), count: latest.length }];
  }

  async function absence(rule: RuleRow, minutes: number, minute: number): Promise<Measured[]> {
    const to = minute + 1;
    const samples = await read(rule, {
      from: to - minutes,
      to,
      step: 1,
      resolution: 1,
      metrics: ['http'],
    });
    const { count } = mergeAll(samples.map(({ series }) => series.histogram));
    return [{ labels: {}, value: count, count }];
  }

  function valuesNow(rule: RuleRow, now: number): Promise<Measured[]> {
    const minute = Math.floor(now / MINUTE_MS);
    const { condition } = rule;
    if (condition.kind === 'threshold') return threshold(rule, condition, minute);
    if (condition.kind === 'burn-rate') return burn(rule, condition, minute);
    if (condition.kind === 'anomaly') return anomaly(rule, condition, minute);
    return absence(rule, condition.windowMinutes, minute);
  }

  /** How often a threshold would have fired in the last day; others cannot be replayed cheaply. */
  async function replay(rule: RuleRow, now: number): Promise<number> {
    const { condition, groupBy } = rule;
    if (condition.kind !== 'threshold') return 0;
    const { signal, quantile, minCount } = condition;
    const to = startOf(Math.floor(now / MINUTE_MS), 10);
    const metrics = SIGNAL_TABLE[signal].metrics;
    const samples = await read(rule, { from: to - DAY, to, step: 10, resolution: 10, metrics });
    const states = new Map<string, AlertState | null>();
    let fired = 0;
    for (let point = 0; point < DAY / 10; point += 1) {
      const measured = measure(
        samples.filter((sample) => sample.point === point),
        {
          signal,
          quantile,
          minCount,
          groupBy,
          minutes: 10,
        },
      );
      for (const { labels, value } of measured) {
        const key = JSON.stringify(labels);
        const before = states.get(key) ?? null;
        const isActive = conditionHolds({
          ...limitOf(condition),
          value,
          before,
          noData: rule.noData,
        });
        const next = nextAlertState(before, {
          isActive,
          value,
          now: point * 10 * MINUTE_MS,
          timing: {
            forMs: rule.forSeconds * 1000,
            keepFiringForMs: rule.keepFiringForSeconds * 1000,
          },
        });
        states.set(key, next.state);
        if (next.transition === 'firing') fired += 1;
      }
    }
    return fired;
  }

  return {
    valuesNow,

    /** What the rule would say, without telling anybody. */
    async test(rule: RuleRow): Promise<RuleTest> {
      const now = Date.now();
      const limit = limitOf(rule.condition);
      const values = await valuesNow(rule, now);
      return {
        now: values.map(({ labels, value, count }) => ({
          labels,
          value,
          count,
          holds: conditionHolds({ ...limit, value, before: null, noData: rule.noData }),
        })),
        wouldHaveFired: await replay(rule, now),
        unit: limit.unit,
      };
    },
  };
};

const sameLabels = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(b).every((key) => a[key] === b[key]);
