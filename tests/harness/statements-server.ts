import { fork } from 'node:child_process';
import path from 'node:path';
import createKnex from 'knex';
import { serverUrl } from './storage';

type Server = { url: string; stop: () => Promise<void> };
type Answer = { url?: string; problem?: string };

/** Binaries may have to be fetched first. */
const START_LIMIT_MS = 100_000;

const countsStatements = async (url: string): Promise<boolean> => {
  const knex = createKnex({ client: 'pg', connection: url });
  try {
    const { rows } = await knex.raw<{ rows: { libraries: string }[] }>(
      "select current_setting('shared_preload_libraries') as libraries",
    );
    return rows[0]?.libraries.includes('pg_stat_statements') ?? false;
  } finally {
    await knex.destroy();
  }
};

/**
 * A PostgreSQL that counts statements: the lane's one if it has pg_stat_statements loaded, else a
 * throwaway one, in a process of its own.
 */
export async function startStatementsServer(): Promise<Server> {
  const lane = serverUrl('postgres').href;
  if (await countsStatements(lane)) return { url: lane, stop: async () => undefined };
  const child = fork(path.join(__dirname, 'servers', 'statements-process.mjs'), {
    env: { ...process.env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const limit = setTimeout(() => child.kill(), START_LIMIT_MS);
  try {
    const { url, problem } = await new Promise<Answer>((resolve) => {
      child.once('message', (answer: Answer) => resolve(answer));
      child.once('exit', (code) => resolve({ problem: `its process ended with ${code}` }));
    });
    if (url === undefined) throw new Error(`No PostgreSQL with pg_stat_statements: ${problem}.`);
    const stop = async () => {
      child.disconnect();
      await exited;
    };
    return { url, stop };
  } finally {
    clearTimeout(limit);
  }
}
