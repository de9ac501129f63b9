import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import {
  createJobRunner,
  createLeases,
  createTicker,
  jobContentTypes,
  siteScope,
  type Job,
  type JobHandler,
  type JobRunner,
  type Run,
} from '../../../packages/kit/src/server';
import {
  createCast,
  describeOn,
  inSite,
  laneDatabase,
  startApp,
  type App,
  type Cast,
} from '../../harness';

const RUN = 'plugin::shelf.run';
const LEASE = 'plugin::shelf.lease';
const TTL_MS = 2000;

type Registry = { add: (name: string, types: object) => void };

const addTables = (strapi: Core.Strapi) => {
  const { run, lease } = jobContentTypes('shelf', 'shelf');
  strapi
    .get<Registry>('content-types')
    .add('plugin::shelf', { run: { schema: run }, lease: { schema: lease } });
};

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until `read` answers something, for at most thirty seconds. */
async function until<T>(read: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const value = await read();
    if (value) return value;
    await wait(15);
  }
  throw new Error('It did not happen in thirty seconds.');
}

/** A promise that somebody else resolves. */
function gate() {
  let open = () => undefined as unknown;
  const opened = new Promise<void>((resolve) => {
    open = () => {
      resolve();
    };
  });
  return { open: () => open(), opened };
}

