// `node tests/adoption/run.mjs [--database sqlite|postgres] [--rows 2000] [--keep]`: the plugins
// as guests in a project that has run for years. Ends with "N passed, N failed, N skipped".
import { parseArgs } from 'node:util';
import { buildPlugins } from '../../scripts/lib/build.mjs';
import { findPostgres } from '../harness/servers/postgres.mjs';
import { describeAllowList } from './lib/allow-list.mjs';
import { createReporter } from './lib/reporter.mjs';
import { runLane } from './steps/lane.mjs';

const { values: options } = parseArgs({
  options: {
    database: { type: 'string', default: 'all' },
    rows: { type: 'string', default: '2000' },
    keep: { type: 'boolean', default: false },
  },
});

const reporter = createReporter();
const clients = options.database === 'all' ? ['sqlite', 'postgres'] : [options.database];

if (process.env.SUITE_BUILT !== 'true') {
  await buildPlugins({ onPlugin: (id) => reporter.say(`building ${id}`) });
}
console.log('May differ while the plugins are installed:');
for (const line of describeAllowList()) console.log(`  ${line}`);

const postgres = clients.includes('postgres')
  ? await findPostgres((line) => reporter.say(line))
  : undefined;
try {
  await Promise.all(
    clients.map((client) =>
      runLane({
        client,
        url: postgres?.url,
        rows: Number(options.rows),
        keep: options.keep,
        lane: reporter.lane(client),
      }),
    ),
  );
} finally {
  await postgres?.stop();
}

console.log(reporter.line());
process.exitCode = reporter.counts.failed > 0 ? 1 : 0;
