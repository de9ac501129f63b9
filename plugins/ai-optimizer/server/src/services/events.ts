import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createIntake, createRateLimiter, naturalKey, runUnscoped } from 'suite-kit/server';
import type { AnalyticsEvent } from 'suite-kit/shared';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { readHappening, type Happening } from '../core/experiments/read-events';
import { dayOf } from './scores';
import { service } from './service';

type Waiting = Happening & { site: number };
const SALT = { type: 'plugin', name: PLUGIN_ID, key: 'visitor-salt' } as const;
const DAY_MS = 86_400_000;

/**
 * Events of visitors: taken in at once, written in batches, counted by their id. A visitor is kept
 * as a hash with a secret of this installation only.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const option = (name: 'eventsPerMinute' | 'eventRetentionDays') =>
    strapi.config.get<number>(`plugin::${PLUGIN_ID}.${name}`);
  let salt = '';
  const touched = new Set<string>();
  const touchedTests = new Set<string>();

  const write = (batch: Waiting[]) =>
    runUnscoped(strapi, async () => {
      const rows = batch.map((one) => toRow(one, salt));
      const table = strapi.db.metadata.get(UID.event).tableName;
      await strapi.db.getConnection(table).insert(rows).onConflict('key').ignore();
      for (const { at, experiment } of batch) {
        touched.add(dayOf(at));
        if (experiment) touchedTests.add(experiment);
      }
    });

  const intake = createIntake<Waiting>({
    maxQueue: 20_000,
    maxBatch: 60,
    flushMs: 500,
    write,
    onDropped: (count) =>
      strapi.log.warn(`[${PLUGIN_ID}] ${count} events were dropped: too many at once.`),
  });
  let limiter: ReturnType<typeof createRateLimiter> | undefined;

  return {
    async start() {
      const stored = (await strapi.store.get(SALT)) as string | null;
      salt = stored ?? randomBytes(24).toString('hex');
      if (!stored) await strapi.store.set({ ...SALT, value: salt });
    },
    stop: () => intake.stop(),
    flush: () => intake.flush(),
    stats: () => intake.stats(),

    /** False when this address sends too much. */
    mayCome(address: string, count: number): boolean {
      limiter ??= createRateLimiter({
        limit: option('eventsPerMinute'),
        windowMs: 60_000,
        maxKeys: 50_000,
      });
      return limiter.take(address, count);
    },

    /** How many were taken; the rest was nothing to count, or the queue is full. */
    accept(events: readonly AnalyticsEvent[], site: number): number {
      const now = Date.now();
      const known = events.flatMap((event): Waiting[] => {
        const happening = readHappening(event, now);
        return happening && happening.visitor !== '' ? [{ ...happening, site }] : [];
      });
      return intake.push(known);
    },

    /** Brings the daily figures up to date; run by a clock, on one instance. */
    async rollUp() {
      await intake.flush();
      const days = [...touched];
      const tests = [...touchedTests];
      touched.clear();
      touchedTests.clear();
      if (days.length > 0) await service(strapi, 'tallies').refreshPerformance(days);
      for (const test of tests) await service(strapi, 'tallies').refresh(test);
    },

    /** Events older than they may be kept; the figures made of them stay. */
    prune: () =>
      runUnscoped(strapi, () => {
        const before = dayOf(Date.now() - option('eventRetentionDays') * DAY_MS);
        const table = strapi.db.metadata.get(UID.event).tableName;
        return strapi.db.getConnection(table).where('day', '<', before).delete();
      }),
  };
};

function toRow(one: Waiting, salt: string) {
  const key = naturalKey(['event', one.site, one.messageId]);
  const now = new Date();
  return {
    key,
    document_id: key.slice(0, 24),
    site: one.site,
    type: one.type,
    day: dayOf(one.at),
    at: new Date(one.at),
    unit: createHash('sha256').update(`${salt} ${one.visitor}`).digest('hex').slice(0, 32),
    entry_uid: one.uid ?? null,
    entry_document_id: one.documentId ?? null,
    entry_locale: one.uid ? (one.locale ?? '') : null,
    experiment: one.experiment ?? null,
    variant: one.variant ?? null,
    goal: one.goal ?? null,
    value: one.value ?? null,
    is_sample: false,
    created_at: now,
    updated_at: now,
    published_at: now,
  };
}
