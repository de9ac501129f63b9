// What deciding costs: 1,000 rules on a visitor, against the GrowthBook SDK on the same conditions
// in the same run. Arguments: rules, visitors, rounds. `npm run bench -- personalization 1000 500 200`
import { createRequire } from 'node:module';
import { at } from '../scripts/lib/paths.mjs';
import { requireTypeScript } from './lib/typescript.mjs';

const { evalCondition } = createRequire(import.meta.url)('@growthbook/growthbook');
const RUNS = 5;

/** The same numbers on every machine. */
const randomOf = (seed) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

const COUNTRIES = ['DE', 'AT', 'CH', 'FR', 'NL', 'US', 'GB', 'PL'];
const DEVICES = ['desktop', 'mobile', 'tablet'];
const TAGS = Array.from({ length: 60 }, (_, n) => `tag-${n}`);

const makers = (random) => {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const clause = () =>
    pick([
      () => ({ country: { $in: [pick(COUNTRIES), pick(COUNTRIES)] } }),
      () => ({ device: pick(DEVICES) }),
      () => ({ visits: { $gte: Math.floor(random() * 20) } }),
      () => ({ interests: { $in: [pick(TAGS)] } }),
      () => ({ 'utm.source': { $regex: `^${pick(TAGS)}` } }),
      () => ({ 'traits.plan': { $ne: pick(['free', 'member']) } }),
      () => ({ daysSinceLastSeen: { $lt: Math.floor(random() * 60) } }),
    ])();
  const condition = () => {
    const clauses = Array.from({ length: 2 + Math.floor(random() * 3) }, clause);
    return random() < 0.5 ? { $and: clauses } : { $and: [clauses[0], { $or: clauses.slice(1) }] };
  };
  const visitor = () => ({
    country: pick(COUNTRIES),
    device: pick(DEVICES),
    visits: Math.floor(random() * 25),
    interests: Array.from({ length: 5 }, () => pick(TAGS)),
    utm: { source: pick(TAGS) },
    traits: { plan: pick(['free', 'member', 'patron']) },
    daysSinceLastSeen: Math.floor(random() * 90),
  });
  return { condition, visitor };
};

export default async ({ args, log, median }) => {
  const [ruleCount, visitorCount, rounds] = [1_000, 500, 200].map((usual, n) =>
    Number(args[n] ?? usual),
  );
  const { compileCondition } = requireTypeScript(at('packages/kit/src/shared/growthbook/index.ts'));
  const { condition, visitor } = makers(randomOf(42));
  const conditions = Array.from({ length: ruleCount }, condition);
  const visitors = Array.from({ length: visitorCount }, visitor);
  const regex = () => {
    throw new Error('Only plain expressions are in this bench.');
  };
  const compiled = conditions.map((one) => compileCondition(one, { regex }));

  log('comparing every answer with the peer');
  let different = 0;
  for (const facts of visitors.slice(0, 60)) {
    compiled.forEach((test, index) => {
      if (test(facts) !== evalCondition(facts, conditions[index])) different += 1;
    });
  }

  const ours = (facts) => compiled.reduce((sum, test) => sum + (test(facts) ? 1 : 0), 0);
  const peer = (facts) =>
    conditions.reduce((sum, one) => sum + (evalCondition(facts, one) ? 1 : 0), 0);
  /** In turns, so that whatever else the machine does falls on both. */
  const times = { ours: [], peer: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (let round = 0; round < rounds; round += 1) {
      const facts = visitors[round % visitors.length];
      for (const [name, work] of Object.entries({ ours, peer })) {
        const startedAt = process.hrtime.bigint();
        work(facts);
        // The first run warms both up.
        if (run > 0) times[name].push(Number(process.hrtime.bigint() - startedAt) / 1e6);
      }
    }
  }
  const p99 = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length * 0.99)];
  return [
    {
      what: `${ruleCount} rules on a visitor`,
      unit: 'ms p50',
      ours: median(times.ours),
      peer: median(times.peer),
      peerName: '@growthbook/growthbook',
      goal: 'ratio <= 0.25',
    },
    {
      what: `${ruleCount} rules on a visitor`,
      unit: 'ms p50',
      ours: median(times.ours),
      goal: 'ours <= 0.15',
    },
    {
      what: `${ruleCount} rules on a visitor`,
      unit: 'ms p99',
      ours: p99(times.ours),
      peer: p99(times.peer),
      peerName: '@growthbook/growthbook',
    },
    {
      what: 'answers that differ from the peer',
      unit: 'answers',
      ours: different,
      goal: 'ours <= 0',
    },
  ];
};
