import { createTask } from 'node-cron';

/** When a schedule comes next; null where the time zone does not exist. */
export function nextTime(expression: string, timeZone: string): Date | null {
  try {
    const task = createTask(expression, () => undefined, { timezone: timeZone });
    // It only knows its times while it runs.
    void task.start();
    const next = task.getNextRun();
    void task.destroy();
    return next;
  } catch {
    return null;
  }
}
