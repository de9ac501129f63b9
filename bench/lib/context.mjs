import { buildForApiTests } from '../../tests/harness/setup/build.mjs';
import { findMysql } from '../../tests/harness/servers/mysql.mjs';
import { findPostgres } from '../../tests/harness/servers/postgres.mjs';
import { at } from '../../scripts/lib/paths.mjs';
import { measurePair, median, percentile } from './measure.mjs';
import { requireTypeScript } from './typescript.mjs';

const FINDERS = { postgres: findPostgres, mysql: findMysql };

/** What a bench is given; `close` stops what was started for it. */
export const createContext = ({ log, args }) => {
  const servers = [];
  return {
    log,
    /** What stands behind the bench's name on the command line. */
    args,
    measurePair,
    median,
    percentile,

    /** The test harness (startApp, builders, personas), with everything built. */
    async harness() {
      process.env.SUITE_APP_DIST = await buildForApiTests(log);
      return requireTypeScript(at('tests/harness/index.ts'));
    },

    /** Finds or starts a database server; returns its address, undefined when there is none. */
    async useServer(kind) {
      const server = await FINDERS[kind](log);
      if (!server) return undefined;
      servers.push(server);
      process.env[`SUITE_${kind.toUpperCase()}_URL`] = server.url;
      log(`${kind}: ${server.source}`);
      return server.url;
    },

    async close() {
      for (const server of servers) await server.stop();
    },
  };
};
