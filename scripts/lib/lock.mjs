import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { at } from './paths.mjs';

const RETRY_MS = 300;

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const take = (file) => {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // A killed holder leaves its file behind.
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (holder && !isRunning(holder)) fs.rmSync(file, { force: true });
    return false;
  }
};

/** One at a time in this checkout: two builds would write into each other's folders. */
export const withLock = async (name, work) => {
  const file = at('node_modules/.cache/suite', `${name}.lock`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) await wait(RETRY_MS);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
};
