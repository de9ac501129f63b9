import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  createIntake,
  createRateLimiter,
  naturalKey,
  rowsOf,
  runInSite,
  type Ctx,
} from 'suite-kit/server';
import { readEvents, type AnalyticsEvent } from 'suite-kit/shared';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { PersonalizationConfig } from '../config';
import { emptyPatterns, foldEvent, mergeTraits, type BehaviorPatterns } from '../core/profile';
import { effectiveConsent, isBot } from '../core/request-facts';
import { userIdOf } from '../core/visitor-token';
import { errors } from '../errors';
import { service } from './service';
import type { SiteState } from './state';
import type { ProfileRow } from './types';

type Queued = {
  site: number;
  event: AnalyticsEvent;
  /** Sec-GPC or DNT was sent: no profile, whatever is stored. */
  isRefused: boolean;
  /** From a page: `userId` there is only a claim. */
  isBrowser: boolean;
};
type Ready = Queued & { key: string; userId: string; at: number; item: Item | null };
type Item = { uid: string; documentId: string; tags: string[] };

const MINUTE_MS = 60_000;
const BATCH = 100;
/** How far a sender's clock may be ahead. */
const AHEAD_MS = 5 * MINUTE_MS;

/**
 * Takes events in: limits, consent, deduplication by message id, then rows and profiles in
 * batches. Decoration: what cannot be taken is counted, and no page waits for it.
 */
const intake = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = strapi.config.get<PersonalizationConfig>(`plugin::${PLUGIN_ID}`);
  const perKey = createRateLimiter({
    limit: config.eventsPerMinutePerKey,
    windowMs: MINUTE_MS,
    maxKeys: 10_000,
  });
  const perAddress = createRateLimiter({
    limit: config.eventsPerMinutePerAddress,
    windowMs: MINUTE_MS,
    maxKeys: 50_000,
  });
  const counters = () => service(strapi, 'counters');
  const queue = createIntake<Queued>({
    maxQueue: config.intakeQueueSize,
    maxBatch: BATCH,
    flushMs: config.intakeFlushMs,
    write: (batch) => writeAll(batch),
    onDropped: (count, why, error) => {
      counters().count(0, 'dropped', why, count);
      if (error)
        strapi.log.error(`[${PLUGIN_ID}] ${count} events could not be stored: ${messageOf(error)}`);
    },
  });

  async function writeAll(batch: readonly Queued[]) {
    for (const site of new Set(batch.map((one) => one.site))) {
      const own = batch.filter((one) => one.site === site);
      await runInSite(strapi, site, () => writeSite(site, own));
    }
  }

  async function writeSite(site: number, batch: readonly Queued[]): Promise<number> {
    const state = await service(strapi, 'state').fresh(site);
    if (!state) return 0;
    const fresh = await withoutKnown(site, batch);
    const ready: Ready[] = [];
    for (const one of fresh) {
      const item = await itemOf(one.event);
      ready.push({ ...one, ...item, userId: userIdFor(one, state), at: timeOf(one.event) });
    }
    const stored = await store(ready, state);
    counters().count(site, 'stored', '', stored.length);
    void service(strapi, 'forwarder').send(
      state,
      stored.map(({ event }) => event),
    );
    return stored.length;
  }

  /** Messages that were stored before, or come twice in this batch, are left out. */
  async function withoutKnown(site: number, batch: readonly Queued[]) {
    const byKey = new Map(batch.map((one) => [naturalKey([site, one.event.messageId]), one]));
    const rows = (await strapi.db.query(UID.event).findMany({
      where: { key: { $in: [...byKey.keys()] } },
      select: ['key'],
    })) as { key: string }[];
    const known = new Set(rows.map(({ key }) => key));
    return [...byKey].filter(([key]) => !known.has(key)).map(([key, one]) => ({ ...one, key }));
  }

  async function itemOf({ type, ...event }: AnalyticsEvent): Promise<{ item: Item | null }> {
    const properties =
      type === 'identify' || !('properties' in event) ? {} : (event.properties ?? {});
    const { documentId, uid, tags } = properties;
    if (typeof documentId !== 'string') return { item: null };
    const found = await service(strapi, 'content').item(
      typeof uid === 'string' ? uid : '',
      documentId,
    );
    const given = Array.isArray(tags)
      ? tags.filter((tag) => typeof tag === 'string').slice(0, 10)
      : [];
    return found
      ? { item: { uid: found.uid, documentId, tags: [...new Set([...found.tags, ...given])] } }
      : { item: null };
  }

  function userIdFor({ event, isBrowser }: Queued, { secret }: SiteState): string {
    if (event.anonymousId) return userIdOf(secret, 'visitor', event.anonymousId);
    return event.userId && !isBrowser ? userIdOf(secret, 'user', event.userId) : '';
  }

  async function store(ready: readonly Ready[], state: SiteState): Promise<Ready[]> {
    const { site, settings } = state;
    const ids = [...new Set(ready.map(({ userId }) => userId).filter(Boolean))];
    const profiles = service(strapi, 'profiles');
    const rows = await profiles.rows.findMany({
      where: { userId: { $in: ids } },
      limit: BATCH * 2,
    });
    const known = new Map(rows.map((row) => [row.userId, row]));
    const kept: Ready[] = [];
    const touched = new Map<
      string,
      { patterns: BehaviorPatterns; traits: Record<string, unknown>; isKnown: boolean }
    >();

    for (const one of ready) {
      const row = known.get(one.userId);
      const headers = one.isRefused ? { dnt: '1' } : {};
      const stored = row?.consent ?? null;
      const consent = effectiveConsent(headers, { stored, fallback: settings.consentDefault });
      if (consent === 'none') {
        counters().count(site, 'no-consent');
        continue;
      }
      // Without consent to a profile the event counts for what is popular, and for nobody.
      const hasProfile = consent === 'full' && one.userId !== '';
      kept.push(hasProfile ? one : { ...one, userId: '' });
      if (!hasProfile) continue;
      const before = touched.get(one.userId) ?? startOf(row, one);
      touched.set(one.userId, fold(before, one, settings.goalEvent));
    }
    const written = await insert(kept, site);
    for (const [userId, { patterns, traits, isKnown }] of touched) {
      if (!written.some((one) => one.userId === userId)) continue;
      await profiles.save({ userId, site }, { behaviorPatterns: patterns, traits, isKnown });
    }
    return written;
  }

  async function insert(ready: readonly Ready[], site: number): Promise<Ready[]> {
    if (ready.length === 0) return [];
    const query = rowsOf(strapi, UID.event);
    const data = ready.map((one) => ({
      site,
      key: one.key,
      userId: one.userId,
      type: one.event.type,
      name: nameOf(one.event),
      contentUid: one.item?.uid ?? '',
      contentId: one.item?.documentId ?? '',
      path: pathOf(one.event),
      at: new Date(one.at),
    }));
    try {
      await query.createMany(data);
      return [...ready];
    } catch {
      // One of them came in by another instance at the same moment: then one by one.
      const written: Ready[] = [];
      for (const [index, one] of ready.entries()) {
        const row = data[index];
        const isNew =
          row !== undefined &&
          (await query.create(row).then(
            () => true,
            () => false,
          ));
        if (isNew) written.push(one);
      }
      return written;
    }
  }

  return {
    stats: () => ({ ...queue.stats(), limit: config.intakeQueueSize }),
    flush: () => queue.flush(),
    stop: () => queue.stop(),

    /** For import: stored when it returns. */
    writeSite,

    /**
     * Takes messages of a request. Bad ones are refused one by one, the others are kept.
     *
     * @throws TOO_MANY_EVENTS when the key or the address is over its limit.
     */
    async accept(
      ctx: Ctx,
      messages: readonly unknown[],
      { site, keyId }: { site: number; keyId: string },
    ): Promise<{ accepted: number; refused: { index: number; reason: string }[] }> {
      const cost = messages.length;
      const address = createHash('sha256').update(ctx.ip).digest('base64');
      if (!perKey.take(keyId || `site ${site}`, cost) || !perAddress.take(address, cost)) {
        counters().count(site, 'refused', 'too many', cost);
        throw errors.TOO_MANY_EVENTS();
      }
      if (isBot(ctx.headers) && !isLibrary(ctx)) {
        counters().count(site, 'bots', '', cost);
        return { accepted: 0, refused: [] };
      }
      const { events, refused } = readEvents(messages.map(completed));
      if (refused.length > 0) counters().count(site, 'refused', 'not understood', refused.length);
      const isRefused = ctx.get('sec-gpc') === '1' || ctx.get('dnt') === '1';
      const isBrowser = ctx.get('origin') !== '';
      const accepted = queue.push(events.map((event) => ({ site, event, isRefused, isBrowser })));
      if (config.intakeAnswer === 'stored') await queue.flush();
      return { accepted, refused };
    },
  };
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown reason');

