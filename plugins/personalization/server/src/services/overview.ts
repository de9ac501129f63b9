import type { Core } from '@strapi/strapi';
import { rowsOf } from 'suite-kit/server';
import type { Overview, Share } from '../../../shared/contracts/overview';
import { UID } from '../../../shared/plugin';
import { isBelow } from '../core/rule-engine';
import { percentileOf } from './counters';
import { service } from './service';
import type { CounterRow, ProfileRow, RuleRow } from './types';

const PROFILES = 20_000;

/** The figures of the first page. */
const overview = ({ strapi }: { strapi: Core.Strapi }) => {
  const sum = (rows: readonly CounterRow[], name: string, day?: string) =>
    rows
      .filter((row) => row.name === name && (day === undefined || row.day === day))
      .reduce((total, { value }) => total + value, 0);

  /** Visitors with and without rules, and how many of each reached the goal. */
  async function uplift(): Promise<Overview['uplift']> {
    const state = await service(strapi, 'state').now();
    if (!state || state.settings.holdout === 0 || state.settings.goalEvent === '') return null;
    const rows = await rowsOf<ProfileRow>(strapi, UID.profile).findMany({
      select: ['userId', 'behaviorPatterns'],
      orderBy: { lastSeen: 'desc' },
      limit: PROFILES,
    });
    const share = (isHoldout: boolean): Share => {
      const own = rows.filter(
        (row) => isBelow('holdout', row.userId, state.settings.holdout) === isHoldout,
      );
      return {
        visitors: own.length,
        converted: own.filter(({ behaviorPatterns }) => (behaviorPatterns?.goals ?? 0) > 0).length,
      };
    };
    const [personalized, holdout] = [share(false), share(true)];
    if (personalized.visitors === 0 || holdout.visitors === 0) return null;
    const rate = ({ visitors, converted }: Share) => converted / visitors;
    const variance = (one: Share) => (rate(one) * (1 - rate(one))) / one.visitors;
    const difference = rate(personalized) - rate(holdout);
    const margin = 1.96 * Math.sqrt(variance(personalized) + variance(holdout));
    return {
      personalized,
      holdout,
      difference,
      low: difference - margin,
      high: difference + margin,
    };
  }

  async function missing(): Promise<Overview['missing']> {
    const { rules } = await service(strapi, 'rules').list({
      state: 'active',
      page: 1,
      pageSize: 100,
    });
    return rules.flatMap(({ id, name, missing: gone }) =>
      gone.map((what) => ({ rule: name, id, what })),
    );
  }

  return {
    missing,

    async read(): Promise<Overview> {
      const rows = await service(strapi, 'counters').read([
        'answers',
        'personalized',
        'fallback',
        'decision-ms',
      ]);
      const state = await service(strapi, 'state').now();
      const rules = state?.engine.rules ?? [];
      const spec = state?.keySpec(rules);
      const latency = rows.filter(({ name }) => name === 'decision-ms');
      const reasons = [
        ...new Set(rows.filter(({ name }) => name === 'fallback').map(({ label }) => label)),
      ];
      const profiles = rowsOf<ProfileRow>(strapi, UID.profile);
      const days = [
        ...new Set(rows.filter(({ name }) => name === 'answers').map(({ day }) => day)),
      ];
      return {
        days: days.map((day) => ({
          day,
          answers: sum(rows, 'answers', day),
          personalized: sum(rows, 'personalized', day),
        })),
        answers: sum(rows, 'answers'),
        personalized: sum(rows, 'personalized'),
        latencyMs: { p50: percentileOf(latency, 0.5), p99: percentileOf(latency, 0.99) },
        fallbacks: reasons.map((reason) => ({
          reason,
          count: rows
            .filter(({ name, label }) => name === 'fallback' && label === reason)
            .reduce((total, { value }) => total + value, 0),
        })),
        activeRules: await rowsOf<RuleRow>(strapi, UID.rule).count({ state: 'active' }),
        cacheKeys: spec?.isCacheable ? spec.count : null,
        visitors: await profiles.count(),
        uplift: await uplift(),
        missing: await missing(),
        hasSamples: (await profiles.count({ isSample: true })) > 0,
      };
    },
  };
};

export default overview;
