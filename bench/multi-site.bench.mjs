// What multi-site costs a request: two processes, the same Strapi with the plugin (two sites) and
// without it, asked in turns. Arguments: database, rows on a site, rounds.
// `npm run bench -- multi-site sqlite 200 300`
import { fork } from 'node:child_process';
import { at } from '../scripts/lib/paths.mjs';

const REQUESTS = {
  'list of 25': '/api/articles?sort=id',
  count: '/api/articles?sort=id&pagination[pageSize]=1',
  'one entry': (documentId) => `/api/articles/${documentId}`,
  'list of 25, relations populated': '/api/articles?sort=id&populate=*',
};
/** Each pair is two fresh processes: how one of them happens to be compiled must not decide. */
const PAIRS = 3;
/** Short and many, in turns: a machine is not equally fast for long. */
const LAYER_RUNS = 60;
/** Rounds before the first that counts: the servers compile what they run often. */
const WARM_UP = 300;

const receive = (child) =>
  new Promise((resolve, reject) => {
    const fail = (code) => reject(new Error(`A bench server ended with ${code}.`));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.removeListener('exit', fail);
      resolve(message);
    });
  });

const startServer = async (mode, database, rowCount) => {
  const child = fork(at('bench/multi-site-server.mjs'), [mode, database, String(rowCount)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return { child, ...(await receive(child)) };
};

const ask = async ({ url, key }, path) => {
  const answer = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${key}` } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
};

/** Milliseconds of the processor that a server has used so far. */
const cpuOf = async ({ child }) => {
  const answer = receive(child);
  child.send('cpu');
  const { cpu } = await answer;
  return (cpu.user + cpu.system) / 1_000;
};

const costOf = async ({ child }) => {
  const answer = receive(child);
  child.send('cost');
  return (await answer).cost;
};

/** Both servers in turns, for every request: times of each call and the processor's time. */
const measureRequests = async ([ours, peer], { measurePair, rounds, into }) => {
  for (const [what, request] of Object.entries(REQUESTS)) {
    const pathFor = ({ documentId }) =>
      typeof request === 'string' ? request : request(documentId);
    const work = {
      ours: () => ask(ours, pathFor(ours)),
      peer: () => ask(peer, pathFor(peer)),
    };
    await measurePair(work, { rounds: WARM_UP, warmUp: 0 });
    const before = [await cpuOf(ours), await cpuOf(peer)];
    const { times } = await measurePair(work, { rounds, warmUp: 0 });
    const found = (into[what] ??= { ours: [], peer: [], cpuOurs: [], cpuPeer: [] });
    found.ours.push(...times.ours);
    found.peer.push(...times.peer);
    found.cpuOurs.push(((await cpuOf(ours)) - before[0]) / rounds);
    found.cpuPeer.push(((await cpuOf(peer)) - before[1]) / rounds);
  }
};

const measureLayers = async ([ours, peer], costs) => {
  for (let run = 0; run < LAYER_RUNS; run += 1) {
    const first = run % 2 === 0 ? ours : peer;
    const before = await costOf(first);
    const after = await costOf(first === ours ? peer : ours);
    // The first calls are not optimised yet.
    if (run >= LAYER_RUNS / 3) costs.push(first === ours ? before - after : after - before);
  }
};

export default async ({ args, harness, log, measurePair, median, useServer }) => {
  const [database = 'sqlite', rowCount = '200', rounds = '300'] = args;
  if (database !== 'sqlite') await useServer(database);
  // Builds plugins and app once; the servers inherit where they are.
  await harness();
  const found = {};
  const costs = [];
  for (let pair = 1; pair <= PAIRS; pair += 1) {
    log(`pair ${pair} of ${PAIRS}: Strapi with multi-site, and without it`);
    const servers = [];
    try {
      for (const mode of ['ours', 'peer']) {
        servers.push(await startServer(mode, database, rowCount));
      }
      await measureRequests(servers, { measurePair, rounds: Number(rounds), into: found });
      await measureLayers(servers, costs);
    } finally {
      for (const { child } of servers) child.send('stop');
    }
  }
  const named = { peerName: 'Strapi without multi-site', goal: 'ratio <= 1.05' };
  return [
    ...Object.entries(found).flatMap(([what, { ours, peer, cpuOurs, cpuPeer }]) => [
      {
        what: `${database}: ${what}`,
        unit: 'ms p50',
        ours: median(ours),
        peer: median(peer),
        ...named,
      },
      {
        what: `${database}: ${what}, processor`,
        unit: 'ms CPU',
        ours: median(cpuOurs),
        peer: median(cpuPeer),
        ...named,
      },
    ]),
    {
      what: `${database}: layers, for each query that is put together`,
      unit: 'µs',
      ours: median(costs),
      goal: 'ours <= 2',
    },
  ];
};
