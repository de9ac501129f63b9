// `npm run fuzz:multi-site -- --cases 10000 --seed 7`: random questions across the border between
// sites, of content types made at random. The same seed asks the same questions.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { at, ROOT } from './lib/paths.mjs';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '300' }, seed: { type: 'string' } },
});
const env = { ...process.env, FUZZ_CASES: values.cases };
if (values.seed) env.FUZZ_SEED = values.seed;
// About fifty answers a second, twice, and the starts.
const limitMs = 300_000 + Number(values.cases) * 80;
const args = [
  at('node_modules/jest/bin/jest.js'),
  '--selectProjects',
  'api',
  '--testTimeout',
  String(limitMs),
  '--',
  'leaks/fuzz.test',
];
const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
process.exit(status ?? 1);
