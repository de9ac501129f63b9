const SHOWN = 8;

/** Counts what was checked, and says it while it happens. */
export function createReporter() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s`;

  const say = (text) => console.log(`${seconds()}  ${text}`);
  const lane = (name) => ({
    say: (text) => say(`[${name}] ${text}`),
    /** One check; `problems` are the sentences of what is wrong with it. */
    check: (what, problems = []) => {
      if (problems.length === 0) {
        counts.passed += 1;
        say(`[${name}] ok      ${what}`);
        return;
      }
      counts.failed += 1;
      say(`[${name}] FAILED  ${what}`);
      for (const problem of problems.slice(0, SHOWN)) console.log(`    ${problem}`);
      if (problems.length > SHOWN) console.log(`    and ${problems.length - SHOWN} more`);
    },
  });
  const line = () => `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  return { counts, lane, say, line };
}
