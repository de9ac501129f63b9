// What measuring costs, how true the figures are, and what they take. Arguments: database, requests
// a slot, slots. `npm run bench -- performance-monitor sqlite 100 24`
import { fork } from 'node:child_process';
import http from 'node:http';
import { at } from '../scripts/lib/paths.mjs';
import { histogramRows, memoryRow, storageRows } from './performance-monitor-figures.mjs';

const PATH = '/api/articles?sort=id&pagination[pageSize]=10';
/** Measuring is done this many times over, because once is less than the machine's own noise. */
const AMPLIFY = 20;
/** For about ten seconds. */
const FELT_REQUESTS = 2_500;
/** Until a process is as quick as it gets. */
const WARM_UP = 1_500;

const receive = (child) =>
  new Promise((resolve, reject) => {
    const fail = (code) => reject(new Error(`The bench server ended with ${code}.`));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.removeListener('exit', fail);
      resolve(message);
    });
  });

const tell = async (child, message) => {
  const answer = receive(child);
  child.send(message);
  return answer;
};

/** Milliseconds from sending to the last byte. */
const ask = (url, agent) =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = http.get(url, { agent }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - startedAt);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    request.on('error', reject);
  });

/** A load client of its own: so many connections, each asking again as soon as it was answered. */
const load = async (url, { connections, requests }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let left = requests;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      times.push(await ask(url, agent));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return times;
};

const cpuOfSlot = async ({ child, url }, requests) => {
  const before = (await tell(child, 'cpu')).cpu;
  await load(new URL(PATH, url), { connections: 1, requests });
  const after = (await tell(child, 'cpu')).cpu;
  return (after.user + after.system - before.user - before.system) / requests;
};

/** In turns (there and back), the processor's time of the server; `many` is `on` many times over. */
const measureOverhead = async ({ child, url }, { requests, slots }) => {
  await cpuOfSlot({ child, url }, WARM_UP);
  const found = { off: [], on: [], many: [] };
  const modes = ['off', 'on', 'many'];
  for (let slot = 0; slot < slots; slot += 1) {
    const order = slot % 2 === 0 ? modes : [...modes].reverse();
    for (const mode of order) {
      await tell(child, mode === 'off' ? 'off' : 'on');
      await tell(child, `times ${mode === 'many' ? AMPLIFY : 1}`);
      found[mode].push(await cpuOfSlot({ child, url }, requests));
    }
  }
  await tell(child, 'on');
  await tell(child, 'times 1');
  return found;
};

/** The same Strapi with and without the plugin, in turns, each in its own process. */
const withoutRow = async ({ server, without }, { database, requests, slots, median }) => {
  await cpuOfSlot(without, WARM_UP);
  const found = { with: [], without: [] };
  for (let slot = 0; slot < slots; slot += 1) {
    const order = slot % 2 === 0 ? ['with', 'without'] : ['without', 'with'];
    for (const one of order) {
      found[one].push(await cpuOfSlot(one === 'with' ? server : without, requests));
    }
  }
  return {
    what: `${database}: CPU of an API read, with the plugin (plain pairs)`,
    unit: 'µs',
    ours: median(found.with),
    peer: median(found.without),
    peerName: 'the same Strapi without it',
    goal: 'ratio <= 1.05',
  };
};

const startServer = async (script, database) => {
  const child = fork(at('bench', script), [database], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { url } = await receive(child);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.send('stop');
    await ended;
  };
  return { child, url, stop };
};

const overheadRows = async (server, { database, requests, slots, median }) => {
  const found = await measureOverhead(server, { requests, slots });
  const off = median(found.off);
  const slope = found.many.map((many, slot) => (many - found.on[slot]) / (AMPLIFY - 1));
  const row = { unit: 'µs', peer: off, peerName: 'nothing measured' };
  return [
    {
      ...row,
      what: `${database}: CPU of an API read, everything measured (amplified)`,
      ours: off + median(slope),
      goal: 'ratio <= 1.01',
    },
    {
      ...row,
      what: `${database}: CPU of an API read, everything measured (plain pairs)`,
      ours: median(found.on),
      goal: 'ratio <= 1.05',
    },
  ];
};

const feltRow = async ({ child, url }, { database, connections, median }) => {
  const target = new URL(PATH, url);
  // The wait for the process is known for the last seconds: a burst of one would not be felt.
  await load(target, { connections, requests: FELT_REQUESTS });
  await tell(child, 'forget');
  const times = await load(target, { connections, requests: FELT_REQUESTS });
  const { p50 } = await tell(child, 'felt');
  const felt = median(times);
  return {
    what: `${database}: median of the load client and ours, apart at ${connections} connections (${felt.toFixed(1)} and ${p50.toFixed(1)} ms)`,
    unit: '%',
    ours: (Math.abs(p50 - felt) / felt) * 100,
    goal: 'ours <= 15',
  };
};

const monthRow = async ({ child }, database) => ({
  what: `${database}: a view of 30 days, 100 series`,
  unit: 'ms',
  ours: (await tell(child, 'month')).ms,
  goal: 'ours <= 300',
});

export default async function bench(context) {
  const [database = 'sqlite', requests = '100', slots = '24'] = context.args;
  const { median } = context;
  // First, while nothing else lies in this process's memory.
  const rows = [memoryRow(), ...storageRows(), ...histogramRows()];
  await context.harness();
  if (database !== 'sqlite') await context.useServer(database);
  const server = await startServer('performance-monitor-server.mjs', database);
  const options = { database, median, requests: Number(requests), slots: Number(slots) };
  rows.push(...(await overheadRows(server, options)));
  const without = await startServer('performance-monitor-without.mjs', database);
  rows.push(await withoutRow({ server, without }, options));
  await without.stop();
  for (const connections of [10, 50]) {
    rows.push(await feltRow(server, { ...options, connections }));
  }
  rows.push(await monthRow(server, database));
  await server.stop();
  return rows;
}
