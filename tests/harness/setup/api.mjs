import { CommandFailed } from '../../../scripts/lib/run.mjs';
import { findScratch } from '../scratch.mjs';
import { findMysql } from '../servers/mysql.mjs';
import { findPostgres } from '../servers/postgres.mjs';
import { buildForApiTests } from './build.mjs';

const log = (line) => process.stderr.write(`[tests] ${line}\n`);
const finders = { postgres: findPostgres, mysql: findMysql };

const buildOrExplain = async () => {
  try {
    return await buildForApiTests(log);
  } catch (error) {
    if (error instanceof CommandFailed) log(error.tail);
    throw error;
  }
};

/** Before the API tests: fresh builds and, for a lane with a server, that server. */
export default async () => {
  process.env.SUITE_APP_DIST = await buildOrExplain();
  process.env.SUITE_SCRATCH = findScratch();
  const kind = process.env.TEST_DATABASE || 'sqlite';
  const find = finders[kind];
  if (!find) return;
  const server = await find(log);
  if (!server) throw new Error(`No ${kind} server here and none can be started.`);
  log(`${kind}: ${server.source}`);
  // Workers inherit the environment.
  process.env[`SUITE_${kind.toUpperCase()}_URL`] = server.url;
  globalThis.suiteDatabaseServer = server;
};
