// Adds up the results that `npm run check` and `npm test` left in files, for .ci/run. A result
// that is missing counts as a failure: its command broke off.
import fs from 'node:fs';
import { addCounts, countsLine, countsNotes, noCounts } from './suite/counts.mjs';

const read = (file) =>
  fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { ...noCounts(), failed: 1, failures: [`no result in ${file}`] };

const counts = process.argv.slice(2).map(read).reduce(addCounts, noCounts());
for (const note of countsNotes(counts)) console.log(note);
console.log(countsLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
