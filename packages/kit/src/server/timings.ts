import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** How long something took. `labels` tell apart (provider, model, kind), `values` are counted. */
export type Timing = {
  name: string;
  durationMs: number;
  ok: boolean;
  site?: number;
  labels?: Record<string, string>;
  values?: Record<string, number>;
};

export type TimingArea = 'ai' | 'personalization' | 'federation' | (string & {});

const nameOf = (area: TimingArea) => `strapi-suite:${area}`;

/**
 * Tells whoever listens how long something took, and costs next to nothing when nobody does.
 * By Node's own channel, so that neither side knows the other: a listener that throws is
 * reported by Node and does not reach the caller.
 */
export function publishTiming(area: TimingArea, timing: Timing): void {
  const target = channel(nameOf(area));
  if (target.hasSubscribers) target.publish(timing);
}

/** Returns the function that stops listening: call it in `destroy`. */
export function subscribeTimings(area: TimingArea, listener: (timing: Timing) => void): () => void {
  // The channel is ours by its name, so what it carries is a timing.
  const handler = (message: unknown) => listener(message as Timing);
  subscribe(nameOf(area), handler);
  return () => {
    unsubscribe(nameOf(area), handler);
  };
}
