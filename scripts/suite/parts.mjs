import fs from 'node:fs';
import { findMysql } from '../../tests/harness/servers/mysql.mjs';
import { buildApp, buildPlugins } from '../lib/build.mjs';
import { at } from '../lib/paths.mjs';
import { CommandFailed } from '../lib/run.mjs';
import { addCounts, noCounts } from './counts.mjs';
import { runJest, runNodeTests, runProgram } from './runners.mjs';

const failure = (problem) => ({ ...noCounts(), failed: 1, problem });

/** Builds what changed, once for all parts. */
const build = (work) => async () => {
  try {
    await work();
    process.env.SUITE_BUILT = 'true';
    return noCounts();
  } catch (error) {
    if (error instanceof CommandFailed) console.error(error.tail);
    return failure(error.message);
  }
};

const onPlugin = (id) => console.log(`building plugin ${id}`);

const buildAll = async () => {
  await buildPlugins({ onPlugin });
  console.log('building application and admin panel');
  await buildApp();
};

const runApi = (database, limitMs, env = {}) =>
  runJest({
    name: `api-${database}`,
    project: ['api'],
    env: { TEST_DATABASE: database, ...env },
    limitMs,
  });

const runMysql = async (limitMs) => {
  const server = await findMysql((line) => console.log(line));
  if (!server) {
    const why =
      'API tests on MariaDB: no server, and none can be installed (needs Debian and root)';
    return { ...noCounts(), skipped: 1, skips: [why] };
  }
  console.log(`MariaDB: ${server.source}`);
  try {
    return await runApi('mysql', limitMs, { TEST_MYSQL_URL: server.url });
  } finally {
    await server.stop();
  }
};

const runUnit = async (limitMs) =>
  addCounts(
    await runJest({ name: 'unit', project: ['unit'], limitMs }),
    await runNodeTests({ folders: ['scripts', 'bench', 'tests/harness'], limitMs }),
  );

const program = (file) => async (limitMs) =>
  fs.existsSync(at(file)) ? runProgram({ file, limitMs }) : failure(`${file} is missing`);

/**
 * The parts of a test run, in their order. The budget (seconds) is what a part may take on two
 * cores for the finished suite of five plugins; at three times its budget a part is ended.
 */
export const PARTS = {
  plugins: {
    title: 'Build plugins',
    budget: 180,
    isNeeded: true,
    run: build(() => buildPlugins({ onPlugin })),
  },
  build: {
    title: 'Build plugins, application and admin panel',
    budget: 300,
    isNeeded: true,
    run: build(buildAll),
  },
  unit: { title: 'Unit tests', budget: 120, run: runUnit },
  sqlite: {
    title: 'API tests on SQLite',
    budget: 300,
    run: (limitMs) => runApi('sqlite', limitMs),
  },
  postgres: {
    title: 'API tests on PostgreSQL',
    budget: 420,
    run: (limitMs) => runApi('postgres', limitMs),
  },
  mysql: { title: 'API tests on MariaDB', budget: 600, run: runMysql },
  browser: {
    title: 'Browser tests on Chromium',
    budget: 480,
    run: (limitMs) => runJest({ name: 'e2e', project: ['e2e'], args: ['--runInBand'], limitMs }),
  },
  pack: { title: 'Pack and install', budget: 360, run: program('tests/pack/run.mjs') },
  adoption: {
    title: 'Adoption by an existing project',
    budget: 360,
    run: program('tests/adoption/run.mjs'),
  },
};

/** What the commands of package.json run. */
export const PLANS = {
  all: ['build', 'unit', 'sqlite', 'postgres', 'browser', 'pack', 'adoption'],
  quick: ['plugins', 'unit', 'sqlite'],
  unit: ['unit'],
  api: ['plugins', 'sqlite', 'postgres'],
  e2e: ['build', 'browser'],
  mysql: ['plugins', 'mysql'],
  pack: ['plugins', 'pack'],
  adoption: ['plugins', 'adoption'],
};
