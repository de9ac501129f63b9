import { createHmac } from 'node:crypto';
import {
  changesBetween,
  MAX_ATTEMPTS,
  revalidationPayload,
  signatureOf,
  WAITS_MS,
  type PublishedRow,
} from './revalidation';

const subject = { contentType: 'api::article.article', documentId: 'abc', site: 'shop' };
const row = (given: Partial<PublishedRow> = {}): PublishedRow => ({
  id: 1,
  locale: 'en',
  updatedAt: '2026-01-01',
  address: '/a',
  ...given,
});

describe('what visitors see differently', () => {
  it.each([
    ['published', [], [row()], 'publish', { old: null, new: '/a' }],
    ['taken back', [row()], [], 'unpublish', { old: '/a', new: null }],
    ['moved', [row()], [row({ id: 2, address: '/b' })], 'update', { old: '/a', new: '/b' }],
    ['edited', [row()], [row({ updatedAt: '2026-01-02' })], 'update', { old: '/a', new: '/a' }],
  ] as const)('%s', (_, before, after, event, address) => {
    expect(changesBetween(before, after, subject)).toMatchObject([{ event, address }]);
  });

  it('is nothing where only the draft changed', () => {
    expect(changesBetween([row()], [row()], subject)).toEqual([]);
  });

  it('is told for each language by itself, with tags from wide to narrow', () => {
    const german = row({ locale: 'de', id: 2 });
    const changes = changesBetween([german], [german, row({ id: 3 })], subject);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      locale: 'en',
      tags: [
        'site:shop',
        'api::article.article',
        'api::article.article:abc',
        'api::article.article:abc:en',
      ],
    });
  });

  it('has no tag of a language where the type has none', () => {
    const [change] = changesBetween([], [row({ locale: null })], subject);
    expect(change?.tags.at(-1)).toBe('api::article.article:abc');
  });
});

describe('the request', () => {
  const at = new Date('2026-01-01T00:00:00.500Z');
  const changes = changesBetween([row()], [row({ id: 2, address: '/b' })], subject);
  const site = { id: 'x', slug: 'shop', domain: 'shop.test' };

  it('has every tag and address once, ready to be used', () => {
    const payload = revalidationPayload({ site, at, changes: [...changes, ...changes] });
    expect(payload.paths).toEqual(['/a', '/b']);
    expect(payload.urls).toEqual(['https://shop.test/a', 'https://shop.test/b']);
    expect(payload.tags).toHaveLength(4);
  });

  it.each([null, '*.shop.test'])('has no urls where the host is %s', (domain) => {
    const payload = revalidationPayload({ site: { ...site, domain }, at, changes });
    expect(payload.urls).toEqual([]);
  });

  it('is signed with its time', () => {
    const hex = createHmac('sha256', 'key').update('1767225600.body').digest('hex');
    expect(signatureOf('body', { secret: 'key', at })).toBe(`t=1767225600,v1=${hex}`);
  });

  it('is tried a few times, with growing pauses', () => {
    expect(MAX_ATTEMPTS).toBe(5);
    expect([...WAITS_MS].sort((a, b) => a - b)).toEqual([...WAITS_MS]);
  });
});
