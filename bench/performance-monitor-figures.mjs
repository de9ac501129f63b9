// The figures of performance-monitor.bench.mjs that need no server: histograms, memory, storage.
import { createRequire } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';
import { at } from '../scripts/lib/paths.mjs';
import { requireBundled } from './lib/typescript.mjs';

const SOURCE = 'plugins/performance-monitor/server/src';
const QUANTILES = [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999];
const VALUES = 1_000_000;
const PEER = 'sketches-js';

const source = (name) => requireBundled(at(SOURCE, name));

const seeded = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** 95 % lognormal around 20 ms, 5 % with a long tail: what answer times look like. */
const answerTimes = (seed) => {
  const random = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return () => (random() < 0.95 ? 20 * Math.exp(0.8 * normal()) : 20 / (1 - random()) ** (1 / 1.2));
};

const errorOf = (sorted, read) =>
  Math.max(
    ...QUANTILES.map((share) => {
      const exact = sorted[Math.ceil(share * sorted.length) - 1];
      return Math.abs(read(share) - exact) / exact;
    }),
  ) * 100;

const nanosecondsEach = (values, make, add) => {
  const target = make();
  const before = process.cpuUsage();
  for (const value of values) add(target, value);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / values.length) * 1000;
};

/** In turns, the fastest round of each: the first ones are not compiled yet. */
const fastest = (rounds, ...measures) => {
  const best = measures.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    measures.forEach((measure, index) => {
      best[index] = Math.min(best[index], measure());
    });
  }
  return best;
};

/** Recording a value, and how far quantiles are from the exact ones. */
export const histogramRows = () => {
  const { Histogram } = source('core/histogram.ts');
  const { DDSketch } = createRequire(import.meta.url)('@datadog/sketches-js');
  const next = answerTimes(1);
  const values = Float64Array.from({ length: VALUES }, next);
  const sorted = Float64Array.from(values).sort();
  const makePeer = () => new DDSketch({ relativeAccuracy: 0.01 });
  const ours = new Histogram();
  const peer = makePeer();
  for (const value of values) {
    ours.record(value);
    peer.accept(value);
  }
  const [ourTime, peerTime] = fastest(
    5,
    () =>
      nanosecondsEach(
        values,
        () => new Histogram(),
        (one, value) => one.record(value),
      ),
    () => nanosecondsEach(values, makePeer, (one, value) => one.accept(value)),
  );
  return [
    {
      what: 'histogram: recording a value',
      unit: 'ns',
      ours: ourTime,
      peer: peerTime,
      peerName: PEER,
      goal: 'ratio <= 1',
    },
    {
      what: 'histogram: largest error of a quantile',
      unit: '%',
      ours: errorOf(sorted, (share) => ours.quantile(share)),
      peer: errorOf(sorted, (share) => peer.getValueAtQuantile(share)),
      peerName: PEER,
      goal: 'ours <= 1.09',
    },
  ];
};

const collectGarbage = () => {
  v8.setFlagsFromString('--expose_gc');
  vm.runInNewContext('gc')();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
};

/** A query as Strapi writes it, long and different each time. */
const statementOf = (number) =>
  `select "t0"."id", ${Array.from({ length: 30 }, (_, column) => `"t0"."column_${column}"`).join(', ')} from "table_${number}" as "t0" where "t0"."id" = ? order by "t0"."id" limit ?`;

/** Everything a process keeps for 300 series with 1,000 values each, all statements known. */
export const memoryRow = () => {
  const { Collector } = source('collect/collector.ts');
  const limits = { maxSeries: 2_000, maxRoutes: 256, maxStatements: 512, maxHosts: 64 };
  const next = answerTimes(2);
  const before = collectGarbage();
  const collector = new Collector(limits, {});
  collector.recorder.keepTotals(true);
  for (let number = 0; number < 2_000; number += 1)
    collector.statement(statementOf(number), 'postgres');
  for (let value = 0; value < 1_000; value += 1) {
    for (let series = 0; series < 300; series += 1) {
      collector.recorder.record(
        'http',
        [`/api/route-${series}`, 'GET', '2xx', '1'],
        next(),
        [1, 2],
      );
    }
  }
  collector.recorder.take();
  collector.recorder.written();
  const after = collectGarbage();
  // Still in use here, so it cannot have been collected.
  if (collector.recorder.totals().length !== 300) throw new Error('Series are missing.');
  return {
    what: 'memory: 300 series, all statements',
    unit: 'MB',
    ours: (after - before) / 1e6,
    goal: 'ours <= 30',
  };
};

/** One write: 15 s of 10 requests a second, over 100 series. */
export const makeSeries = (recordings, seed) => {
  const { Recorder } = source('collect/recorder.ts');
  const random = seeded(seed);
  const next = answerTimes(seed);
  const recorder = new Recorder(2_000);
  for (let index = 0; index < recordings; index += 1) {
    const number = Math.floor(random() * 100);
    const labels = [
      `/api/route-${number}`,
      'GET',
      '2xx',
      '1',
      `api::type-${number}.type`,
      '',
      'find',
    ];
    const sums = [Math.floor(random() * 5_000), Math.floor(random() * 20_000), 3, 0, 100, 0];
    recorder.record('http', labels, next(), sums);
  }
  return recorder.take();
};

/** Bytes of figures as the table keeps them, the mean of some. */
const meanSize = (count, make) => {
  const sizes = Array.from({ length: count }, (_, number) => Buffer.byteLength(make(number)));
  return sizes.reduce((sum, size) => sum + size, 0) / count;
};

/** What the table keeps of a day: packed minutes, what is not packed yet, and rolled-up rows. */
export const storageRows = () => {
  const { pack, packPlain } = source('services/figures-codec.ts');
  const tenMinutes = (number) =>
    Array.from({ length: 10 }, (_, minute) => makeSeries(600, number * 10 + minute));
  const kinds = [
    // Ten minutes and the three that are waited for, by four writes a minute.
    { rows: 52, size: meanSize(20, (number) => pack(makeSeries(150, number))) },
    { rows: 144, size: meanSize(20, (number) => pack(...tenMinutes(number))) },
    { rows: 144, size: meanSize(20, (number) => pack(makeSeries(6_000, number))) },
    { rows: 24, size: meanSize(10, (number) => pack(makeSeries(36_000, number))) },
    { rows: 4, size: meanSize(5, (number) => packPlain(makeSeries(216_000, number))) },
    { rows: 1, size: meanSize(2, (number) => packPlain(makeSeries(864_000, number))) },
  ];
  return [
    {
      what: 'storage: a day of 100 series, 10 requests/s',
      unit: 'MB',
      ours: kinds.reduce((sum, { rows, size }) => sum + rows * size, 0) / 1e6,
      goal: 'ours <= 3',
    },
    {
      what: 'storage: rows of such a day',
      unit: 'rows',
      ours: kinds.reduce((sum, { rows }) => sum + rows, 0),
      goal: 'ours <= 8000',
    },
  ];
};
