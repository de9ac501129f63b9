const REFRESH_MS = 1_000;
/** Without a terminal a line now and then shows that it still works. */
const QUIET_LINE_MS = 20_000;
/** Below this share its speed says little about the rest. */
const MEANINGFUL_SHARE = 0.1;

const clock = (ms) => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
};

/**
 * Runs steps one after the other and says where it is. A step is
 * `{ title, seconds, run(note) -> summary }`; `seconds` is what it takes on two cores, and
 * `note(text, share)` may say which share of it is done. The time left is the sum of what is to
 * come, stretched by how this machine did so far.
 */
export const runSteps = async (steps, { out = process.stdout, now = Date.now } = {}) => {
  const startedAt = now();
  let expected = 0;
  let spent = 0;

  for (const [index, step] of steps.entries()) {
    const stepStart = now();
    let note = '';
    let share = 0;
    let lastQuietLine = stepStart;
    const pace = () => (expected > 10 ? Math.min(4, Math.max(0.25, spent / expected)) : 1);
    const left = () => {
      const later = steps.slice(index + 1).reduce((sum, { seconds }) => sum + seconds, 0);
      const soFar = (now() - stepStart) / 1000;
      const whole = share > MEANINGFUL_SHARE ? soFar / share : step.seconds * pace();
      // A step that takes longer than thought has something left, however little is known.
      const here = Math.max(whole - soFar, soFar * 0.1);
      return (here + later * pace()) * 1000;
    };
    const label = `[${index + 1}/${steps.length}] ${step.title}`;
    const line = () =>
      `${label}${note && `: ${note}`} (${clock(now() - startedAt)}, about ${clock(left())} left)`;

    const show = () => {
      if (out.isTTY) {
        out.write(`\r\x1b[2K${line().slice(0, Math.max(20, (out.columns ?? 100) - 1))}`);
      } else if (now() - lastQuietLine >= QUIET_LINE_MS) {
        lastQuietLine = now();
        out.write(`${line()}\n`);
      }
    };
    if (!out.isTTY) out.write(`${line()}\n`);
    const timer = setInterval(show, REFRESH_MS);
    show();
    try {
      const summary = await step.run((text, done = 0) => {
        note = text;
        share = done;
        show();
      });
      const took = now() - stepStart;
      out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${label}: ${summary} (${clock(took)})\n`);
      // A step with nothing to do says nothing about the speed of this machine.
      if (took < step.seconds * 100) continue;
      expected += step.seconds;
      spent += took / 1000;
    } catch (error) {
      out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${label}: failed\n`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }
  return now() - startedAt;
};
