import type { Core } from '@strapi/strapi';
import { siteScope, subscribeTimings, type Timing } from 'suite-kit/server';
import { labelsFor, sumsFor } from '../core/metrics';
import type { Collector } from './collector';
import { IGNORED, recordOf } from './request-record';

const AREAS = ['ai', 'personalization', 'federation'] as const;
const MICRO = 1_000_000;

/**
 * What the neighbours tell of their work on `strapi-suite:<area>`. None of them knows who listens.
 * Returns the function that ends it.
 */
export function watchTimings(strapi: Core.Strapi, collector: Collector): () => void {
  const ends = AREAS.map((area) =>
    subscribeTimings(area, (timing) =>
      collector.safely(() => {
        if (collector.switches.timings) record({ strapi, collector, area, timing });
      }),
    ),
  );
  return () => ends.forEach((end) => end());
}

function record(parts: {
  strapi: Core.Strapi;
  collector: Collector;
  area: (typeof AREAS)[number];
  timing: Timing;
}): void {
  const { strapi, collector, area, timing } = parts;
  const { durationMs, ok, labels = {}, values = {} } = timing;
  const name = collector.timings.of(timing.name.slice(0, 80));
  const model = collector.timings.of((labels.model ?? labels.provider ?? '').slice(0, 80));
  const site = String(timing.site ?? siteNow(strapi));
  const whole = (value: number | undefined) => Math.max(0, Math.round(value ?? 0));
  collector.recorder.record(
    'timing',
    labelsFor('timing', { area, name, outcome: ok ? 'ok' : 'failed', model, site }),
    durationMs,
    sumsFor('timing', {
      inputTokens: whole(values.inputTokens),
      outputTokens: whole(values.outputTokens),
      costMicros: whole((values.costUsd ?? values.cost ?? 0) * MICRO),
    }),
  );
  const firstTokenMs = values.firstTokenMs ?? values.timeToFirstTokenMs;
  if (firstTokenMs !== undefined) {
    collector.recorder.record('firstToken', [area, name, model, site], firstTokenMs);
  }
  const running = recordOf(strapi.requestContext.get());
  if (running === undefined || running === IGNORED) return;
  const startedAt = performance.now() - durationMs;
  const hasFailed = ok ? {} : { hasFailed: true };
  running.addSpan({ kind: 'work', name: `${area}: ${name}`, startedAt, durationMs, ...hasFailed });
}

function siteNow(strapi: Core.Strapi): number {
  try {
    const scope = siteScope(strapi);
    return scope.kind === 'site' ? scope.number : 0;
  } catch {
    return 0;
  }
}
