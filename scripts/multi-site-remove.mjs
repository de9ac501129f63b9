// Takes multi-site out of the configured database: writes every site to a file, asks, then drops
// the plugin's tables and columns. Entries, media and people stay.
// `npm run multi-site:remove -- --folder exports`
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ensureSecrets } from './lib/env-file.mjs';
import { createApp } from './lib/serve.mjs';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: `multi-site-export-${Date.now()}` },
    confirm: { type: 'string' },
  },
});

const ask = async (question) => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
};

ensureSecrets();
process.env.NODE_ENV ||= 'production';
process.env.STRAPI_TELEMETRY_DISABLED ||= 'true';
const app = await createApp().load();
let code = 0;
try {
  const leaving = app.plugin('multi-site').service('leaving');
  const { sites, tables, columns } = await leaving.plan();
  console.log('These sites become one, and nothing keeps them apart any more:');
  for (const { name, entries } of sites) console.log(`  ${name}: ${entries} entries`);
  console.log(`Each is written to ${path.resolve(values.folder)} first.`);
  console.log(`Dropped: tables ${tables.join(', ')}; columns ${columns.join(', ')}.`);
  const words =
    values.confirm ?? (await ask('This cannot be taken back. Type "remove multi-site" to go on: '));
  const files = await leaving.leave({ folder: path.resolve(values.folder), words });
  for (const file of files) console.log(`Written: ${file}`);
  console.log('Removed. Take multi-site out of config/plugins before the next start.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  code = 1;
}
await app.destroy();
process.exit(code);
