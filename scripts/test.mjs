// `npm test`: everything. `node scripts/test.mjs <plan>` runs one of the plans in suite/parts.mjs.
// Ends with the line "N passed, N failed, N skipped".
import fs from 'node:fs';
import { at } from './lib/paths.mjs';
import { addCounts, countsLine, countsNotes, duration, noCounts } from './suite/counts.mjs';
import { PARTS, PLANS } from './suite/parts.mjs';

const OVERRUN = 3;

const runPart = async (name) => {
  const { title, budget, run } = PARTS[name];
  console.log(`\n── ${title} (budget ${duration(budget * 1000)})`);
  const startedAt = Date.now();
  const counts = await run(budget * OVERRUN * 1000);
  const usedMs = Date.now() - startedAt;
  const verdict = counts.problem ? `, ${counts.problem}` : '';
  console.log(`── ${title}: ${countsLine(counts)}, ${duration(usedMs)}${verdict}`);
  return { name, title, budget, usedMs, counts };
};

const printTable = (results) => {
  console.log('\nPart                                         used       budget');
  for (const { title, usedMs, budget, counts } of results) {
    const over = usedMs > budget * 1000 ? '  over budget' : '';
    const failed =
      counts.failed > 0 ? `  FAILED${counts.problem ? ` (${counts.problem})` : ''}` : '';
    const columns = [title.padEnd(44), duration(usedMs).padEnd(10), duration(budget * 1000)];
    console.log(`${columns.join(' ')}${over}${failed}`);
  }
};

const main = async () => {
  const [plan = 'all'] = process.argv.slice(2);
  if (!Object.hasOwn(PLANS, plan)) {
    throw new Error(`Unknown plan "${plan}". Known: ${Object.keys(PLANS).join(', ')}.`);
  }
  console.log(`Runs: ${PLANS[plan].map((name) => PARTS[name].title).join(' · ')}`);
  const results = [];
  for (const name of PLANS[plan]) {
    const result = await runPart(name);
    results.push(result);
    if (PARTS[name].isNeeded && result.counts.failed > 0) break;
  }

  printTable(results);
  const counts = results.reduce((sum, result) => addCounts(sum, result.counts), noCounts());
  for (const note of countsNotes(counts)) console.log(note);
  const missing = PLANS[plan].length - results.length;
  if (missing > 0) console.log(`${missing} parts did not run because a needed one failed.`);
  fs.mkdirSync(at('tests/artifacts/results'), { recursive: true });
  fs.writeFileSync(at('tests/artifacts/results/test.json'), JSON.stringify(counts));
  console.log(countsLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
};

await main();
