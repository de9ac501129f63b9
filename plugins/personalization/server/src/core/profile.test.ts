import {
  emptyPatterns,
  foldEvent,
  interestsOf,
  mergePatterns,
  mergeTraits,
  profileFacts,
} from './profile';
import { effectiveConsent, isBot, requestFacts } from './request-facts';
import { readToken, signToken } from './visitor-token';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const NOW = 2_000 * DAY;
const view = (at: number) => ({ at, type: 'page' as const, name: 'Article', path: '/a' });
const item = (documentId: string, tags: string[]) => ({
  uid: 'api::article.article',
  documentId,
  tags,
});
const options = (one: ReturnType<typeof item> | null) => ({ item: one, goalEvent: 'Signed up' });

describe('foldEvent', () => {
  it('begins a visit after half an hour of silence', () => {
    const times = [0, 10, 29, 70].map((minutes) => NOW + minutes * MINUTE);
    const patterns = times.reduce(
      (all, at) => foldEvent(all, view(at), options(null)),
      emptyPatterns(NOW),
    );
    expect(patterns).toMatchObject({
      visits: 2,
      views: 4,
      firstSeen: NOW,
      lastSeen: NOW + 70 * MINUTE,
    });
  });

  it('lets interest fade by half in two weeks', () => {
    const old = foldEvent(emptyPatterns(NOW), view(NOW - 14 * DAY), options(item('a', ['tea'])));
    expect(interestsOf(old, NOW)[0]?.score).toBeCloseTo(0.5, 6);
  });

  it('does not care about the order of arrival', () => {
    const early = [view(NOW - 3 * DAY), item('a', ['tea'])] as const;
    const late = [view(NOW), item('b', ['tea', 'clay'])] as const;
    const fold = (steps: (typeof early)[]) =>
      steps.reduce((all, [event, one]) => foldEvent(all, event, options(one)), emptyPatterns(NOW));
    const one = fold([early, late]);
    const other = fold([late, early]);
    expect(other.lastItems).toEqual(one.lastItems);
    expect(interestsOf(other, NOW)[0]?.score).toBeCloseTo(interestsOf(one, NOW)[0]?.score ?? 0, 9);
  });

  it('counts the goal', () => {
    const goal = { at: NOW, type: 'track' as const, name: 'Signed up', path: '' };
    expect(foldEvent(emptyPatterns(NOW), goal, options(null)).goals).toBe(1);
  });

  it('keeps fifty items', () => {
    let patterns = emptyPatterns(NOW);
    for (let n = 0; n < 60; n += 1)
      patterns = foldEvent(patterns, view(NOW + n), options(item(`d${n}`, [])));
    expect([patterns.lastItems.length, patterns.lastItems[0]?.documentId]).toEqual([50, 'd59']);
  });
});

it('merges two profiles of one person', () => {
  const one = foldEvent(emptyPatterns(NOW), view(NOW), options(item('a', ['tea'])));
  const other = foldEvent(emptyPatterns(NOW), view(NOW - DAY), options(item('b', ['tea'])));
  const merged = mergePatterns(one, other);
  expect(merged).toMatchObject({ visits: 2, views: 2, firstSeen: NOW - DAY, lastSeen: NOW });
  expect(merged.lastItems.map(({ documentId }) => documentId)).toEqual(['a', 'b']);
});

it('stores flat traits only', () => {
  const traits = mergeTraits(
    { plan: 'free' },
    { plan: 'pro', deep: { a: 1 }, 'b.c': 1, __proto__x: 'x'.repeat(300) },
  );
  expect(traits).toEqual({ plan: 'pro' });
});

it('knows new from returning', () => {
  const patterns = foldEvent(emptyPatterns(NOW), view(NOW), options(item('a', ['tea'])));
  const facts = profileFacts(
    {
      id: '1',
      site: 1,
      userId: 'u',
      isKnown: false,
      traits: {},
      preferences: {},
      patterns,
      consent: 'full',
    },
    NOW + 2 * DAY,
  );
  expect(facts).toMatchObject({
    isReturning: false,
    visits: 1,
    daysSinceLastSeen: 2,
    topInterest: 'tea',
  });
});

describe('consent', () => {
  const fallback = 'contextual' as const;
  it.each([
    ['nothing was said', {}, null, 'contextual'],
    ['it was given', {}, 'full', 'full'],
    ['Sec-GPC says no', { 'sec-gpc': '1' }, 'full', 'contextual'],
    ['DNT says no', { dnt: '1' }, 'full', 'contextual'],
    ['it was refused', { dnt: '1' }, 'none', 'none'],
  ] as const)('when %s', (_when, headers, stored, expected) => {
    expect(effectiveConsent(headers, { stored, fallback })).toBe(expected);
  });
});

it('reads what the request says', () => {
  const headers = {
    'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148',
    'accept-language': 'de-AT,de;q=0.9',
    'cf-ipcountry': 'at',
    referer: 'https://news.example/post',
  };
  const given = 'utm.source:letter,visits:99,country:DE';
  const facts = requestFacts(headers, {
    given,
    now: Date.parse('2026-03-01T23:30:00Z'),
    timeZone: 'Europe/Vienna',
  });
  expect(facts).toEqual({
    device: 'mobile',
    language: 'de',
    country: 'DE',
    hour: 0,
    weekday: 'monday',
    referrer: 'news.example',
    utm: { source: 'letter' },
  });
});

it.each([
  ['Googlebot/2.1', true],
  ['Mozilla/5.0 HeadlessChrome/120', true],
  ['Mozilla/5.0 (Windows NT 10.0) Firefox/120', false],
])('%s is a bot: %s', (agent, expected) => {
  expect(isBot({ 'user-agent': agent })).toBe(expected);
});

it('takes only tokens of its own, for their purpose and their time', () => {
  const token = signToken('secret', 'visitor', { v: 'me', exp: 10 });
  const read = (secret: string, purpose: 'visitor' | 'preview', now: number, text = token) =>
    readToken(secret, purpose, { token: text, now });
  expect(read('secret', 'visitor', 5)).toEqual({ v: 'me', exp: 10 });
  expect(read('other', 'visitor', 5)).toBeNull();
  expect(read('secret', 'preview', 5)).toBeNull();
  expect(read('secret', 'visitor', 11)).toBeNull();
  expect(read('secret', 'visitor', 5, `${token}x`)).toBeNull();
});
