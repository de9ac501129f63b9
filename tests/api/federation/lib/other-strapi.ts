import { fork } from 'node:child_process';
import path from 'node:path';
import { createStorage, ROOT, type Storage } from '../../../harness';

export type OtherStrapi = {
  url: string;
  tell: <T = unknown>(op: string, input?: object) => Promise<T>;
  kill: () => Promise<void>;
  stop: () => Promise<void>;
};

const START_LIMIT_MS = 120_000;

/** A second, really booted Strapi; on a database of its own unless one is given. */
export async function startOtherStrapi(
  given?: Storage,
  env: Record<string, string> = {},
): Promise<OtherStrapi> {
  const storage = given ?? (await createStorage('sqlite'));
  const distDir = process.env.SUITE_APP_DIST ?? path.join(ROOT, 'dist');
  const child = fork(
    path.join(__dirname, 'other-strapi-process.mjs'),
    [ROOT, distDir, storage.publicDir],
    {
      // The variables of the app under test, but another database.
      env: { ...process.env, ...storage.env, ...env },
      execArgv: ['--no-deprecation'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answers = new Map<number, (message: Message) => void>();
  let count = 0;

  const url = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill();
      reject(new Error('The other Strapi did not start.'));
    }, START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`The other Strapi ended with ${code}.`)));
    child.on('message', (message: Message) => {
      if (message.url) {
        clearTimeout(limit);
        resolve(message.url);
      } else {
        answers.get(message.id ?? -1)?.(message);
      }
    });
  });

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    url,
    tell: <T>(op: string, input: object = {}) =>
      new Promise<T>((resolve, reject) => {
        count += 1;
        const id = count;
        answers.set(id, ({ result, error }) => {
          answers.delete(id);
          if (error) reject(new Error(error));
          // The caller knows what the operation answers.
          else resolve(result as T);
        });
        child.send({ id, op, ...input });
      }),
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      if (!given) await storage.remove();
    },
  };
}

type Message = { url?: string; id?: number; result?: unknown; error?: string };
