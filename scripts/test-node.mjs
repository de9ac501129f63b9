// `npm run test:node [-- 22 24] [-- --quick]`: both commands, `npm run demo` and `npm test`, on other
// Node versions, each in a copy of this checkout. Ends with the line "N passed, N failed, N skipped".
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../tests/harness/servers/process.mjs';
import { at, ROOT } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import {
  addCounts,
  countsLine,
  countsNotes,
  countsOfOutput,
  duration,
  noCounts,
} from './suite/counts.mjs';

/** npm's own packages of Node: program and headers, so that better-sqlite3 can be compiled. */
const VERSIONS = { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0' };
const DEMO_LIMIT_MS = 15 * 60_000;

const fetchNode = async (version) => {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = at('node_modules/.cache/node-versions', version);
  const home = path.join(folder, 'node_modules', name);
  if (!fs.existsSync(path.join(home, 'bin/node'))) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...flags, `${name}@${version}`], { cwd: folder });
  }
  return home;
};

const workspaces = () =>
  ['plugins', 'packages'].flatMap((parent) =>
    fs.readdirSync(at(parent)).map((name) => path.join(parent, name)),
  );

const copyCheckout = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-node-'));
  const files = await run('git', ['ls-files', '-co', '--exclude-standard', '-z']);
  for (const file of files.split('\0').filter((name) => name && fs.existsSync(at(name)))) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(at(file), path.join(folder, file));
  }
  // A workspace keeps what it needs in another version than the rest in a folder of its own.
  for (const place of ['.', ...workspaces()]) {
    const source = at(place, 'node_modules');
    if (fs.existsSync(source)) await run('cp', ['-a', source, path.join(folder, place)]);
  }
  // What was built for this Node is built anew for the other.
  fs.rmSync(path.join(folder, 'node_modules/.cache/suite'), { recursive: true, force: true });
  return folder;
};

const npmProgram = () => {
  const program = process.env.npm_execpath;
  if (!program) throw new Error('Run this by npm: npm run test:node');
  return program;
};

const environment = (home) => {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(npm_|SUITE_|DATABASE_|NODE_ENV|SEED_DEMO|HOST|PORT$)/.test(name)) delete env[name];
  }
  return {
    ...env,
    CI: 'true',
    PATH: `${path.join(home, 'bin')}${path.delimiter}${env.PATH}`,
    npm_config_nodedir: home,
  };
};

const startNpm = (args, { home, cwd, env = {} }) => {
  const child = spawn(path.join(home, 'bin/node'), [npmProgram(), ...args], {
    cwd,
    env: { ...environment(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that Ctrl-C can be sent as a terminal does: to all of it.
    detached: true,
  });
  const state = { output: '' };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].on('data', (chunk) => {
      state.output += chunk;
      process[stream].write(chunk);
    });
  }
  // Ended by Ctrl-C, npm dies of the signal, after its program and whatever that answered.
  const ended = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve(signal === 'SIGINT' ? 0 : (code ?? 1)));
  });
  return { child, state, ended };
};

const isHealthy = async (port) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/_health`)).status === 204;
  } catch {
    return false;
  }
};

/** From the clone to a demo that answers; then Ctrl-C, which has to end it cleanly. */
const tryDemo = async (place) => {
  const port = await freePort();
  const demo = startNpm(['run', 'demo', '--', '--no-open'], {
    ...place,
    env: { PORT: String(port) },
  });
  const deadline = Date.now() + DEMO_LIMIT_MS;
  while (demo.child.exitCode === null && Date.now() < deadline && !(await isHealthy(port))) {
    await wait(500);
  }
  const isUp = await isHealthy(port);
  if (demo.child.exitCode === null) process.kill(-demo.child.pid, 'SIGINT');
  const code = await Promise.race([demo.ended, wait(30_000, 'late', { ref: false })]);
  if (code === 'late') process.kill(-demo.child.pid, 'SIGKILL');
  return isUp && code === 0
    ? { ...noCounts(), passed: 1 }
    : { ...noCounts(), failed: 1, problem: `demo: up ${isUp}, end ${code}` };
};

const tryTests = async (place, isQuick) => {
  const tests = startNpm(isQuick ? ['run', 'test:quick'] : ['test'], place);
  const code = await tests.ended;
  const counts = countsOfOutput(tests.state.output) ?? { ...noCounts(), failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
};

const tryVersion = async (major, isQuick) => {
  const startedAt = Date.now();
  const home = await fetchNode(VERSIONS[major]);
  const version = spawnSync(path.join(home, 'bin/node'), ['--version'], { encoding: 'utf8' });
  console.log(`\n== Node ${version.stdout.trim()}`);
  const cwd = await copyCheckout();
  try {
    const demo = await tryDemo({ home, cwd });
    const tests = await tryTests({ home, cwd }, isQuick);
    return { major, demo, tests, usedMs: Date.now() - startedAt };
  } finally {
    fs.rmSync(cwd, { recursive: true, force: true });
  }
};

const args = process.argv.slice(2);
const asked = args.filter((arg) => arg !== '--quick');
const unknown = asked.filter((major) => !(major in VERSIONS));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Known: 20, 22, 24.`);

console.log(`Checkout: ${ROOT}`);
const results = [];
for (const major of asked.length > 0 ? asked : Object.keys(VERSIONS)) {
  results.push(await tryVersion(major, args.includes('--quick')));
}
for (const { major, demo, tests, usedMs } of results) {
  const demoResult = demo.failed > 0 ? `demo FAILED (${demo.problem})` : 'demo started and stopped';
  console.log(`Node ${major}: ${demoResult}; tests: ${countsLine(tests)}; ${duration(usedMs)}`);
}
const counts = results.flatMap(({ demo, tests }) => [demo, tests]).reduce(addCounts, noCounts());
for (const note of countsNotes(counts)) console.log(note);
console.log(countsLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
