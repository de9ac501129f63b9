import type { Core } from '@strapi/strapi';
import {
  createJobRunner,
  createTicker,
  type JobRunner,
  type Run,
  type Ticker,
} from 'suite-kit/server';
import type { RunState } from '../../../shared/contracts/scores';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { OptimizerConfig } from '../config';
import { service } from './service';

/** Background work: measuring everything, daily figures, tidying up. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let runner: JobRunner | undefined;
  let tickers: Ticker[] = [];

  const jobs = () => {
    runner ??= createJobRunner({
      strapi,
      pluginId: PLUGIN_ID,
      runUid: UID.run,
      leaseUid: UID.lease,
      concurrency: 1,
      engine: strapi.config.get<OptimizerConfig>(`plugin::${PLUGIN_ID}`).engine,
      handlers: { rescore: (job) => service(strapi, 'rescoring').run(job) },
    });
    return runner;
  };

  return {
    async start() {
      await jobs().start();
      const ticker = (name: string, expression: string, run: () => Promise<unknown>) =>
        createTicker({
          strapi,
          pluginId: PLUGIN_ID,
          name,
          expression,
          leases: jobs().leases,
          run,
        });
      tickers = [
        ticker('roll-up', '* * * * *', () => service(strapi, 'events').rollUp()),
        ticker('prune', '17 3 * * *', () => service(strapi, 'events').prune()),
      ];
      for (const one of tickers) one.start();
    },

    async stop() {
      await Promise.all(tickers.map((one) => one.stop()));
      tickers = [];
      await runner?.stop();
    },

    rescore: async ({
      uid,
      site,
      startedBy,
    }: {
      uid?: string;
      site?: number;
      startedBy: string;
    }): Promise<RunState> =>
      toState(
        await jobs().enqueue({
          type: 'rescore',
          title: uid ?? 'all',
          site,
          input: uid ? { uid } : {},
          startedBy,
          dedupeKey: `rescore ${String(site ?? '')} ${uid ?? ''}`,
        }),
      ),

    async find(id: number): Promise<RunState | null> {
      const run = await jobs().find(id);
      return run && toState(run);
    },

    async cancel(id: number): Promise<RunState | null> {
      const run = await jobs().cancel(id);
      return run && toState(run);
    },

    async latest(): Promise<RunState | null> {
      const { rows } = await jobs().list({ type: 'rescore', page: 1, pageSize: 1 });
      return rows[0] ? toState(rows[0]) : null;
    },
  };
};

const toState = ({ id, state, progressDone, progressTotal, note, error }: Run): RunState => ({
  id,
  state,
  done: progressDone,
  total: progressTotal,
  note,
  error,
});
