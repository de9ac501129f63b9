import { readEvents } from 'suite-kit/shared';
import { readHappening } from './read-events';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const read = (event: object) => {
  const base = { messageId: 'm1', anonymousId: 'v1', timestamp: '2026-03-01T11:59:00Z' };
  const [parsed] = readEvents([{ ...base, ...event }]).events;
  return parsed ? readHappening(parsed, NOW) : 'refused';
};
const page = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };

it('knows exposures, pages, views, clicks and goals', () => {
  const track = (event: string, properties: object) => read({ type: 'track', event, properties });
  expect(track('Experiment Viewed', { experiment_id: 'e1', variation_id: 1 })).toMatchObject({
    type: 'exposure',
    experiment: 'e1',
    variant: 1,
    visitor: 'v1',
  });
  expect(track('Experiment Viewed', { experiment_id: 'e1', variation_id: '0' })).toMatchObject({
    variant: 0,
  });
  expect(read({ type: 'page', properties: page })).toMatchObject({ type: 'page', ...page });
  expect(track('Content Viewed', { ...page, durationMs: 5000 })).toMatchObject({
    type: 'view',
    value: 5000,
  });
  expect(track('Content Clicked', page)).toMatchObject({ type: 'click', documentId: 'd1' });
  expect(track('Signed Up', { value: 12.5 })).toMatchObject({
    type: 'goal',
    goal: 'Signed Up',
    value: 12.5,
  });
});

it.each([
  [
    'an exposure without experiment',
    { type: 'track', event: 'Experiment Viewed', properties: { variation_id: 1 } },
  ],
  [
    'an exposure of a strange variation',
    {
      type: 'track',
      event: 'Experiment Viewed',
      properties: { experiment_id: 'e', variation_id: 77 },
    },
  ],
  [
    'a page that is no entry',
    { type: 'page', properties: { uid: 'admin::user', documentId: 'x' } },
  ],
  ['who somebody is', { type: 'identify', traits: { email: 'a@b.c' } }],
])('passes over %s', (_what, event) => expect(read(event)).toBeNull());

it('sets wrong clocks right', () => {
  const at = (timestamp: string) =>
    (read({ type: 'track', event: 'Bought', timestamp }) as { at: number }).at;
  expect(at('2031-01-01T00:00:00Z')).toBe(NOW);
  expect(at('2001-01-01T00:00:00Z')).toBe(NOW - 24 * 3_600_000);
});
