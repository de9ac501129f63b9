// `npm run check`: everything that can be said about the code without starting it.
// All steps run even if one fails; ends with the line "N passed, N failed, N skipped".
import fs from 'node:fs';
import { at } from './lib/paths.mjs';
import { CHECK_STEPS } from './suite/check-steps.mjs';
import { countsLine, duration, noCounts } from './suite/counts.mjs';

const BUDGET_SECONDS = 300;

const counts = noCounts();
const startedAt = Date.now();
for (const { title, run } of CHECK_STEPS) {
  const stepStartedAt = Date.now();
  try {
    await run();
    counts.passed += 1;
    console.log(`ok      ${title} (${duration(Date.now() - stepStartedAt)})`);
  } catch (error) {
    counts.failed += 1;
    counts.failures.push(title);
    console.log(`FAILED  ${title} (${duration(Date.now() - stepStartedAt)})`);
    console.log(error.message.replace(/^/gm, '        '));
  }
}

const used = duration(Date.now() - startedAt);
console.log(`\nChecks took ${used} (budget ${duration(BUDGET_SECONDS * 1000)}).`);
fs.mkdirSync(at('tests/artifacts/results'), { recursive: true });
fs.writeFileSync(at('tests/artifacts/results/check.json'), JSON.stringify(counts));
console.log(countsLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
