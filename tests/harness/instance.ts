import { fork } from 'node:child_process';
import path from 'node:path';
import { ROOT, type App } from './app';

export type Instance = { url: string; stop: () => Promise<void> };

const START_LIMIT_MS = 60_000;

/**
 * Another instance beside a running app: on the app's own database, or on the storage that is given.
 * In a process of its own, because a process holds one Strapi. SQLite belongs to one process, so on
 * one database this is for server databases.
 */
export async function startInstance({ storage }: Pick<App, 'storage'>): Promise<Instance> {
  const script = path.join(__dirname, 'instance-process.mjs');
  const distDir = process.env.SUITE_APP_DIST ?? path.join(ROOT, 'dist');
  const child = fork(script, [ROOT, distDir, storage.publicDir], {
    // The app's variables, the database's among them: Jest keeps them from the real process.
    env: { ...process.env, ...storage.env },
    execArgv: ['--no-deprecation'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await exited;
  };
  const limit = setTimeout(() => child.kill(), START_LIMIT_MS);
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message: { url: string }) => resolve(message.url));
      child.once('exit', (code) => reject(new Error(`The second instance ended with ${code}.`)));
    });
    return { url, stop };
  } finally {
    clearTimeout(limit);
  }
}
