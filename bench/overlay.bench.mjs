// What variants cost a request: the same Strapi without them, with the code for them but none live,
// and with live ones for this visitor. Processes of their own, asked in turns.
// `npm run bench -- overlay sqlite 200 300`
import { fork } from 'node:child_process';
import { at } from '../scripts/lib/paths.mjs';

const REQUESTS = {
  'list of 25': '/api/articles?sort=id',
  'list of 25, everything populated': '/api/articles?sort=id&populate=*',
  'one entry': (documentId) => `/api/articles/${documentId}`,
};
const WARM_UP = 200;
const PAIRS = 2;

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
  const child = fork(at('bench/overlay-server.mjs'), [mode, database, rowCount], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return { child, ...(await receive(child)) };
};

const ask = async ({ url, key, documentId }, request) => {
  const path = typeof request === 'string' ? request : request(documentId);
  const headers = { authorization: `Bearer ${key}`, 'X-Audience': 'regulars' };
  const answer = await fetch(new URL(path, url), { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return text;
};

/** Milliseconds of the processor that a server has used so far. */
const cpuOf = async ({ child }) => {
  const answer = receive(child);
  child.send('cpu');
  const { cpu } = await answer;
  return (cpu.user + cpu.system) / 1_000;
};

const measure = async ([ours, peer], { measurePair, rounds, found, mode }) => {
  for (const [what, request] of Object.entries(REQUESTS)) {
    const work = { ours: () => ask(ours, request), peer: () => ask(peer, request) };
    await measurePair(work, { rounds: WARM_UP, warmUp: 0 });
    const before = [await cpuOf(ours), await cpuOf(peer)];
    const { times } = await measurePair(work, { rounds, warmUp: 0 });
    const row = (found[`${mode}: ${what}`] ??= { ours: [], peer: [], cpuOurs: [], cpuPeer: [] });
    row.ours.push(...times.ours);
    row.peer.push(...times.peer);
    row.cpuOurs.push(((await cpuOf(ours)) - before[0]) / rounds);
    row.cpuPeer.push(((await cpuOf(peer)) - before[1]) / rounds);
  }
};

export default async ({ args, harness, log, measurePair, median, useServer }) => {
  const [database = 'sqlite', rowCount = '200', rounds = '300'] = args;
  if (database !== 'sqlite') await useServer(database);
  await harness();
  const found = {};
  for (let pair = 1; pair <= PAIRS; pair += 1) {
    for (const mode of ['idle', 'live']) {
      log(`pair ${pair} of ${PAIRS}, ${mode}`);
      const servers = [];
      try {
        servers.push(await startServer(mode, database, rowCount));
        servers.push(await startServer('peer', database, rowCount));
        const text = await ask(servers[0], REQUESTS['list of 25']);
        if (text.includes('for regulars') !== (mode === 'live')) {
          throw new Error(`The ${mode} server does not answer what it should.`);
        }
        await measure(servers, { measurePair, rounds: Number(rounds), found, mode });
      } finally {
        for (const { child } of servers) child.send('stop');
      }
    }
  }
  const peerName = 'Strapi without variants';
  return Object.entries(found).flatMap(([what, { ours, peer, cpuOurs, cpuPeer }]) => {
    const goal = what.startsWith('idle') ? 'ratio <= 1.03' : 'ratio <= 1.3';
    const named = { peerName, goal };
    return [
      { what, unit: 'ms p50', ours: median(ours), peer: median(peer), ...named },
      {
        what: `${what}, processor`,
        unit: 'ms CPU',
        ours: median(cpuOurs),
        peer: median(cpuPeer),
        ...named,
      },
    ];
  });
};
