import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { ROOT } from './paths.mjs';
import { compileEnvironment, isPrebuiltReachable, isSqliteUsable } from './sqlite.mjs';

const MIN_NODE = [20, 19];
const MIN_FREE_BYTES = 2.5 * 1024 ** 3;
const PORTS_TRIED = 50;

/** Something the person has to do first; the message says what. */
export class NotReady extends Error {}

export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  if (!isNewEnough) {
    throw new NotReady(
      `Node ${process.versions.node} is too old: ${MIN_NODE.join('.')} or newer is needed. ` +
        'Get the current LTS from https://nodejs.org and run the command again.',
    );
  }
};

export const checkDisk = () => {
  const { bavail, bsize } = fs.statfsSync(ROOT);
  if (bavail * bsize >= MIN_FREE_BYTES) return;
  const free = ((bavail * bsize) / 1024 ** 3).toFixed(1);
  throw new NotReady(
    `Only ${free} GB free in ${ROOT}; about 2.5 GB are needed to install and build.`,
  );
};

const answers = (command, args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
};

const hasCompiler = () => {
  // On Windows node-gyp finds Visual Studio itself; nothing here could tell as well.
  if (process.platform === 'win32') return true;
  const hasPython = answers('python3', ['--version']) || answers('python', ['--version']);
  const hasCpp = answers('c++', ['--version']) || answers('g++', ['--version']);
  return hasPython && hasCpp && answers('make', ['--version']);
};

const COMPILER_HINT = {
  darwin: 'xcode-select --install',
  linux: 'sudo apt-get install -y build-essential python3 (or the like of your distribution)',
};

/**
 * better-sqlite3 is the one native part. It comes ready-made where its file can be fetched, else
 * it is compiled. Returns the environment npm needs for that.
 */
export const checkNative = async () => {
  if (isSqliteUsable() || (await isPrebuiltReachable())) return {};
  if (hasCompiler()) return compileEnvironment();
  throw new NotReady(
    'better-sqlite3 has no ready-made file for this machine that could be fetched, and there ' +
      `is no C++ compiler to build it. Install one: ${COMPILER_HINT[process.platform] ?? 'a C++ compiler, make and Python 3'}; ` +
      'then run the command again.',
  );
};

const isFree = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });

/** The wanted port, or the next free one after it. */
export const freePort = async (wanted, host) => {
  for (let port = wanted; port < wanted + PORTS_TRIED; port += 1) {
    if (await isFree(port, host)) return port;
  }
  throw new NotReady(
    `No free port from ${wanted} to ${wanted + PORTS_TRIED - 1}. Set another: PORT=8000 npm run demo`,
  );
};
