import type { Core } from '@strapi/strapi';
import { createJobRunner, createTicker, listSites, NO_SITE, runUnscoped } from 'suite-kit/server';
import type { RunSummary } from '../../../shared/contracts/recommendations';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { PersonalizationConfig } from '../config';
import { service } from './service';

const DAY_MS = 86_400_000;

/** Work in the background: training, and removing what is too old. */
const runs = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = strapi.config.get<PersonalizationConfig>(`plugin::${PLUGIN_ID}`);
  const runner = createJobRunner({
    strapi,
    pluginId: PLUGIN_ID,
    runUid: UID.run,
    leaseUid: UID.lease,
    concurrency: 1,
    engine: config.engine,
    handlers: {
      train: (job) =>
        service(strapi, 'training').train(job.site, {
          progress: (done, total, note) => job.progress(done, total, note),
          visitors: config.storedRecommendationVisitors,
        }),
      clean: (job) => clean(job.site),
    },
  });
  const ticker = createTicker({
    strapi,
    pluginId: PLUGIN_ID,
    name: 'nightly',
    expression: config.nightlyCron,
    leases: runner.leases,
    run: nightly,
  });

  async function nightly() {
    const sites = (await listSites(strapi)).map(({ number }) => number);
    for (const site of sites.length > 0 ? sites : [NO_SITE]) {
      await runUnscoped(strapi, async () => {
        await runner.enqueue({
          type: 'clean',
          title: 'Remove what is too old',
          site,
          dedupeKey: `clean ${site}`,
        });
        await runner.enqueue({
          type: 'train',
          title: 'Train recommendations',
          site,
          dedupeKey: `train ${site}`,
        });
      });
    }
  }

  async function clean(site: number) {
    const settings = service(strapi, 'state').of(site)?.settings;
    if (!settings) return { events: 0, profiles: 0 };
    const before = (days: number) => new Date(Date.now() - days * DAY_MS);
    const remove = async (uid: string, where: object) => {
      const { count } = await strapi.db.query(uid).deleteMany({ where: { site, ...where } });
      return count;
    };
    return {
      events: await remove(UID.event, { at: { $lt: before(settings.eventDays) } }),
      profiles: await remove(UID.profile, { lastSeen: { $lt: before(settings.profileDays) } }),
      recommendations: await remove(UID.recommendation, { expiresAt: { $lt: new Date() } }),
      counters: await remove(UID.counter, { day: { $lt: before(400).toISOString().slice(0, 10) } }),
    };
  }

  return {
    async start() {
      await runner.start();
      ticker.start();
    },
    async stop() {
      await ticker.stop();
      await runner.stop();
    },
    clean,
    async train(site: number, startedBy: string): Promise<RunSummary> {
      const run = await runner.enqueue({
        type: 'train',
        title: 'Train recommendations',
        site,
        startedBy,
        dedupeKey: `train ${site}`,
      });
      return toSummary(run);
    },
    async latest(type: string): Promise<RunSummary | null> {
      const { rows: found } = await runner.list({ type, page: 1, pageSize: 1 });
      return found[0] ? toSummary(found[0]) : null;
    },
  };
};

type Run = Awaited<ReturnType<ReturnType<typeof createJobRunner>['enqueue']>>;

const toSummary = (run: Run): RunSummary => ({
  id: String(run.id),
  type: run.type,
  state: run.state,
  done: run.progressDone,
  total: run.progressTotal,
  note: run.note,
  error: run.error,
});

export default runs;