describe(`jobs on ${laneDatabase()}`, () => {
  let app: App;
  let cast: Cast;
  let home: number;
  let runners: JobRunner[] = [];

  beforeAll(async () => {
    app = await startApp({ beforeLoad: addTables });
    cast = await createCast(app);
    home = cast.home?.number ?? 0;
  });
  afterAll(() => app.stop());
  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    runners = [];
  });

  const runnerOf = (
    handlers: Record<string, JobHandler>,
    options: Partial<Parameters<typeof createJobRunner>[0]> = {},
  ) => {
    const runner = createJobRunner({
      strapi: app.strapi,
      pluginId: 'shelf',
      runUid: RUN,
      leaseUid: LEASE,
      handlers,
      pollMs: 30,
      leaseTtlMs: TTL_MS,
      stopTimeoutMs: 500,
      ...options,
    });
    runners.push(runner);
    return runner;
  };

  const stored = async (id: number): Promise<Run> => {
    const run = await runnerOf({}).find(id);
    if (!run) throw new Error(`There is no run ${id}.`);
    return run;
  };
  const inState = (id: number, state: Run['state']) =>
    until(async () => {
      const run = await stored(id);
      return run.state === state && run;
    });
  /** As if its instance had been silent for longer than its lease. */
  const letExpire = (id: number) =>
    app.strapi.db
      .query(RUN)
      .update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 60_000) } as never });

  it('does a run and keeps what it said', async () => {
    const runner = runnerOf({
      count: async (job) => {
        await job.progress(1, 2, 'half');
        await job.log('one done');
        await job.progress(2, 2, 'all');
        return { counted: job.input };
      },
    });
    await runner.start();
    const { id } = await runner.enqueue({
      type: 'count',
      title: 'Count',
      site: home,
      input: { from: 3 },
      startedBy: 7,
    });
    const run = await inState(id, 'done');
    expect(run).toMatchObject({
      site: home,
      title: 'Count',
      result: { counted: { from: 3 } },
      progressDone: 2,
      progressTotal: 2,
      note: 'all',
      attempts: 1,
      startedBy: '7',
      holder: null,
      error: null,
    });
    expect(run.log).toEqual([expect.stringMatching(/ one done$/)]);
    expect(Date.parse(run.endedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(run.startedAt ?? ''));
  });

  it('runs each of many once, with two runners on one database', async () => {
    const done = new Map<number, string[]>();
    const by =
      (name: string): JobHandler =>
      async (job) => {
        done.set(job.id, [...(done.get(job.id) ?? []), name]);
        await wait(5);
        return null;
      };
    const one = runnerOf({ once: by('one') }, { concurrency: 3 });
    const two = runnerOf({ once: by('two') }, { concurrency: 3 });
    const ids: number[] = [];
    for (let index = 0; index < 40; index += 1) {
      ids.push((await one.enqueue({ type: 'once', title: `No ${index}`, site: home })).id);
    }
    await Promise.all([one.start(), two.start()]);
    await Promise.all(ids.map((id) => inState(id, 'done')));
    expect([...done.keys()].sort((a, b) => a - b)).toEqual(ids);
    expect([...done.values()].filter((names) => names.length !== 1)).toEqual([]);
    const names = new Set([...done.values()].flat());
    expect([...names].sort()).toEqual(['one', 'two']);
  });

  it('runs in the site of its row, whoever woke it', async () => {
    const seen: unknown[] = [];
    const runner = runnerOf({
      look: async () => {
        seen.push(siteScope(app.strapi), app.strapi.requestContext.get());
        return null;
      },
    });
    await runner.start();
    // As a request of another site does it: nothing of that reaches the handler.
    const { id } = await inSite(app.strapi, cast.other, () =>
      runner.enqueue({ type: 'look', title: 'Of other' }),
    );
    const foreign = await inState(id, 'done');
    const { id: second } = await runner.enqueue({ type: 'look', title: 'Of home', site: home });
    await inState(second, 'done');
    expect(foreign.site).toBe(cast.other?.number);
    expect(seen).toEqual([
      { kind: 'site', number: cast.other?.number, isDefault: false },
      undefined,
      { kind: 'site', number: home, isDefault: false },
      undefined,
    ]);
  });

  it('takes nothing along from where it was woken', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const runner = runnerOf({ ask: async () => void seen.push(storage.getStore()) });
    await runner.start();
    const { id } = await storage.run('a request', () =>
      runner.enqueue({ type: 'ask', title: 'Ask', site: home }),
    );
    await inState(id, 'done');
    expect(seen).toEqual([undefined]);
  });

  it('shows and obeys only the runs of the caller’s site', async () => {
    const runner = runnerOf({ later: async () => null });
    const { id } = await runner.enqueue({ type: 'later', title: 'Of home', site: home });
    const asOther = <T>(work: () => T) => inSite(app.strapi, cast.other, work);
    expect(await asOther(() => runner.find(id))).toBeNull();
    expect(await asOther(() => runner.cancel(id))).toBeNull();
    expect((await asOther(() => runner.list({ type: 'later' }))).rows).toEqual([]);
    const { rows } = await inSite(app.strapi, cast.home, () => runner.list({ type: 'later' }));
    expect(rows.map((run) => run.id)).toEqual([id]);
    await runner.cancel(id);
  });

  it('makes one run of what is asked for twice', async () => {
    const runner = runnerOf({ sync: async () => null });
    const other = runnerOf({ sync: async () => null });
    const asked = { type: 'sync', title: 'Sync', site: home, dedupeKey: 'source-1' };
    const runs = await Promise.all(
      [runner, other, runner, other].map((each) => each.enqueue(asked)),
    );
    expect(new Set(runs.map((run) => run.id)).size).toBe(1);
    await runner.cancel(runs[0]?.id ?? 0);
    expect((await runner.enqueue(asked)).id).not.toBe(runs[0]?.id);
    await runner.cancel((await runner.enqueue(asked)).id);
  });

  it('fails with the sentence of its error, and is tried again from its checkpoint', async () => {
    const starts: unknown[] = [];
    const runner = runnerOf({
      shaky: async (job) => {
        starts.push(job.checkpoint);
        await job.saveCheckpoint({ at: 5 });
        if (starts.length === 1) throw new Error('The source is down.');
        return 'well';
      },
    });
    await runner.start();
    const { id } = await runner.enqueue({ type: 'shaky', title: 'Shaky', site: home });
    expect(await inState(id, 'failed')).toMatchObject({
      error: 'The source is down.',
      checkpoint: { at: 5 },
    });
    await runner.retry(id);
    expect(await inState(id, 'done')).toMatchObject({ result: 'well', error: null });
    expect(starts).toEqual([null, { at: 5 }]);
  });

  /** Steps, one every few milliseconds, until told to end; goes on where it was. */
  const stepping =
    (started: () => void): JobHandler =>
    async (job) => {
      let at = (job.checkpoint as { at: number } | null)?.at ?? 0;
      started();
      for (; at < 100_000; at += 1) {
        if (job.signal.aborted) throw new Error('Told to end.');
        await job.saveCheckpoint({ at: at + 1 });
        await wait(2);
      }
      return null;
    };

  it('ends when it is cancelled by another instance', async () => {
    const { open, opened } = gate();
    const runner = runnerOf({ steps: stepping(open) }, { leaseTtlMs: 300 });
    await runner.start();
    const { id } = await runner.enqueue({ type: 'steps', title: 'Steps', site: home });
    await opened;
    // Not started: it only passes the wish on, by the database.
    const elsewhere = runnerOf({ steps: stepping(() => undefined) });
    await elsewhere.cancel(id);
    const run = await inState(id, 'cancelled');
    expect(run.endedAt).not.toBeNull();
    const { checkpoint } = run;
    await wait(60);
    expect((await stored(id)).checkpoint).toEqual(checkpoint);
  });

  it('pauses, and goes on where it was', async () => {
    const starts: number[] = [];
    let { open, opened } = gate();
    const runner = runnerOf({
      steps: async (job) => {
        starts.push((job.checkpoint as { at: number } | null)?.at ?? 0);
        return stepping(open)(job);
      },
    });
    await runner.start();
    const { id } = await runner.enqueue({ type: 'steps', title: 'Steps', site: home });
    await opened;
    await until(async () => ((await stored(id)).checkpoint as { at: number } | null)?.at);
    await runner.pause(id);
    const paused = await inState(id, 'paused');
    ({ open, opened } = gate());
    await runner.resume(id);
    await opened;
    expect(starts).toEqual([0, (paused.checkpoint as { at: number }).at]);
    await runner.cancel(id);
    await inState(id, 'cancelled');
  });

  it('is put back into the queue when its instance is stopped, and done by another', async () => {
    const { open, opened } = gate();
    const first = runnerOf({ steps: stepping(open) });
    await first.start();
    const { id } = await first.enqueue({ type: 'steps', title: 'Steps', site: home });
    await opened;
    await first.stop();
    expect(await stored(id)).toMatchObject({ state: 'queued', holder: null });
    const second = runnerOf({ steps: async (job) => ({ from: job.checkpoint }) });
    await second.start();
    expect((await inState(id, 'done')).result).toHaveProperty('from.at');
  });

  it('is taken over when its instance died, and only then', async () => {
    const dead = runnerOf({ import: async () => null });
    const { id } = await dead.enqueue({ type: 'import', title: 'Import', site: home });
    // What a killed process leaves behind.
    const lastWords = { state: 'running', holder: 'gone:1', fence: 1, attempts: 1 };
    const heldUntil = { leaseUntil: new Date(Date.now() + 400), checkpoint: { at: 3 } };
    await app.strapi.db
      .query(RUN)
      .update({ where: { id }, data: { ...lastWords, ...heldUntil } as never });
    const startedAt = Date.now();
    const alive = runnerOf({ import: async (job) => ({ from: job.checkpoint }) });
    await alive.start();
    const run = await inState(id, 'done');
    expect(run).toMatchObject({ attempts: 2, fence: 2, result: { from: { at: 3 } } });
    expect(Date.now() - startedAt).toBeGreaterThan(300);
  });

  it('lets an instance that slept too long write nothing', async () => {
    const { open, opened } = gate();
    const slept = gate();
    const errors: unknown[] = [];
    let sleeper: Job | undefined;
    // Asleep, it looks for no further run: else it would take its own again.
    const one = runnerOf(
      {
        nap: async (job) => {
          sleeper = job;
          open();
          await slept.opened;
          const attempts = [() => job.saveCheckpoint('stale'), () => job.progress(9, 9, 'stale')];
          for (const attempt of attempts)
            await attempt().catch((error: unknown) => errors.push(error));
          return 'stale';
        },
      },
      { pollMs: 3_600_000 },
    );
    await one.start();
    const { id } = await one.enqueue({ type: 'nap', title: 'Nap', site: home });
    await opened;
    expect(await sleeper?.isMine()).toBe(true);
    await letExpire(id);
    expect(await sleeper?.isMine()).toBe(false);
    const two = runnerOf({ nap: async () => 'fresh' });
    await two.start();
    expect(await inState(id, 'done')).toMatchObject({ result: 'fresh', fence: 2 });
    slept.open();
    await until(async () => errors.length === 2);
    await one.stop();
    expect(errors).toEqual([
      expect.objectContaining({ name: 'RunLostError' }),
      expect.objectContaining({ name: 'RunLostError' }),
    ]);
    expect(sleeper?.signal.aborted).toBe(true);
    expect(await stored(id)).toMatchObject({ result: 'fresh', checkpoint: null, note: null });
  });

  it('keeps a long run by its heartbeat', async () => {
    const { open, opened } = gate();
    const one = runnerOf({ long: () => opened.then(() => 'one') }, { leaseTtlMs: 400 });
    await one.start();
    const { id } = await one.enqueue({ type: 'long', title: 'Long', site: home });
    await inState(id, 'running');
    const two = runnerOf({ long: async () => 'two' }, { leaseTtlMs: 400 });
    await two.start();
    await wait(1200);
    open();
    expect(await inState(id, 'done')).toMatchObject({ result: 'one', attempts: 1 });
  });

  it('is given up when it takes its instances along every time', async () => {
    const runner = runnerOf({ bomb: async () => 'never' }, { maxAttempts: 2 });
    const { id } = await runner.enqueue({ type: 'bomb', title: 'Bomb', site: home });
    await app.strapi.db.query(RUN).update({
      where: { id },
      data: { state: 'running', holder: 'gone', attempts: 2, leaseUntil: new Date(0) } as never,
    });
    await runner.start();
    expect((await inState(id, 'failed')).error).toMatch(/^Given up/);
  });

  it('keeps the last 200 lines of its log', async () => {
    const runner = runnerOf({
      talk: async (job) => {
        for (let line = 0; line < 250; line += 1) await job.log(`line ${line}`);
        return null;
      },
    });
    await runner.start();
    const { id } = await runner.enqueue({ type: 'talk', title: 'Talk', site: home });
    const { log } = await inState(id, 'done');
    expect(log).toHaveLength(200);
    expect(log?.[199]).toMatch(/ line 249$/);
  });

  describe('a lease', () => {
    const holders = () =>
      ['one', 'two'].map((holder) => createLeases({ strapi: app.strapi, uid: LEASE, holder })) as [
        ReturnType<typeof createLeases>,
        ReturnType<typeof createLeases>,
      ];

    it('has one holder, also when many ask at once', async () => {
      const [one, two] = holders();
      const asked = [one, two, one, two, one, two].map((each) => each.acquire('crowd', 5000));
      const won = (await Promise.all(asked)).filter((lease) => lease !== null);
      expect(won).toHaveLength(1);
      await won[0]?.release();
      expect(await two.acquire('crowd', 5000)).toMatchObject({ fence: 2 });
    });

    it('goes to the next one when its time is up, and is lost for good', async () => {
      const [one, two] = holders();
      const first = await one.acquire('short', 150);
      expect(await first?.isHeld()).toBe(true);
      expect(await first?.renew()).toBe(true);
      expect(await two.acquire('short', 150)).toBeNull();
      await wait(200);
      const second = await two.acquire('short', 5000);
      expect(second?.fence).toBe(2);
      expect(await first?.isHeld()).toBe(false);
      expect(await first?.renew()).toBe(false);
      await first?.release();
      expect(await second?.isHeld()).toBe(true);
      const { db } = app.strapi;
      const isHeld = (lease: typeof first) =>
        db.connection.transaction((trx) => Promise.resolve(lease?.isHeld(trx)));
      expect(await isHeld(first)).toBe(false);
      expect(await isHeld(second)).toBe(true);
    });

    it('gives every tick of a clock to one', async () => {
      const [one, two] = holders();
      const claims = (mark: string) =>
        Promise.all([one, two, one, two].map((each) => each.claimOnce('clock', mark)));
      const wins = (answers: boolean[]) => answers.filter(Boolean).length;
      expect(wins(await claims('2026-01-01T00:00Z'))).toBe(1);
      expect(wins(await claims('2026-01-01T00:00Z'))).toBe(0);
      expect(wins(await claims('2026-01-01T00:01Z'))).toBe(1);
      expect(wins(await claims('2025-12-31T23:59Z'))).toBe(0);
    });
  });

  it('ticks once over two instances', async () => {
    jest.useFakeTimers({
      now: new Date('2026-03-01T11:59:58Z'),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'],
    });
    const ran: string[] = [];
    const tickers = ['one', 'two'].map((holder) =>
      createTicker({
        strapi: app.strapi,
        pluginId: 'shelf',
        name: 'noon',
        expression: '0 12 * * *',
        timeZone: 'UTC',
        leases: createLeases({ strapi: app.strapi, uid: LEASE, holder }),
        run: async () => ran.push(holder),
      }),
    );
    try {
      tickers.forEach((ticker) => ticker.start());
      expect(tickers[0]?.next()?.toISOString()).toBe('2026-03-01T12:00:00.000Z');
      await jest.advanceTimersByTimeAsync(4000);
      jest.useRealTimers();
      await until(async () => ran.length > 0);
      await wait(200);
      expect(ran).toHaveLength(1);
    } finally {
      jest.useRealTimers();
      await Promise.all(tickers.map((ticker) => ticker.stop()));
    }
  });

  const WOKEN = { name: 'with pg-boss', why: 'pg-boss needs PostgreSQL' };
  describeOn(['postgres'], WOKEN, () => {
    it('is woken, without polling', async () => {
      const options = { engine: 'pg-boss', pollMs: 60_000 } as const;
      const worker = runnerOf({ mail: async () => null }, options);
      await worker.start();
      const sender = runnerOf({ mail: async () => null }, options);
      await sender.start();
      const { id } = await sender.enqueue({ type: 'mail', title: 'Mail', site: home });
      expect(await inState(id, 'done')).toMatchObject({ attempts: 1 });
    });
  });

  const REFUSED = { name: 'with pg-boss elsewhere', why: 'PostgreSQL has what pg-boss needs' };
  describeOn(['sqlite', 'mysql'], REFUSED, () => {
    it('says that it needs PostgreSQL', async () => {
      const runner = runnerOf({}, { engine: 'pg-boss' });
      await expect(runner.start()).rejects.toThrow('needs PostgreSQL');
    });
  });
});
