import type { Core } from '@strapi/strapi';
import type { SeedContext } from './context';
import { keyOf } from './performance-monitor-traffic';

const UID = 'plugin::performance-monitor';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const createAll = (strapi: Core.Strapi, name: string, data: object[]) =>
  strapi.db.query(`${UID}.${name}` as never).createMany({ data: data as never[] });

/** The story of the release: deployed, slow, somebody was told, rolled back, over. */
export async function seedStory(strapi: Core.Strapi, now: number, site: number | undefined) {
  const began = now - 2 * DAY_MS;
  const ended = began + 3 * HOUR_MS;
  const base = { isSample: true, isNetwork: true, site: 0 };
  // Deploys are everybody's; the alert is the first site's, where there are sites.
  const ofSite = { isSample: true, isNetwork: site === undefined, site: site ?? 0 };
  await createAll(strapi, 'marker', [
    { ...base, at: now - 9 * DAY_MS, kind: 'deploy', label: '1.4.0' },
    { ...base, at: began, kind: 'deploy', label: '1.5.0' },
    { ...base, at: ended, kind: 'deploy', label: '1.4.0 again' },
  ]);
  const rule = await strapi.db.query(`${UID}.rule` as never).create({
    data: {
      ...ofSite,
      name: 'Articles are slow',
      isEnabled: true,
      severity: 'critical',
      condition: {
        kind: 'threshold',
        signal: 'api-latency',
        quantile: 0.95,
        comparison: 'above',
        threshold: 150,
        resolveThreshold: 120,
        windowMinutes: 10,
        minCount: 5,
      },
      filters: { route: '/api/articles' },
      groupBy: 'none',
      forSeconds: 300,
      keepFiringForSeconds: 120,
      noData: 'ok',
      repeatMinutes: 240,
      channels: [],
      note: 'Look at the last deploy first.',
    } as never,
  });
  const { documentId } = rule as { documentId: string };
  const alert = await strapi.db.query(`${UID}.alert` as never).create({
    data: {
      ...ofSite,
      rule: documentId,
      ruleName: 'Articles are slow',
      labels: {},
      labelsKey: '[]',
      severity: 'critical',
      state: 'resolved',
      isOpen: false,
      value: 118,
      activeAt: began + 4 * 60_000,
      firedAt: began + 9 * 60_000,
      resolvedAt: ended + 6 * 60_000,
      notifiedAt: ended + 6 * 60_000,
    } as never,
  });
  const told = (transition: string, at: number) => ({
    isSample: true,
    site: site ?? 0,
    key: `demo-${transition}`.padEnd(64, '0'),
    alert: (alert as { documentId: string }).documentId,
    channel: 'demo',
    channelName: 'Operators',
    transition,
    state: 'sent',
    attempts: 1,
    nextAttemptAt: at,
    sentAt: at,
    status: 200,
  });
  await createAll(strapi, 'delivery', [
    told('firing', began + 9 * 60_000),
    told('resolved', ended + 6 * 60_000),
  ]);
}

/** Requests to look into: of the slow ways, and one that failed. */
export async function seedTraces(strapi: Core.Strapi, context: SeedContext, random: () => number) {
  const now = context.now.getTime();
  const traces = Array.from({ length: 24 }, (_, at) => {
    const isLoop = at % 2 === 0;
    const times = isLoop ? 40 : 14;
    const each = isLoop ? 5 : 70;
    const spans = Array.from({ length: times }, (_item, index) => ({
      kind: 'db',
      name: keyOf(isLoop ? (index === 0 ? 'list' : 'author') : index % 3 === 0 ? 'list' : 'author'),
      startMs: index * each * 1.3,
      durationMs: each * (0.7 + random() * 0.6),
    }));
    const durationMs = Math.round(times * each * 1.3 + 30 + random() * 60);
    return {
      traceId: Buffer.from(`demo${at}`).toString('hex').padEnd(16, '0'),
      at: now - Math.round((at * 37 + random() * 20) * 60_000),
      kind: durationMs >= 1000 ? 'slow' : 'repeat',
      route: isLoop ? '/api/showcase/one-by-one' : '/api/showcase/everything',
      method: 'GET',
      status: 200,
      durationMs,
      queueMs: 1,
      dbMs: Math.round(spans.reduce((sum, span) => sum + span.durationMs, 0)),
      poolMs: 0.4,
      queries: times,
      site: context.sites[at % context.sites.length]?.number ?? 0,
      contentType: null,
      action: isLoop ? 'oneByOne' : 'everything',
      plugin: null,
      queryKeys: [],
      spans,
      instance: 'demo',
      isSample: true,
    };
  });
  await createAll(strapi, 'trace', traces);
}
