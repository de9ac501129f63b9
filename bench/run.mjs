// `npm run bench -- <name>`: runs bench/<name>.bench.mjs (or .ts), ours and a named peer in the same
// run, prints the table and writes bench/results/<name>.json. Ends with 1 when a goal is missed.
import fs from 'node:fs';
import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { at } from '../scripts/lib/paths.mjs';
import { createContext } from './lib/context.mjs';
import { completeRow, formatTable } from './lib/rows.mjs';
import { requireTypeScript } from './lib/typescript.mjs';

const SUFFIX = /\.bench\.(mjs|ts)$/;

const listBenches = () =>
  fs
    .readdirSync(at('bench'))
    .filter((file) => SUFFIX.test(file))
    .map((file) => file.replace(SUFFIX, ''));

const load = async (name) => {
  const script = at('bench', `${name}.bench.mjs`);
  if (fs.existsSync(script)) return (await import(pathToFileURL(script).href)).default;
  const typed = at('bench', `${name}.bench.ts`);
  if (fs.existsSync(typed)) return requireTypeScript(typed).default;
  const known = listBenches().join(', ') || 'none yet';
  throw new Error(`There is no bench "${name ?? ''}". Known: ${known}.`);
};

const main = async () => {
  const [name, ...args] = process.argv.slice(2);
  const bench = await load(name);
  const context = createContext({ log: (line) => console.error(`[bench] ${line}`), args });
  let rows;
  try {
    rows = (await bench(context)).map(completeRow);
  } finally {
    await context.close();
  }
  const result = {
    name,
    date: new Date().toISOString(),
    node: process.version,
    cpus: `${os.cpus().length} x ${os.cpus()[0]?.model ?? 'unknown'}`,
    rows,
  };
  fs.mkdirSync(at('bench/results'), { recursive: true });
  fs.writeFileSync(at('bench/results', `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  console.log(formatTable(rows));
  return rows.some((row) => row.met === false) ? 1 : 0;
};

try {
  // A bench may leave connections open; its result is written by now.
  process.exit(await main());
} catch (error) {
  console.error(error);
  process.exit(1);
}
