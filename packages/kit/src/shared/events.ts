import { z } from '@strapi/utils';

/**
 * The one event contract: the `track`, `page` and `identify` messages of Segment's spec, so
 * that any Segment library can send here, and personalization, experiments and metrics read the
 * same thing. Everything is bounded: these come from the open internet.
 */
export const EVENT_LIMITS = {
  /** Characters of an id, an event's name, a property's name. */
  name: 200,
  /** Bytes of `properties`, `traits` or `context` as JSON, each. */
  objectBytes: 8 * 1024,
  /** Messages of one batch. */
  batch: 100,
  /** Levels of nesting. */
  depth: 5,
} as const;

const name = z.string().trim().min(1).max(EVENT_LIMITS.name);
const id = z.union([name, z.number().transform(String)]);

type Values = Record<string, unknown>;

const bounded = z
  .record(z.string().max(EVENT_LIMITS.name), z.unknown())
  .superRefine((value, ctx) => {
    // Depth first: a deep enough value would break whatever walks it to its end.
    const message = !isShallow(value, EVENT_LIMITS.depth)
      ? `Nested more than ${EVENT_LIMITS.depth} levels deep.`
      : sizeOf(value) > EVENT_LIMITS.objectBytes
        ? `More than ${EVENT_LIMITS.objectBytes} bytes.`
        : null;
    if (message) ctx.addIssue({ code: 'custom', message });
  });

const common = {
  /** The sender's own id of this message: what makes repeated sending harmless. */
  messageId: name,
  anonymousId: id.optional(),
  userId: id.nullish().transform((value) => value ?? undefined),
  /** When it happened, by the sender's clock. */
  timestamp: z.iso.datetime({ offset: true }),
  context: bounded.optional(),
};

export const trackEvent = z.object({
  ...common,
  type: z.literal('track'),
  event: name,
  properties: bounded.optional(),
});

export const pageEvent = z.object({
  ...common,
  type: z.literal('page'),
  name: z.string().max(EVENT_LIMITS.name).nullish(),
  category: z.string().max(EVENT_LIMITS.name).nullish(),
  properties: bounded.optional(),
});

export const identifyEvent = z.object({
  ...common,
  type: z.literal('identify'),
  traits: bounded.optional(),
});

/** One message. Somebody has to have sent it: `anonymousId` or `userId`. */
export const analyticsEvent = z
  .discriminatedUnion('type', [trackEvent, pageEvent, identifyEvent])
  .refine((event) => event.anonymousId !== undefined || event.userId !== undefined, {
    message: 'An event needs anonymousId or userId.',
    path: ['anonymousId'],
  });
export type AnalyticsEvent = z.infer<typeof analyticsEvent>;

/** `POST /v1/batch` of Segment's HTTP API. */
export const eventBatch = z.object({
  batch: z.array(z.unknown()).max(EVENT_LIMITS.batch),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  writeKey: z.string().max(EVENT_LIMITS.name).optional(),
  context: bounded.optional(),
});
export type EventBatch = z.infer<typeof eventBatch>;

/** What of a batch is good, and why the rest is not: one bad message does not lose the others. */
export function readEvents(messages: readonly unknown[]): {
  events: AnalyticsEvent[];
  refused: { index: number; reason: string }[];
} {
  const events: AnalyticsEvent[] = [];
  const refused: { index: number; reason: string }[] = [];
  messages.forEach((message, index) => {
    const result = analyticsEvent.safeParse(message);
    if (result.success) return void events.push(result.data);
    const [issue] = result.error.issues;
    refused.push({
      index,
      reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`,
    });
  });
  return { events, refused };
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value as Values).every((part) => isShallow(part, levels - 1));
}

const sizeOf = (value: Values) => new TextEncoder().encode(JSON.stringify(value)).length;
