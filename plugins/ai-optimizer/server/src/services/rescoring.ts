import type { Core } from '@strapi/strapi';
import { NO_SITE, runInSite, runUnscoped, siteScope, type Job } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { EntryRef } from './entries';
import { service } from './service';

type Waiting = EntryRef & { site: number };

/** Between a save and its measurement, so that ten saves in a row are measured once. */
const SETTLE_MS = 400;
const MAX_WAITING = 5_000;

export type RescoreInput = { uid?: string };

/**
 * Measures again: what was saved, shortly after and outside its request, and everything, as a run.
 * Decoration: if a measurement fails, it is logged and counted, and the save stays a save.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let forgetting: Promise<void> = Promise.resolve();
  let failures = 0;

  async function work() {
    while (waiting.size > 0) {
      const [first] = waiting;
      if (!first) return;
      const [key, { site, ...ref }] = first;
      waiting.delete(key);
      try {
        await runInSite(strapi, site, () => service(strapi, 'scores').measure(ref));
      } catch (error) {
        failures += 1;
        const text = error instanceof Error ? error.message : String(error);
        strapi.log.warn(
          `[${PLUGIN_ID}] ${ref.uid} ${ref.documentId} could not be measured: ${text}`,
        );
      }
    }
  }

  function tick() {
    if (waiting.size === 0) return;
    working ??= runUnscoped(strapi, work).finally(() => {
      working = undefined;
    });
  }

  return {
    /** Started outside any request, so that the timer keeps none. */
    start() {
      timer ??= setInterval(tick, SETTLE_MS);
      timer.unref();
    },

    async stop() {
      clearInterval(timer);
      timer = undefined;
      waiting.clear();
      await working;
      await forgetting;
    },

    stats: () => ({ waiting: waiting.size, failures }),

    /** Everything that waits is measured, and what was deleted is forgotten. */
    async settled() {
      tick();
      await working;
      await forgetting;
    },

    /** An entry was deleted. After a measurement under way, which would write its score again. */
    forget(ref: { uid: string; documentId: string; locale?: string }) {
      for (const [key, one] of waiting) {
        const isSame = one.uid === ref.uid && one.documentId === ref.documentId;
        if (isSame && (ref.locale === undefined || one.locale === ref.locale)) waiting.delete(key);
      }
      const before = Promise.all([forgetting, working]);
      forgetting = runUnscoped(strapi, () =>
        before.then(() => service(strapi, 'scores').forget(ref)),
      ).catch((error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        strapi.log.warn(`[${PLUGIN_ID}] Scores of ${ref.documentId} could not be removed: ${text}`);
      });
    },

    add(ref: EntryRef & { site: number }) {
      if (waiting.size >= MAX_WAITING) return;
      waiting.set(`${ref.uid} ${ref.documentId} ${ref.locale}`, ref);
    },

    /** The site a write is for; null where it cannot be known. */
    siteOfWrite(): number | null {
      const scope = siteScope(strapi);
      return scope.kind === 'site' ? scope.number : scope.kind === 'single' ? NO_SITE : null;
    },

    /** Measures all entries of a site, page by page; goes on where it was broken off. */
    async run(job: Job): Promise<{ measured: number; failed: number }> {
      const input = (job.input ?? {}) as RescoreInput;
      const entries = service(strapi, 'entries');
      const types = entries.typesOf().filter(({ uid }) => !input.uid || uid === input.uid);
      const done = new Set((job.checkpoint as string[] | null) ?? []);
      const result = { measured: 0, failed: 0 };
      await runInSite(strapi, job.site, async () => {
        const drafts = { where: { publishedAt: null } };
        const counts = await Promise.all(
          types.map(({ uid }) => strapi.db.query(uid).count(drafts)),
        );
        const total = counts.reduce((sum, count) => sum + count, 0);
        for (const { uid, info } of types) {
          if (done.has(uid)) continue;
          for await (const page of entries.references(uid)) {
            for (const ref of page) {
              if (job.signal.aborted) return;
              await service(strapi, 'scores')
                .measure(ref)
                .then(
                  () => (result.measured += 1),
                  () => (result.failed += 1),
                );
            }
            const count = result.measured + result.failed;
            await job.progress(Math.min(count, total), total, info.displayName);
          }
          done.add(uid);
          await job.saveCheckpoint([...done]);
        }
      });
      return result;
    },
  };
};
