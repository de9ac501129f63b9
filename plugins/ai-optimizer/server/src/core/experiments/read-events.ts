import type { AnalyticsEvent } from 'suite-kit/shared';

/** What of an analytics event is kept: who (hashed by the caller), when, what. */
export type Happening = {
  messageId: string;
  visitor: string;
  type: 'exposure' | 'page' | 'view' | 'click' | 'goal';
  at: number;
  uid?: string;
  documentId?: string;
  locale?: string;
  experiment?: string;
  variant?: number;
  goal?: string;
  value?: number;
};

/** Names of Segment events that mean something of their own here; every other one is a goal. */
const EXPOSURE = 'Experiment Viewed';
const VIEW = 'Content Viewed';
const CLICK = 'Content Clicked';

/** Clocks of visitors are wrong: an event is not older than this, nor from the future. */
const MAX_AGE_MS = 24 * 3_600_000;
const UID = /^api::[a-z0-9-]+\.[a-z0-9-]+$/;

export function readHappening(event: AnalyticsEvent, now: number): Happening | null {
  if (event.type === 'identify') return null;
  const properties = event.properties ?? {};
  const text = (name: string) => {
    const value = properties[name];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
  };
  const number = (name: string) => {
    const value = properties[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const sent = Date.parse(event.timestamp);
  const uid = text('uid');
  const base = {
    messageId: event.messageId,
    visitor: event.anonymousId ?? event.userId ?? '',
    at: Math.min(now, Math.max(now - MAX_AGE_MS, sent)),
    ...(uid && UID.test(uid) && text('documentId')
      ? { uid, documentId: text('documentId'), locale: text('locale') ?? '' }
      : {}),
  };
  if (event.type === 'page') return base.uid ? { ...base, type: 'page' } : null;
  if (event.event === EXPOSURE) {
    const experiment = text('experiment_id');
    const variant = number('variation_id') ?? Number(text('variation_id'));
    const isWhole = Number.isInteger(variant) && variant >= 0 && variant < 10;
    return experiment && isWhole ? { ...base, type: 'exposure', experiment, variant } : null;
  }
  if (event.event === VIEW) {
    return base.uid
      ? {
          ...base,
          type: 'view',
          value: Math.min(3_600_000, Math.max(0, number('durationMs') ?? 0)),
        }
      : null;
  }
  if (event.event === CLICK) return base.uid ? { ...base, type: 'click' } : null;
  const value = number('value') ?? number('revenue') ?? number('total');
  return {
    ...base,
    type: 'goal',
    goal: event.event.slice(0, 120),
    ...(value === undefined ? {} : { value }),
  };
}
