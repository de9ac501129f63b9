import type { Core } from '@strapi/strapi';
import type { Run, RunState } from './run';

type Data = Partial<Record<keyof Run, unknown>>;
/**
 * Strapi writes a text into a JSON column as if it were JSON already, and gives it back as the
 * JSON it is. So a text is made JSON here, and read by `fromRow`.
 */
export const asJson = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value) : value;

const asValue = (value: unknown) =>
  typeof value === 'string' && value.startsWith('"') ? (JSON.parse(value) as string) : value;

/** A run as it was given. */
export const fromRow = (row: Run): Run => ({
  ...row,
  input: asValue(row.input),
  checkpoint: asValue(row.checkpoint),
  result: asValue(row.result),
});

export type RunStore = ReturnType<typeof createRunStore>;

/** How the runner itself reads and writes runs: of all sites, and never without the fence. */
export function createRunStore({
  strapi,
  uid,
  holder,
  ttlMs,
  now,
}: {
  strapi: Core.Strapi;
  uid: string;
  holder: string;
  ttlMs: number;
  now: () => number | Promise<number>;
}) {
  const rows = () => strapi.db.query(uid);

  const withJson = (data: Data): Data => ({
    ...data,
    ...('checkpoint' in data && { checkpoint: asJson(data.checkpoint) }),
    ...('result' in data && { result: asJson(data.result) }),
  });

  async function change(where: object, data: Data): Promise<boolean> {
    const { count } = await rows().updateMany({ where, data: withJson(data) as never });
    return count > 0;
  }

  return {
    /** Runs that wait, and runs whose holder has not been heard of for too long. */
    async due(types: readonly string[], limit: number): Promise<Run[]> {
      const moment = new Date(await now());
      const isDue = [{ state: 'queued' }, { state: 'running', leaseUntil: { $lt: moment } }];
      return rows().findMany({
        where: { type: { $in: types }, $or: isDue },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** Takes the run as it was read; null when somebody else was faster. */
    async claim(run: Run): Promise<Run | null> {
      const moment = await now();
      const data = {
        state: 'running',
        wanted: run.state === 'running' ? run.wanted : null,
        holder,
        fence: run.fence + 1,
        attempts: run.attempts + 1,
        startedAt: run.startedAt ?? new Date(moment),
        endedAt: null,
        error: null,
        heartbeatAt: new Date(moment),
        leaseUntil: new Date(moment + ttlMs),
      } satisfies Data;
      const isMine = await change({ id: run.id, fence: run.fence, state: run.state }, data);
      return isMine ? fromRow(await rows().findOne({ where: { id: run.id } })) : null;
    },

    /** False when the run is somebody else's by now: then nothing was written. */
    write: (run: Run, data: Data) => change({ id: run.id, fence: run.fence, holder }, data),

    /** Says that this instance lives, and hears what was asked of the run meanwhile. */
    async beat(run: Run, data: Data): Promise<{ isMine: boolean; wanted: Run['wanted'] }> {
      const moment = await now();
      const beat = { heartbeatAt: new Date(moment), leaseUntil: new Date(moment + ttlMs) };
      const isMine = await change({ id: run.id, fence: run.fence, holder }, { ...data, ...beat });
      const row: Run | null = isMine ? await rows().findOne({ where: { id: run.id } }) : null;
      return { isMine, wanted: row?.wanted ?? null };
    },

    async isMine(run: Run): Promise<boolean> {
      const row: Run | null = await rows().findOne({ where: { id: run.id } });
      const isHeld = row?.fence === run.fence && row.holder === holder && row.state === 'running';
      return isHeld && row.leaseUntil !== null && Date.parse(row.leaseUntil) > (await now());
    },

    /** The run leaves this instance. */
    async end(run: Run, state: RunState, data: Data = {}): Promise<boolean> {
      const isOver = state === 'done' || state === 'failed' || state === 'cancelled';
      return change(
        { id: run.id, fence: run.fence, holder },
        {
          ...data,
          state,
          wanted: null,
          holder: null,
          leaseUntil: null,
          ...(isOver && { endedAt: new Date(await now()) }),
        },
      );
    },

    /** From one of these states to another, in one statement. */
    move: (id: number, from: readonly RunState[], data: Data) =>
      change({ id, state: { $in: from } }, data),
  };
}
