import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createJobRunner, type Job, type JobRunner, type Run } from 'suite-kit/server';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { copyContent, countFilesOf, type Selection } from '../copying/copy-content';
import { deleteContent } from '../copying/delete-content';
import { service } from './service';

/** Type of the run that fills a new site. */
export const CREATE_SITE = 'create-site';

export type CreateSiteInput = {
  /** Number of the site that is copied from. */
  from: number | null;
  selection: Selection[];
  locales: string[];
  /** What the site becomes when everything is there. */
  status: 'draft' | 'live' | 'maintenance';
  /** Types that are put under the default workflow. */
  workflow: string[] | null;
};
type CreateSiteResult = { documents: number; rows: number; files: number };

const UNDO_HOURS = 24;
const CANCEL_LIMIT_MS = 20_000;
const OVER = new Set(['done', 'failed', 'cancelled']);

/** Work that outlives its request: filling a new site. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let running: JobRunner | null = null;
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);

  async function createSite(job: Job): Promise<CreateSiteResult> {
    const input = job.input as CreateSiteInput;
    const site = (await service(strapi, 'state').fresh()).sites.get(job.site);
    if (!site) throw new Error('The site was deleted meanwhile.');
    // A run that was broken off begins again: half a copy is no site.
    await unscoped(() => deleteContent(strapi, { site: site.number, keepOwn: true }));
    const copied: CreateSiteResult =
      input.from === null
        ? { documents: 0, rows: 0, files: 0 }
        : await copyContent(strapi, {
            from: input.from,
            to: site.number,
            selection: input.selection,
            locales: input.locales,
            signal: job.signal,
            onProgress: (done, total) => job.progress(done, total),
          });
    if (!(await job.isMine())) return copied;
    if (input.workflow) {
      const workflows = service(strapi, 'workflows');
      const { workflow, isStored } = await workflows.describe(site.number);
      if (!isStored) {
        const body = { ...workflow, isEnabled: true, contentTypes: input.workflow };
        await workflows.save({ site: site.number, body });
      }
    }
    await service(strapi, 'sites').update(site.id, { status: input.status });
    return copied;
  }

  const find = (id: number) => unscoped(async () => await runner().find(id));

  function runner(): JobRunner {
    running ??= createJobRunner({
      strapi,
      pluginId: PLUGIN_ID,
      runUid: UID.run,
      leaseUid: UID.lease,
      handlers: { [CREATE_SITE]: createSite },
      concurrency: 1,
    });
    return running;
  }

  return {
    runner,
    start: () => unscoped(() => runner().start()),
    async stop() {
      await running?.stop();
      running = null;
    },

    countFiles: (site: number, selection: readonly Selection[]) =>
      unscoped(() => countFilesOf(strapi, { site, selection })),

    /** The run that made a site, while it can be undone; null later, and for other sites. */
    creationOf: (site: number): Promise<Run | null> =>
      unscoped(async () => {
        const since = new Date(Date.now() - UNDO_HOURS * 3_600_000);
        return strapi.db.query(UID.run).findOne({
          where: { site, type: CREATE_SITE, createdAt: { $gt: since } },
          orderBy: { id: 'desc' },
        });
      }),

    /** Has anybody written on the site since it was made? */
    isTouched: (site: number, run: Run): Promise<boolean> =>
      unscoped(async () => {
        const made = (run.result as CreateSiteResult | null)?.documents ?? 0;
        const { list, column } = service(strapi, 'isolation').tables();
        const since = new Date(run.endedAt ?? run.createdAt);
        let documents = 0;
        for (const { uid, table, scope } of list) {
          if (scope !== 'site' || !uid.startsWith('api::')) continue;
          const on = () => strapi.db.getConnection(table).where(column, site);
          const edited = await strapi.db
            .query(uid)
            .count({ where: { [column]: site, updatedAt: { $gt: since } } as never });
          if (edited > 0) return true;
          const [row]: {
            count: number | string;
          }[] = await on().countDistinct({ count: 'document_id' });
          documents += Number(row?.count ?? 0);
        }
        return run.state === 'done' && documents !== made;
      }),

    async cancelAndWait(id: number) {
      await unscoped(() => runner().cancel(id));
      const until = Date.now() + CANCEL_LIMIT_MS;
      while (Date.now() < until) {
        const run = await find(id);
        if (!run || OVER.has(run.state)) return;
        await wait(100);
      }
    },
  };
};
