/**
 * How many tests passed, failed and were skipped. `skips` says which and why, `failures` which and
 * how, `unsteady` which failed at first and passed when their file ran again.
 */
export const noCounts = () => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  skips: [],
  failures: [],
  unsteady: [],
});

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skips: [...a.skips, ...b.skips],
  failures: [...a.failures, ...b.failures],
  unsteady: [...a.unsteady, ...b.unsteady],
});

/** What stands above the last line of a run: nothing that was skipped or failed goes unsaid. */
export const countsNotes = ({ skips, failures, unsteady }) => [
  ...skips.map((skip) => `skipped: ${skip}`),
  ...unsteady.map((name) => `unsteady, passed at its second run: ${name}`),
  ...failures.map((failure) => `failed: ${failure}`),
];

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
  const skips = [...output.matchAll(SKIP)].map((skip) => skip[1]);
  return { ...noCounts(), passed, failed, skipped, skips };
};

const firstLines = (text) => text.split('\n').slice(0, 6).join('\n  ').trim();

/** A file that could not even be loaded counts as one failed test: it must not vanish. */
const failuresOf = (file) => {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  if (file.status === 'failed' && failed.length === 0) {
    return [{ name: file.name, how: firstLines(file.message ?? '') }];
  }
  return failed.map(({ fullName, failureMessages }) => ({
    name: `${file.name}: ${fullName}`,
    how: firstLines(failureMessages?.[0] ?? ''),
  }));
};

/** Paths of the test files in which something failed. */
export const failedFiles = (report) =>
  report.testResults.filter((file) => failuresOf(file).length > 0).map((file) => file.name);

/** Counts of a Jest report. `second`: the report of the failed files, run once more. */
export const countsOfJest = (report, second = { testResults: [] }) => {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const files = report.testResults.map((file) => again.get(file.name) ?? file);
  const tests = files.flatMap((file) => file.assertionResults);
  const skipped = tests.filter((test) => ['pending', 'todo', 'disabled'].includes(test.status));
  const failures = files.flatMap(failuresOf);
  const failedNow = new Set(failures.map(({ name }) => name));
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failures.length,
    skipped: skipped.length,
    skips: skipped.map((test) => test.fullName),
    failures: failures.map(({ name, how }) => `${name}\n  ${how}`),
    unsteady: report.testResults
      .filter((file) => again.has(file.name))
      .flatMap(failuresOf)
      .filter(({ name }) => !failedNow.has(name))
      .map(({ name, how }) => `${name}\n  ${how}`),
  };
};

/** Node's test runner, `--test-reporter=tap`. */
export const countsOfTap = (output) => {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return {
    ...noCounts(),
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
