import type { Core } from '@strapi/strapi';
import type { PluginSeed, SeedContext } from './context';
import { createAll, seedStory, seedTraces } from './performance-monitor-story';
import { fillWith, keyOf, STATEMENTS, type Recorder } from './performance-monitor-traffic';

/** As much of the plugin's services as the demo uses. */
type Samples = {
  /** Writes figures for every hour, ten minutes and minute back from now. */
  write(options: {
    now: number;
    days: number;
    fill(recorder: Recorder, at: number, minutes: number): void;
  }): Promise<void>;
};

const UID = 'plugin::performance-monitor';
const DAYS = 14;

/** Fourteen days of Health: daily rhythm, a bad release, and an alert that was fired and over again. */
export async function seedPerformanceMonitor(strapi: Core.Strapi, context: SeedContext) {
  const there = await strapi.db
    .query(`${UID}.bucket` as never)
    .count({ where: { isSample: true } as never });
  if (there > 0) return;
  const random = context.random('performance-monitor');
  const now = context.now.getTime();
  const samples = strapi.plugin('performance-monitor').service('samples') as unknown as Samples;
  await createAll(
    strapi,
    'statement',
    Object.entries(STATEMENTS).map(([name, statement]) => ({
      key: keyOf(name),
      verb: 'select',
      ...statement,
      isSample: true,
    })),
  );
  await samples.write({ now, days: DAYS, fill: fillWith(context, random) });
  await seedTraces(strapi, context, random);
  await seedStory(strapi, now, context.sites[0]?.number);
}

export const performanceMonitorSeed: PluginSeed = {
  plugin: 'performance-monitor',
  what: '14 days of figures',
  seed: seedPerformanceMonitor,
};