/** Servers send by Segment's libraries; their names end in what the bot list knows. */
const isLibrary = (ctx: Ctx) => /analytics-node|rudder|segment/i.test(ctx.get('user-agent'));

function completed(message: unknown): unknown {
  if (typeof message !== 'object' || message === null) return message;
  const { timestamp, originalTimestamp, sentAt } = message as Record<string, unknown>;
  const time = timestamp ?? originalTimestamp ?? sentAt ?? new Date().toISOString();
  return { ...message, timestamp: time };
}

const timeOf = (event: AnalyticsEvent) =>
  Math.min(Date.parse(event.timestamp), Date.now() + AHEAD_MS);

const textOf = (value: unknown, most: number) =>
  typeof value === 'string' ? value.slice(0, most) : '';

const nameOf = (event: AnalyticsEvent): string =>
  event.type === 'track' ? event.event : event.type === 'page' ? (event.name ?? '') : '';

function pathOf(event: AnalyticsEvent): string {
  const properties = event.type === 'identify' ? {} : (event.properties ?? {});
  const page = event.context?.page as { path?: unknown } | undefined;
  return textOf(properties.path ?? page?.path, 500);
}

const startOf = (row: ProfileRow | undefined, { at }: Ready) => ({
  patterns: row?.behaviorPatterns ?? emptyPatterns(at),
  traits: row?.traits ?? {},
  isKnown: row?.isKnown ?? false,
});

function fold(
  { patterns, traits, isKnown }: ReturnType<typeof startOf>,
  { event, at, item }: Ready,
  goalEvent: string,
) {
  const given = event.type === 'identify' ? (event.traits ?? {}) : {};
  return {
    patterns: foldEvent(
      patterns,
      { at, type: event.type, name: nameOf(event), path: pathOf(event) },
      { item, goalEvent },
    ),
    traits: mergeTraits(traits, given),
    isKnown: isKnown || (event.anonymousId === undefined && event.userId !== undefined),
  };
}

export default intake;
