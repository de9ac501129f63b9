// How fast the analysis and the split are, beside libraries that do the same, and how often tests
// without any effect are called a success when somebody looks a hundred times.
// Arguments: rounds of the analysis, simulated tests. `npm run bench -- ai-optimizer 60 2000`
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { build } from 'esbuild';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { at } from '../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);

/** Our modules, bundled as the panel gets them. */
const bundle = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ai-'));
  const entry = path.join(folder, 'entry.ts');
  fs.writeFileSync(
    entry,
    `export { analyse, extract } from ${JSON.stringify(at('plugins/ai-optimizer/shared/analysis/index.ts'))};
     export { assign } from ${JSON.stringify(at('plugins/ai-optimizer/server/src/core/experiments/assign.ts'))};
     export { proportionSample, sequentialTest } from ${JSON.stringify(at('packages/kit/src/shared/statistics/index.ts'))};`,
  );
  const outfile = path.join(folder, 'bench.cjs');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    nodePaths: [at('node_modules')],
  });
  return require(outfile);
};

const WORDS =
  'The harbour pilot boards the ship before dawn because the fog has its own timetable and nobody trusts the radar alone. When the horn answers, everybody on deck listens, and for a moment the two seem to be talking about us.';

const documentOf = (words) => {
  const paragraphs = [];
  for (let count = 0; count < words; count += 80) paragraphs.push(`${WORDS} ${WORDS}`);
  return {
    title: 'A morning without an edge',
    body: paragraphs.map((text, index) =>
      index % 4 === 0
        ? { type: 'heading', level: 2, children: [{ type: 'text', text: 'The harbour pilot' }] }
        : { type: 'paragraph', children: [{ type: 'text', text }] },
    ),
  };
};

const SCHEMA = {
  attributes: { title: { type: 'string' }, body: { type: 'blocks' } },
  components: {},
};

const random = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Share of A/A tests that are called a success at some of a hundred looks. */
const falseAlarms = ({ proportionSample, sequentialTest }, experiments) => {
  const next = random(2026);
  const alarms = { sequential: 0, naive: 0 };
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    const arms = [
      { n: 0, successes: 0 },
      { n: 0, successes: 0 },
    ];
    const seen = { sequential: false, naive: false };
    for (let look = 0; look < 100; look += 1) {
      for (let unit = 0; unit < 100; unit += 1) {
        const arm = arms[next() < 0.5 ? 0 : 1];
        arm.n += 1;
        if (next() < 0.3) arm.successes += 1;
      }
      const [control, variant] = arms.map(proportionSample);
      const error = Math.sqrt(control.variance / control.n + variant.variance / variant.n);
      seen.naive ||= Math.abs(variant.mean - control.mean) / error > 1.959963985;
      const effect = sequentialTest({ control, variant });
      seen.sequential ||= effect !== null && effect.pValue < 0.05;
    }
    alarms.sequential += seen.sequential;
    alarms.naive += seen.naive;
  }
  return { sequential: alarms.sequential / experiments, naive: alarms.naive / experiments };
};

export default async ({ args, log, measurePair, median, percentile }) => {
  const [rounds = '60', experiments = '2000'] = args;
  const ours = await bundle();
  const { GrowthBook } = require('@growthbook/growthbook');
  const rows = [];

  for (const words of [1000, 2000]) {
    const document = documentOf(words);
    const options = { locale: 'en', keyphrase: 'harbour pilot' };
    const times = [];
    for (let round = 0; round < Number(rounds) + 10; round += 1) {
      const startedAt = performance.now();
      const { figures } = ours.analyse(ours.extract(document, SCHEMA), options);
      const took = ((performance.now() - startedAt) * 1000) / figures.words;
      if (round >= 10) times.push(took);
    }
    rows.push({
      what: `analysis of ${words} words, median`,
      unit: 'ms/1000 words',
      ours: median(times),
      goal: 'ours <= 10',
    });
    rows.push({
      what: `analysis of ${words} words, p95`,
      unit: 'ms/1000 words',
      ours: percentile(times, 0.95),
      goal: 'ours <= 25',
    });
  }

  log('splitting visitors');
  const COUNT = 50_000;
  const split = { seed: 'bench', coverage: 1, weights: [0.5, 0.5] };
  const experiment = {
    key: 'bench',
    seed: 'bench',
    hashVersion: 2,
    variations: [0, 1],
    weights: [0.5, 0.5],
  };
  const peerAssign = (visitor) => {
    const growthbook = new GrowthBook({ attributes: { id: visitor } });
    const { variationId, inExperiment } = growthbook.run(experiment);
    return inExperiment ? variationId : -1;
  };
  let different = 0;
  for (let index = 0; index < 2_000; index += 1) {
    if (ours.assign(`v${index}`, split) !== peerAssign(`v${index}`)) different += 1;
  }
  rows.push({
    what: 'visitors of 2,000 that GrowthBook’s SDK places elsewhere',
    unit: '',
    ours: different,
    goal: 'ours <= 0',
  });
  const pair = await measurePair(
    {
      ours: async () => {
        for (let index = 0; index < COUNT; index += 1) ours.assign(`v${index}`, split);
      },
      peer: async () => {
        for (let index = 0; index < COUNT / 50; index += 1) peerAssign(`v${index}`);
      },
    },
    { rounds: 10, warmUp: 2 },
  );
  rows.push({
    what: 'assignments',
    unit: 'a second',
    ours: COUNT / (pair.ours / 1000),
    peer: COUNT / 50 / (pair.peer / 1000),
    peerName: 'GrowthBook SDK, a visitor each',
    goal: 'ours >= 1000000',
  });

  log(`simulating ${experiments} tests without an effect`);
  const alarms = falseAlarms(ours, Number(experiments));
  rows.push({
    what: 'A/A tests called a success in a hundred looks',
    unit: 'share',
    ours: alarms.sequential,
    peer: alarms.naive,
    peerName: 'test for a single look',
    goal: 'ours <= 0.05',
  });
  return rows;
};
