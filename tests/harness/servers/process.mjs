import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const isRoot = () => process.getuid?.() === 0;

/** First existing file of that name in PATH or the usual system folders. */
export const findBinary = (...names) => {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
  ];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (folder !== '' && fs.existsSync(file)) return file;
    }
  }
  return undefined;
};

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * Database servers refuse to run as root. As root, the files are given to "nobody" and the
 * processes run as that user; otherwise nothing changes.
 */
export const unprivileged = () => {
  if (!isRoot()) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u') || 65534, gid: id('-g') || 65534 };
};

/**
 * A private folder in the system's temporary folder that the server process owns; it goes again
 * when the server cannot be started in it.
 */
export const inServerFolder = async (prefix, owner, start) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  try {
    if (owner.uid !== undefined) fs.chownSync(folder, owner.uid, owner.gid);
    return await start(folder);
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

/** Runs a command to its end; its output is in the error when it fails. */
export const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (result.status !== 0) {
    const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().slice(-2000);
    throw new Error(`${command} failed: ${result.error?.message ?? output}`);
  }
  return result.stdout;
};

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Ends a child process when this one ends, by a signal too: without a handler a signal would end
 * us without the "exit" event. Returns a function that undoes it.
 */
export const endWithUs = (child, alsoDo = () => {}) => {
  const onExit = () => {
    child.kill('SIGKILL');
    alsoDo();
  };
  const onSignal = (signal) => process.exit(SIGNALS[signal]);
  process.once('exit', onExit);
  for (const signal of Object.keys(SIGNALS)) process.once(signal, onSignal);
  return () => {
    process.off('exit', onExit);
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
  };
};

/**
 * Starts a server process, waits until `isReady` resolves, and returns `stop()`, which ends that
 * process by its id and removes its folder. The folder also goes when this process ends first.
 */
export const startServer = async ({
  command,
  args,
  options,
  folder,
  isReady,
  timeoutMs = 60_000,
}) => {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // A server that is left open must not keep this process alive.
  child.unref();
  child.channel?.unref();
  child.stdout?.unref?.();
  child.stderr?.unref?.();

  const exited = new Promise((resolve) => child.once('exit', resolve));
  const removeFolder = () =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  const forget = endWithUs(child, removeFolder);

  const stop = async () => {
    forget();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(timer);
    }
    removeFolder();
  };

  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${path.basename(command)} did not start:\n${output}`);
    }
    if (await isReady()) return { pid: child.pid, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
