import type { Core } from '@strapi/strapi';
import { naturalKey, rowsOf, runUnscoped } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import type { Tally } from '../core/experiments/results';
import type { ExperimentRow } from './experiment-rows';

type Counted = {
  variant: number;
  day: string;
  units: number | string;
  conversions: number | string | null;
  sum: number | string | null;
  squares: number | string | null;
};

/**
 * Daily figures. They are worked out anew from the events each time, never added up: however
 * often this runs, and wherever it is broken off, the figures are the same.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = () => rowsOf<Tally>(strapi, UID.tally);
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const from = (table: string) => strapi.db.getConnection(table);
  const raw = (sql: string) => strapi.db.connection.raw(sql);

  async function upsert(uid: string, key: string, data: Record<string, unknown>) {
    const query = strapi.db.query(uid);
    const known = (await query.findOne({ where: { key }, select: ['id'] })) as {
      id: number;
    } | null;
    if (known) await query.update({ where: { id: known.id }, data });
    else await query.create({ data: { ...data, key } });
  }

  /**
   * Visitors by the day they first saw the test, those who then reached the goal, and what it was
   * worth. Visitors who were seen in two variants are left out: they prove nothing for either.
   */
  async function count(experiment: string, goal: string): Promise<Counted[]> {
    const table = tableOf(UID.event);
    const seen = from(table)
      .select('unit')
      .min({ variant: 'variant', day: 'day', since: 'at' })
      .where({ experiment, type: 'exposure' })
      .groupBy('unit')
      .havingRaw('min(variant) = max(variant)')
      .as('seen');
    const reached = from(`${table} as goal`)
      .join(
        from(table)
          .select('unit')
          .min({ since: 'at' })
          .where({ experiment, type: 'exposure' })
          .groupBy('unit')
          .as('first'),
        'first.unit',
        'goal.unit',
      )
      .select('goal.unit')
      .sum({ total: raw('coalesce(goal.value, 1)') as never })
      .where({ 'goal.type': 'goal', 'goal.goal': goal })
      .whereRaw('goal.at >= first.since')
      .groupBy('goal.unit')
      .as('reached');
    const counted: unknown = await strapi.db.connection
      .from(seen)
      .leftJoin(reached, 'reached.unit', 'seen.unit')
      .select('seen.variant', 'seen.day')
      .count({ units: 'seen.unit', conversions: 'reached.unit' })
      .sum({ sum: 'reached.total' })
      .select(raw('sum(reached.total * reached.total) as squares'))
      .groupBy('seen.variant', 'seen.day');
    return counted as Counted[];
  }

  async function refresh(experiment: string) {
    const row = (await strapi.db.query(UID.experiment).findOne({
      where: { documentId: experiment },
    })) as ExperimentRow | null;
    if (!row) return;
    for (const one of await count(experiment, row.goal.event)) {
      await upsert(UID.tally, naturalKey(['tally', experiment, one.variant, one.day]), {
        site: row.site,
        experiment,
        variant: one.variant,
        day: one.day,
        units: Number(one.units),
        conversions: Number(one.conversions ?? 0),
        sum: Number(one.sum ?? 0),
        sumSquares: Number(one.squares ?? 0),
      });
    }
  }

  return {
    refresh: (experiment: string) => runUnscoped(strapi, () => refresh(experiment)),

    of: (experiment: string): Promise<Tally[]> =>
      rows().findMany({ where: { experiment }, orderBy: [{ day: 'asc' }, { variant: 'asc' }] }),

    removeOf: async (experiment: string) => {
      await rows().deleteMany({ experiment });
      await rowsOf(strapi, UID.event).deleteMany({ experiment });
    },

    /** Figures of entries for the given days, from their events. */
    refreshPerformance: (days: readonly string[]) =>
      runUnscoped(strapi, async () => {
        const counted: unknown = await from(tableOf(UID.event))
          .whereIn('day', [...days])
          .whereNotNull('entry_document_id')
          .whereIn('type', ['page', 'view', 'click', 'goal'])
          .select('site', 'day', 'entry_uid', 'entry_document_id', 'entry_locale', 'type')
          .count({ count: '*' })
          .sum({ sum: 'value' })
          .groupBy('site', 'day', 'entry_uid', 'entry_document_id', 'entry_locale', 'type');
        const groups = new Map<string, Record<string, unknown>>();
        for (const one of counted as CountedEvents[]) {
          const key = naturalKey([
            'performance',
            one.site,
            one.day,
            one.entry_uid,
            one.entry_document_id,
            one.entry_locale,
          ]);
          const data = groups.get(key) ?? {
            site: one.site,
            day: one.day,
            entryUid: one.entry_uid,
            entryDocumentId: one.entry_document_id,
            entryLocale: one.entry_locale ?? '',
            impressions: 0,
            views: 0,
            viewMs: 0,
            clicks: 0,
            goals: 0,
            revenue: 0,
          };
          const amount = Number(one.count);
          if (one.type === 'page') data.impressions = amount;
          if (one.type === 'view')
            Object.assign(data, { views: amount, viewMs: Number(one.sum ?? 0) });
          if (one.type === 'click') data.clicks = amount;
          if (one.type === 'goal')
            Object.assign(data, { goals: amount, revenue: Number(one.sum ?? 0) });
          groups.set(key, data);
        }
        for (const [key, data] of groups) await upsert(UID.performance, key, data);
      }),
  };
};

type CountedEvents = {
  site: number;
  day: string;
  entry_uid: string;
  entry_document_id: string;
  entry_locale: string | null;
  type: string;
  count: number | string;
  sum: number | string | null;
};
