import type { Core } from '@strapi/strapi';
import {
  createJobRunner,
  createTicker,
  rowsOf,
  runInSite,
  type Job,
  type JobRunner,
  type Run as RunRow,
  type Ticker,
} from 'suite-kit/server';
import { errors } from '../errors';
import { newState, type PassState } from '../sync/pass';
import { tables } from '../sync/tables';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import {
  runInput,
  type Run,
  type RunInput,
  type RunMode,
  type RunResult,
  type RunState,
} from '../../../shared/contracts/runs';
import type { Pagination } from '../../../shared/contracts/sources';
import { service } from './service';

const TYPE = 'sync';
const OPEN: RunState[] = ['queued', 'running', 'paused'];

/** Changes of content that undo can take back. */
export const UNDOABLE = ['created', 'updated', 'deleted', 'unpublished'];

/** Runs: asked for by people, schedules and the terminal, done by the kit's job runner. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  let runner: JobRunner | null = null;
  let ticker: Ticker | null = null;

  const rows = () => rowsOf<RunRow>(strapi, UID.run);
  const started = (): JobRunner => {
    if (!runner) throw new Error('Runs are not possible before the plugin has started.');
    return runner;
  };

  async function mustFind(id: string): Promise<RunRow> {
    const row = await rows().findOne({ documentId: id, type: TYPE });
    if (!row) throw errors.RUN_NOT_FOUND();
    return row;
  }

  /** What the job runner calls. */
  async function work(job: Job): Promise<RunResult> {
    const { sourceId, mode, isDeleteAllowed } = parseInput(job.input);
    const source = await tables(strapi).sources.findOne({ documentId: sourceId });
    const row = await rowsOf<RunRow>(strapi, UID.run).findOne({ id: job.id });
    if (!source || !row) throw new Error('The source of this run is gone.');
    const runId = row.documentId;
    const state = (job.checkpoint as PassState | null) ?? newState();
    await job.log(`Reading ${source.name}`);
    try {
      const result = await service(strapi, 'sync').run(source, {
        runId,
        actor: row.startedBy,
        mode,
        isDeleteAllowed,
        state,
        signal: job.signal,
        onProgress: (done, total, note) => job.progress(done, total, note),
        onState: (next) => job.saveCheckpoint(next),
        assertMine: async () => {
          job.signal.throwIfAborted();
          if (!(await job.isMine())) throw new Error('Another instance took this run over.');
        },
      });
      for (const warning of result.warnings) await job.log(warning);
      await job.log(`Done: ${describe(result)}`);
      const { counts } = result;
      await service(strapi, 'sources').noteRun(sourceId, {
        runId,
        state: 'done',
        error: null,
        counts,
      });
      return result;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const isStopped = job.signal.aborted;
      if (!isStopped) {
        await job.log(text);
        await service(strapi, 'sources').noteRun(sourceId, {
          runId,
          state: 'failed',
          error: text,
          counts: null,
        });
      }
      throw error;
    }
  }

  async function toRun(row: RunRow): Promise<Run> {
    const { sourceId, mode } = parseInput(row.input);
    const { audit, statuses } = tables(strapi);
    const runId = row.documentId;
    const [changes, undone, failedRecords] = await Promise.all([
      audit.count({ runId, action: { $in: UNDOABLE } }),
      audit.count({ runId, action: 'undone' }),
      statuses.count({ runId, status: { $in: ['error', 'quarantined'] } }),
    ]);
    const isOver = !OPEN.includes(row.state);
    return {
      id: runId,
      site: row.site,
      sourceId,
      sourceName: row.title ?? '',
      mode,
      state: row.state,
      done: row.progressDone,
      total: row.progressTotal,
      note: row.note,
      log: row.log ?? [],
      error: row.error,
      attempts: row.attempts,
      startedBy: row.startedBy,
      createdAt: iso(row.createdAt) ?? '',
      startedAt: iso(row.startedAt),
      endedAt: iso(row.endedAt),
      result: row.result as RunResult | null,
      canUndo: isOver && changes > undone,
      failedRecords,
    };
  }

  const service_ = {
    async start() {
      const { config } = service(strapi, 'connections');
      const { engine, pollMs, leaseTtlMs, scheduleEnabled, tick } = config();
      runner = createJobRunner({
        strapi,
        pluginId: PLUGIN_ID,
        runUid: UID.run,
        leaseUid: UID.lease,
        handlers: { [TYPE]: work },
        concurrency: 2,
        engine,
        pollMs,
        leaseTtlMs,
      });
      await runner.start();
      if (!scheduleEnabled) return;
      ticker = createTicker({
        strapi,
        pluginId: PLUGIN_ID,
        name: 'due-sources',
        expression: tick,
        leases: runner.leases,
        run: () => service_.startDue(new Date()),
      });
      ticker.start();
    },

    async stop() {
      await ticker?.stop();
      await runner?.stop();
      ticker = null;
      runner = null;
    },

    /** Puts runs of all sources that are due into the queue. */
    async startDue(now: Date): Promise<number> {
      const due = await service(strapi, 'sources').takeDue(now);
      for (const source of due) {
        await runInSite(strapi, source.site, () =>
          service_.enqueue(source.documentId, { mode: 'changes', startedBy: null }).catch(
            // A run that still goes on is no reason for a second one.
            (error: unknown) => strapi.log.debug(`[${PLUGIN_ID}] ${String(error)}`),
          ),
        );
      }
      return due.length;
    },

    async enqueue(
      sourceId: string,
      {
        mode,
        startedBy,
        isDeleteAllowed = false,
      }: { mode: RunMode; startedBy: string | null; isDeleteAllowed?: boolean },
    ): Promise<Run> {
      const source = await service(strapi, 'sources').mustFind(sourceId);
      const dedupeKey = keyOf(sourceId);
      if ((await rows().count({ dedupeKey, state: { $in: OPEN } })) > 0) throw errors.SOURCE_BUSY();
      const input: RunInput = { sourceId, mode, isDeleteAllowed };
      const run = await started().enqueue({
        type: TYPE,
        title: source.name,
        site: source.site,
        input,
        startedBy,
        dedupeKey,
      });
      return toRun(run);
    },

    async list({
      page,
      pageSize,
      source,
      state,
    }: {
      page: number;
      pageSize: number;
      source?: string;
      state?: RunState;
    }): Promise<{ data: Run[]; meta: { pagination: Pagination } }> {
      const { rows: found, pagination } = await rows().findPage({
        where: {
          type: TYPE,
          ...(state && { state }),
          ...(source && { dedupeKey: keyOf(source) }),
        },
        orderBy: { id: 'desc' },
        page,
        pageSize,
      });
      return { data: await Promise.all(found.map(toRun)), meta: { pagination } };
    },

    async find(id: string): Promise<Run> {
      return toRun(await mustFind(id));
    },

    async cancel(id: string): Promise<Run> {
      const row = await mustFind(id);
      await started().cancel(row.id);
      return toRun(await mustFind(id));
    },

    /** Tries the records again that failed, the set aside ones too. */
    async retry(id: string, startedBy: string | null): Promise<Run> {
      const row = await mustFind(id);
      if (OPEN.includes(row.state)) throw errors.RUN_NOT_FINISHED();
      const { sourceId } = parseInput(row.input);
      const { statuses, links } = tables(strapi);
      const failed = await statuses.findMany({
        where: { sourceId, status: { $in: ['error', 'quarantined'] } },
      });
      for (const { contentId } of failed) {
        await statuses.update({ contentId }, { status: 'error', attempts: 0 });
        await links.update({ documentId: contentId }, { remoteHash: '' });
      }
      return service_.enqueue(sourceId, { mode: 'retry', startedBy });
    },

    /** Confirms deletions that were held back because there were so many. */
    async applyDeletes(id: string, startedBy: string | null): Promise<Run> {
      const row = await mustFind(id);
      if (OPEN.includes(row.state)) throw errors.RUN_NOT_FINISHED();
      // Only what somebody could look at is confirmed: another run would delete unseen.
      const held = (row.result as RunResult | null)?.held ?? [];
      if (held.length === 0) throw errors.NOTHING_HELD();
      const { sourceId } = parseInput(row.input);
      return service_.enqueue(sourceId, { mode: 'full', startedBy, isDeleteAllowed: true });
    },

    async mustBeOver(id: string): Promise<{ sourceId: string; site: number }> {
      const row = await mustFind(id);
      if (OPEN.includes(row.state)) throw errors.RUN_NOT_FINISHED();
      return { sourceId: parseInput(row.input).sourceId, site: row.site };
    },
  };
  return service_;
};

/** One run of a source at a time. */
export const keyOf = (sourceId: string) => `source:${sourceId}`;

const parseInput = (input: unknown): RunInput => runInput.parse(input);

const iso = (value: string | Date | null) => (value ? new Date(value).toISOString() : null);

const describe = ({ counts }: RunResult) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'nothing there';
