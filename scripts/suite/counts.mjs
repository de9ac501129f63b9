/** How many tests passed, failed and were skipped; `skips` says which and why. */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, skips: [] });

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skips: [...a.skips, ...b.skips],
});

/** The line every run ends with. */
export const countsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

const LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/gm;
const SKIP = /^skipped: (.+)$/gm;

/** Reads that line back (the last one) from what a program printed; undefined without one. */
export const countsOfOutput = (output) => {
  const line = [...output.matchAll(LINE)].at(-1);
  if (!line) return undefined;
  const [passed, failed, skipped] = line.slice(1).map(Number);
  return { passed, failed, skipped, skips: [...output.matchAll(SKIP)].map((skip) => skip[1]) };
};

/** A file that could not even be loaded counts as one failed test: it must not vanish. */
export const countsOfJest = (report) => {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter((test) => ['pending', 'todo', 'disabled'].includes(test.status));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: skipped.length,
    skips: skipped.map((test) => test.fullName),
  };
};

/** Node's test runner, `--test-reporter=tap`. */
export const countsOfTap = (output) => {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
    skips: [...output.matchAll(/^\s*ok \d+ - (.+?) # (?:SKIP|TODO) ?(.*)$/gm)].map(
      ([, name, why]) => (why ? `${name} (${why})` : name),
    ),
  };
};

export const duration = (ms) => {
  const seconds = Math.round(ms / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
};
