import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createJobRunner, type Job, type JobRunner } from 'suite-kit/server';
import type { RevalidationChange } from '../../../shared/contracts/revalidation';
import type { Site } from '../../../shared/contracts/sites';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { MAX_ATTEMPTS, WAITS_MS } from '../core/revalidation';
import { service } from '../services/service';
import type { Delivery, Target } from './rows';
import type { Sent } from './teller';

const TELL = 'revalidate';
/** Changes in one request. */
const BATCH = 200;
/** What comes in one go, such as a bulk publish, is told in one request. */
const GATHER_MS = 300;
/** Deliveries that are kept. */
const KEPT = 100;
/** A run may have ended at the very moment a change came. */
const LOOK_AGAIN_MS = 3_000;
const SITES_AT_ONCE = 4;

type Parts = {
  find: (site: number) => Promise<Target | null>;
  send: (site: Site, target: Target, changes: readonly RevalidationChange[]) => Promise<Sent>;
};

/** Tells sites' front ends in the background what was written down: one run a site at a time. */
export function createTelling(strapi: Core.Strapi, { find, send }: Parts) {
  const deliveries = () => strapi.db.query(UID.revalidationDelivery);
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);
  let running: JobRunner | null = null;
  // Where it was started: a request's site and transaction end with the request.
  let outside: <T>(work: () => T) => T = (work) => work();
  const checks = new Map<number, NodeJS.Timeout>();

  const waiting = (site: number): Promise<Delivery[]> =>
    deliveries().findMany({
      where: { site, state: 'waiting' },
      orderBy: { id: 'asc' },
      limit: BATCH,
    });

  async function write(rows: readonly Delivery[], sent: Sent) {
    for (const { id, attempts } of rows) {
      const isOver = !sent.isSent && attempts + 1 >= MAX_ATTEMPTS;
      const state = sent.isSent ? 'sent' : isOver ? 'failed' : 'waiting';
      const { status, error } = sent;
      const data = { state, status, error, attempts: attempts + 1 };
      await deliveries().update({ where: { id }, data });
    }
  }

  async function prune(site: number) {
    const [oldest]: { id: number }[] = await deliveries().findMany({
      where: { site },
      orderBy: { id: 'desc' },
      offset: KEPT,
      limit: 1,
    });
    if (oldest) await deliveries().deleteMany({ where: { site, id: { $lte: oldest.id } } });
  }

  async function tellSite(job: Job) {
    let told = 0;
    await wait(GATHER_MS, undefined, { signal: job.signal });
    for (;;) {
      const rows = await waiting(job.site);
      const site = (await service(strapi, 'state').fresh()).sites.get(job.site);
      const target = await find(job.site);
      if (rows.length === 0 || !site || !target?.isEnabled) break;
      const changes = rows.map(({ change }) => change);
      const sent = await send(site, target, changes);
      await write(rows, sent);
      if (sent.isSent) told += rows.length;
      else await wait(pauseAfter(rows), undefined, { signal: job.signal });
    }
    await prune(job.site);
    return { told };
  }

  function runner(): JobRunner {
    running ??= createJobRunner({
      strapi,
      pluginId: PLUGIN_ID,
      runUid: UID.run,
      leaseUid: UID.lease,
      handlers: { [TELL]: tellSite },
      concurrency: SITES_AT_ONCE,
    });
    return running;
  }

  const begin = (site: number) =>
    outside(() => enqueue(site)).catch((error: unknown) => {
      strapi.log.warn(`[${PLUGIN_ID}] A site's front end is told later: ${String(error)}`);
    });

  async function enqueue(site: number) {
    const dedupeKey = `${TELL}:${site}`;
    const title = 'Tells the front end what changed';
    await unscoped(async () => await runner().enqueue({ type: TELL, title, site, dedupeKey }));
    if (checks.has(site)) return;
    const check = unscoped(async () =>
      setTimeout(() => {
        checks.delete(site);
        lookAgain(site).catch((error: unknown) => strapi.log.warn(error));
      }, LOOK_AGAIN_MS).unref(),
    );
    checks.set(site, await check);
  }

  async function lookAgain(site: number) {
    const target = await find(site);
    if (running && target?.isEnabled && (await waiting(site)).length > 0) await enqueue(site);
  }

  return {
    begin,
    lookAgain,
    start() {
      outside = AsyncLocalStorage.snapshot();
      return unscoped(() => runner().start());
    },
    async stop() {
      for (const check of checks.values()) clearTimeout(check);
      checks.clear();
      await running?.stop();
      running = null;
    },
  };
}

/** By the row that was tried most often and is tried again. */
function pauseAfter(rows: readonly Delivery[]): number {
  const left = rows.filter(({ attempts }) => attempts + 1 < MAX_ATTEMPTS);
  return WAITS_MS[Math.max(...left.map(({ attempts }) => attempts))] ?? 0;
}
