import { analyticsEvent, EVENT_LIMITS, eventBatch, readEvents } from './events';

const base = { messageId: 'm1', anonymousId: 'a1', timestamp: '2026-01-02T03:04:05.000Z' };
const track = { ...base, type: 'track', event: 'Product Viewed' };

function nested(levels: number): object {
  let value = {};
  for (let level = 0; level < levels; level += 1) value = { in: value };
  return value;
}

describe('an event', () => {
  it.each([
    ['track', track],
    ['track with properties', { ...track, properties: { price: 3, tags: ['a'] } }],
    ['page without a name', { ...base, type: 'page' }],
    ['page with properties', { ...base, type: 'page', name: 'Home', properties: { path: '/' } }],
    ['identify', { ...base, type: 'identify', userId: 'u1', traits: { plan: 'free' } }],
    ['one of a known user alone', { ...track, anonymousId: undefined, userId: 'u1' }],
    ['a null userId, as Segment’s browser library sends it', { ...track, userId: null }],
    ['a time with an offset', { ...track, timestamp: '2026-01-02T03:04:05+02:00' }],
    ['fields of Segment we do not use', { ...track, integrations: { All: true }, channel: 'web' }],
    ['properties just deep enough', { ...track, properties: nested(EVENT_LIMITS.depth - 1) }],
  ])('is taken: %s', (_what, event) => {
    expect(analyticsEvent.safeParse(event).success).toBe(true);
  });

  it.each([
    ['nobody sent it', { ...track, anonymousId: undefined }, 'anonymousId'],
    ['only a null user sent it', { ...track, anonymousId: undefined, userId: null }, 'anonymousId'],
    ['it has no name', { ...track, event: ' ' }, 'event'],
    ['its name is too long', { ...track, event: 'x'.repeat(EVENT_LIMITS.name + 1) }, 'event'],
    ['its kind is unknown', { ...base, type: 'alias' }, 'type'],
    ['it has no time', { ...track, timestamp: undefined }, 'timestamp'],
    ['its time is none', { ...track, timestamp: 'yesterday' }, 'timestamp'],
    ['it cannot be told from a repetition', { ...track, messageId: undefined }, 'messageId'],
    ['it carries too much', { ...track, properties: { a: 'x'.repeat(9000) } }, 'properties'],
    ['it is too deep', { ...track, properties: nested(EVENT_LIMITS.depth + 1) }, 'properties'],
    ['it is deep enough to break a walk', { ...track, context: nested(20_000) }, 'context'],
    ['properties are a list', { ...track, properties: [1] }, 'properties'],
  ])('is refused where %s', (_what, event, field) => {
    const { error } = analyticsEvent.safeParse(event);
    expect(error?.issues[0]?.path[0]).toBe(field);
  });

  it('counts bytes, not characters', () => {
    const properties = { a: 'ü'.repeat(EVENT_LIMITS.objectBytes / 2) };
    expect(analyticsEvent.safeParse({ ...track, properties }).success).toBe(false);
  });

  it('reads a numeric id as text', () => {
    expect(analyticsEvent.parse({ ...track, userId: 7 }).userId).toBe('7');
  });
});

describe('a batch', () => {
  it('keeps what is good and says what is wrong with the rest', () => {
    const { events, refused } = readEvents([track, { ...track, event: '' }, null]);
    expect(events).toHaveLength(1);
    expect(refused.map(({ index }) => index)).toEqual([1, 2]);
    expect(refused[0]?.reason).toMatch(/^event: /);
  });

  it('has a limited number of messages', () => {
    const batch = Array.from({ length: EVENT_LIMITS.batch + 1 }, () => track);
    expect(eventBatch.safeParse({ batch }).success).toBe(false);
    expect(eventBatch.safeParse({ batch: batch.slice(1) }).success).toBe(true);
  });
});
