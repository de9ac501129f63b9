import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { schedule, validate, type ScheduledTask } from 'node-cron';
import type { Leases } from './leases';

const FIELDS = ['minute', 'hour', 'day of the month', 'month', 'day of the week'] as const;

/** What is wrong with a cron expression in one sentence, or null. Five fields, no seconds. */
export function validateCron(expression: string): string | null {
  const fields = expression.trim().split(/\s+/).filter(Boolean);
  if (fields.length !== FIELDS.length) {
    return `A schedule has five parts (${FIELDS.join(', ')}), for example “0 6 * * *” for every day at six. This one has ${fields.length}.`;
  }
  const wrong = fields.findIndex((field, index) => {
    const alone = FIELDS.map((_, place) => (place === index ? field : '*')).join(' ');
    return !isValid(alone);
  });
  if (wrong !== -1) return `“${fields[wrong]}” is no ${FIELDS[wrong]} of a schedule.`;
  return isValid(fields.join(' ')) ? null : 'This schedule cannot be read.';
}

function isValid(expression: string): boolean {
  try {
    return validate(expression);
  } catch {
    return false;
  }
}

export type Ticker = ReturnType<typeof createTicker>;

/**
 * Calls `run` at the times of a cron expression, once over all instances on this database: each
 * of them ticks, the first one to claim the moment does it.
 */
export function createTicker({
  strapi,
  pluginId,
  name,
  expression,
  timeZone,
  leases,
  run,
}: {
  strapi: Core.Strapi;
  pluginId: string;
  name: string;
  expression: string;
  /** IANA name; the server's without it. */
  timeZone?: string;
  leases: Leases;
  run: () => Promise<unknown>;
}) {
  let task: ScheduledTask | null = null;

  async function tick(date: Date) {
    try {
      // Seconds do not count: clocks of several instances never agree that well.
      const moment = `${date.toISOString().slice(0, 16)}Z`;
      if (await leases.claimOnce(`tick:${name}`, moment)) await run();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      strapi.log.error(`[${pluginId}] The schedule “${name}” could not be done: ${text}`);
    }
  }

  return {
    start() {
      if (task) return;
      const outside = AsyncLocalStorage.snapshot();
      task = schedule(expression, ({ date }) => outside(() => tick(date)), {
        ...(timeZone && { timezone: timeZone }),
        name: `${pluginId}:${name}`,
        unref: true,
        suppressMissedWarning: true,
      });
    },
    stop() {
      const ended = task?.destroy();
      task = null;
      return Promise.resolve(ended);
    },
    /** When it is due next. */
    next: () => task?.getNextRun() ?? null,
  };
}
