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
const RUNS = 3;

const receive = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`A bench server ended with ${code}.`)));
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

const costOf = async ({ child }) => {
  const answer = receive(child);
  child.send('cost');
  return (await answer).cost;
};

export default async ({ args, harness, log, measurePair, median, useServer }) => {
  const [database = 'sqlite', rowCount = '200', rounds = '200'] = args;
  if (database !== 'sqlite') await useServer(database);
  // Builds plugins and app once; the servers inherit where they are.
  await harness();
  const servers = [];
  const rows = [];
  try {
    for (const mode of ['ours', 'peer']) {
      log(`starting ${mode === 'ours' ? 'Strapi with multi-site' : 'Strapi without it'}`);
      servers.push(await startServer(mode, database, rowCount));
    }
    const [ours, peer] = servers;
    for (const [what, request] of Object.entries(REQUESTS)) {
      const pathFor = ({ documentId }) =>
        typeof request === 'string' ? request : request(documentId);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const work = {
          ours: () => ask(ours, pathFor(ours)),
          peer: () => ask(peer, pathFor(peer)),
        };
        runs.push(await measurePair(work, { rounds: Number(rounds), warmUp: 30 }));
      }
      rows.push({
        what: `${database}: ${what}`,
        unit: 'ms p50',
        ours: median(runs.map((one) => one.ours)),
        peer: median(runs.map((one) => one.peer)),
        peerName: 'Strapi without multi-site',
        goal: 'ratio <= 1.05',
      });
    }
    const costs = [];
    for (let run = 0; run < RUNS * 3; run += 1) {
      const pair = [await costOf(ours), await costOf(peer)];
      // The first calls are not optimised yet.
      if (run >= RUNS) costs.push(pair[0] - pair[1]);
    }
    rows.push({
      what: `${database}: layers, for each query that is put together`,
      unit: 'µs',
      ours: median(costs),
      goal: 'ours <= 2',
    });
  } finally {
    for (const { child } of servers) child.send('stop');
  }
  return rows;
};
