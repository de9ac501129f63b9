import fs from 'node:fs';
import { findMysql } from '../../tests/harness/servers/mysql.mjs';
import { buildApp, buildPlugins } from '../lib/build.mjs';
import { at } from '../lib/paths.mjs';
import { CommandFailed } from '../lib/run.mjs';
import { addCounts, noCounts } from './counts.mjs';
import { leftOut, readPending } from './pending.mjs';
import { runJest, runNodeTests, runProgram } from './runners.mjs';

const failure = (problem) => ({ ...noCounts(), failed: 1, failures: [problem], problem });

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

const runApi = (database, limitMs, { env = {}, files = [] } = {}) =>
  runJest({
    name: `api-${database}`,
    project: ['api'],
    part: database,
    env: { TEST_DATABASE: database, ...env },
    // An application that a failed test left running must not hold the whole run.
    args: ['--forceExit'],
    files,
    limitMs,
  });

/** What most changes would break first, a few files of each plugin: `npm run test:quick`. */
const QUICK_FILES = [
  'suite/boot',
  'multi-site/admin-sites',
  'multi-site/resolution',
  'multi-site/leaks/content-api',
  'multi-site/leaks/probes',
  'personalization/rules',
  'federation/feed',
  'ai-optimizer/quality',
  'performance-monitor/access',
];

const runMysql = async (limitMs) => {
  const server = await findMysql((line) => console.log(line));
  if (!server) {
    const why =
      'API tests on MariaDB: no server, and none can be installed (needs Debian and root)';
    return { ...noCounts(), skipped: 1, skips: [why] };
  }
  console.log(`MariaDB: ${server.source}`);
  try {
    return await runApi('mysql', limitMs, { env: { TEST_MYSQL_URL: server.url } });
  } finally {
    await server.stop();
  }
};

const runUnit = async (limitMs) =>
  addCounts(
    await runJest({ name: 'unit', project: ['unit'], limitMs }),
    await runNodeTests({ folders: ['scripts', 'bench', 'tests/harness'], limitMs }),
  );

const program = (part, file) => async (limitMs) => {
  const { skips } = leftOut(readPending(), part);
  if (skips.length > 0) return { ...noCounts(), skipped: skips.length, skips };
  return fs.existsSync(at(file)) ? runProgram({ file, limitMs }) : failure(`${file} is missing`);
};

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
    budget: 540,
    run: (limitMs) => runApi('sqlite', limitMs),
  },
  quickApi: {
    title: 'Some API tests of each plugin on SQLite',
    budget: 150,
    run: (limitMs) => runApi('sqlite', limitMs, { files: QUICK_FILES }),
  },
  postgres: {
    title: 'API tests on PostgreSQL',
    budget: 480,
    run: (limitMs) => runApi('postgres', limitMs),
  },
  mysql: { title: 'API tests on MariaDB', budget: 600, run: runMysql },
  browser: {
    title: 'Browser tests on Chromium',
    budget: 600,
    run: (limitMs) =>
      runJest({
        name: 'e2e',
        project: ['e2e'],
        part: 'browser',
        // A browser and a server keep two cores busy.
        args: ['--maxWorkers=50%', '--forceExit'],
        limitMs,
      }),
  },
  pack: { title: 'Pack and install', budget: 240, run: program('pack', 'tests/pack/run.mjs') },
  adoption: {
    title: 'Adoption by an existing project',
    budget: 360,
    run: program('adoption', 'tests/adoption/run.mjs'),
  },
};

/** What the commands of package.json run. */
export const PLANS = {
  all: ['build', 'unit', 'sqlite', 'postgres', 'browser', 'pack', 'adoption'],
  quick: ['plugins', 'unit', 'quickApi'],
  unit: ['unit'],
  api: ['plugins', 'sqlite', 'postgres'],
  e2e: ['build', 'browser'],
  mysql: ['plugins', 'mysql'],
  pack: ['plugins', 'pack'],
  adoption: ['plugins', 'adoption'],
};
