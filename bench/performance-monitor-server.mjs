// One Strapi for performance-monitor.bench.mjs, in a process of its own. Tells its parent where it
// listens; `on` and `off` switch all collectors, `times N` does the measuring N times over.
import { answerParent, startBenchApp } from './performance-monitor-app.mjs';

const config = { flushMs: 60_000, evaluateMs: 300_000 };
const { app, harness } = await startBenchApp(process.argv[2], { config });
const { strapi } = app;

const collector = strapi.plugin('performance-monitor').service('monitor').collector();
const on = { ...collector.switches };
const off = Object.fromEntries(Object.keys(on).map((name) => [name, false]));
let times = 1;
let isRepeating = false;
const { safely } = collector;
// What is measured when an answer ends goes through here: done N times over, N times the cost.
collector.safely = (work) => {
  const rounds = isRepeating ? 1 : times;
  for (let round = 0; round < rounds; round += 1) safely.call(collector, work);
};

const RECORD = 'performance-monitor.record';
const standIns = new WeakMap();
/** A request that is not there, so that repetitions do not pile up in the real one's record. */
const standInFor = (ctx) => {
  const symbol = Object.getOwnPropertySymbols(ctx).find(
    ({ description }) => description === RECORD,
  );
  const record = symbol === undefined ? undefined : ctx[symbol];
  if (typeof record !== 'object') return undefined;
  if (!standIns.has(ctx)) standIns.set(ctx, { [symbol]: new record.constructor() });
  return standIns.get(ctx);
};

/** Every listener hears an event N times, each time under another id: N statements, N waits. */
const repeatEvents = (emitter, names, withId) => {
  for (const name of names) {
    for (const listener of emitter.listeners(name)) {
      emitter.removeListener(name, listener);
      emitter.on(name, (...args) => {
        isRepeating = true;
        listener(...args);
        const ctx = strapi.requestContext.get();
        const standIn = times > 1 && ctx ? standInFor(ctx) : undefined;
        if (standIn) {
          strapi.requestContext.run(standIn, () => {
            for (let round = 1; round < times; round += 1) listener(...withId(args, round));
          });
        }
        isRepeating = false;
      });
    }
  }
};

repeatEvents(strapi.db.connection, ['query', 'query-response', 'query-error'], (args, round) =>
  args.map((arg) =>
    arg?.__knexQueryUid ? { ...arg, __knexQueryUid: `${arg.__knexQueryUid}-${round}` } : arg,
  ),
);
repeatEvents(
  strapi.db.connection.client.pool.emitter,
  ['acquireRequest', 'acquireSuccess', 'acquireFail'],
  ([id, ...rest], round) => [id + round * 1e9, ...rest],
);

/** The median the monitor has for what came since; what it measured before is forgotten. */
const takeMedian = () => {
  const series = collector.recorder.take().filter(({ metric }) => metric === 'http');
  collector.recorder.written();
  const all = series[0]?.histogram;
  for (const { histogram } of series.slice(1)) all.merge(histogram);
  return all?.quantile(0.5) ?? null;
};

/** 30 days of hourly rows, rolled up, and how long the overview of them takes over HTTP. */
const measureMonth = async () => {
  const { makeSeries } = await import('./performance-monitor-figures.mjs');
  const store = strapi.plugin('performance-monitor').service('store');
  const hour = Math.floor(Date.now() / 3_600_000);
  const rows = strapi.db.query('plugin::performance-monitor.bucket');
  for (let back = 720; back >= 1; back -= 1) {
    await store.write({
      minute: (hour - back) * 60,
      instance: 'bench',
      series: makeSeries(36_000, back),
    });
  }
  await rows.updateMany({ where: { instance: 'bench' }, data: { resolution: 60, throughId: 1 } });
  await strapi
    .plugin('performance-monitor')
    .service('roll-up')
    .rollUp((hour + 1) * 60);
  const admin = await harness.createSuperAdmin(app);
  const from = Date.now() - 30 * 86_400_000;
  const times = [];
  for (let round = 0; round < 7; round += 1) {
    const startedAt = performance.now();
    const { status, body } = await admin.get(`/performance-monitor/overview?from=${from}`);
    times.push(performance.now() - startedAt);
    if (status !== 200 || body.data.totals.count < 20_000_000) throw new Error('No month to see.');
  }
  return times.sort((a, b) => a - b)[3];
};

answerParent(app, {
  on: () => void (collector.switches = { ...on }),
  off: () => void (collector.switches = { ...off }),
  times: (count) => void (times = Number(count)),
  forget: () => void takeMedian(),
  felt: () => ({ p50: takeMedian() }),
  month: async () => ({ ms: await measureMonth() }),
});
