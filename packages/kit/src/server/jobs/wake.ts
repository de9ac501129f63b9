import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** What wakes the runner: looking at the table again and again, or that queue. */
export const JOB_ENGINES = ['poll', 'pg-boss'] as const;
export type JobEngine = (typeof JOB_ENGINES)[number];

/** What is used of pg-boss 10: it is the app's package, and may be absent. */
type Boss = {
  on(event: 'error', listener: (error: Error) => void): void;
  start(): Promise<unknown>;
  stop(options: { graceful: boolean; close: boolean; timeout?: number }): Promise<void>;
  createQueue(name: string): Promise<void>;
  send(name: string, data: object): Promise<unknown>;
  work(
    name: string,
    options: { pollingIntervalSeconds: number },
    handler: () => Promise<void>,
  ): Promise<unknown>;
};
type BossClass = new (options: Record<string, unknown>) => Boss;

/** The version whose calls are these; 11 needs Node 22. */
const MAJOR = 10;

export type Waker = {
  /** Tells some instance that a run is due. */
  send(id: number): Promise<void>;
  stop(): Promise<void>;
};

/**
 * pg-boss as what wakes the runner: a run starts within a second on whichever instance is free,
 * without short polling. It only wakes; claim and fencing stay the run's own, so a message that
 * comes twice or never does no harm.
 */
export async function createPgBossWaker({
  strapi,
  pluginId,
  onWake,
}: {
  strapi: Core.Strapi;
  pluginId: string;
  onWake: () => void;
}): Promise<Waker> {
  if (strapi.db.dialect.client !== 'postgres') {
    throw new Error(`[${pluginId}] engine "pg-boss" needs PostgreSQL. Use the default engine.`);
  }
  const boss = new (loadBoss({ root: strapi.dirs.app.root, pluginId }))({
    ...connectionOf(strapi),
    application_name: `strapi-${pluginId}`,
    max: 2,
  });
  boss.on('error', (error) => {
    strapi.log.warn(`[${pluginId}] pg-boss: ${error.message}`);
  });
  await boss.start();
  const queue = `${pluginId}-runs`;
  await boss.createQueue(queue);
  await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async () => {
    onWake();
  });
  return {
    async send(id) {
      await boss.send(queue, { id });
    },
    stop: () => boss.stop({ graceful: false, close: true }),
  };
}

/** From the app: the plugins do not bring it, they name it as an optional peer. */
export function loadBoss({ root, pluginId }: { root: string; pluginId: string }): BossClass {
  const require = createRequire(path.join(root, 'package.json'));
  const wish = `[${pluginId}] engine "pg-boss" needs the package pg-boss`;
  let version: string;
  try {
    ({ version } = require('pg-boss/package.json') as { version: string });
  } catch (cause) {
    const message = `${wish}, which is not installed: npm install pg-boss@${MAJOR}`;
    throw new Error(message, { cause });
  }
  if (Number.parseInt(version, 10) !== MAJOR) {
    throw new Error(`${wish} ${MAJOR}, and ${version} is installed: npm install pg-boss@${MAJOR}`);
  }
  const loaded = require('pg-boss') as BossClass | { default: BossClass };
  return 'default' in loaded ? loaded.default : loaded;
}

function connectionOf(strapi: Core.Strapi): Record<string, unknown> {
  const { connectionString, host, port, database, user, password, ssl } = strapi.config.get<
    Record<string, unknown>
  >('database.connection.connection');
  const address = connectionString ? { connectionString } : { host, port, database };
  return { ...address, user, password, ...(ssl ? { ssl } : {}) };
}
