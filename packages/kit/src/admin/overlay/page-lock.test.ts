import { installPageLock } from './page-lock';

const PAGE = 'http://admin.test/admin/content-manager/collection-types/api::a.a/doc';
const MODE = '?plugins[overlay][overlay]=audience.7&plugins[i18n][locale]=en';
const DOCUMENT = 'http://admin.test/content-manager/collection-types/api::a.a/doc';

function open(search: string) {
  const sent: Headers[] = [];
  const answer = { data: {}, meta: { overlay: { id: 'audience.7', stamp: 'abc' } } };
  const fetch = jest.fn((_input: unknown, init?: RequestInit) => {
    sent.push(new Headers(init?.headers));
    return Promise.resolve(Response.json(answer));
  });
  const browser = { fetch, location: { href: `${PAGE}${search}`, search } };
  installPageLock(browser as never, 'http://admin.test');
  return { browser: browser as unknown as Window, sent };
}

describe('the page lock', () => {
  it('says which variant the page is about, and what it has read', async () => {
    const { browser, sent } = open(MODE);
    await browser.fetch(`${DOCUMENT}?locale=en&overlay=audience.7`);
    await browser.fetch(`${DOCUMENT}?locale=en&overlay=audience.7`, { method: 'PUT' });
    expect(sent[0]?.get('X-Overlay-Page')).toBe('audience.7');
    expect(sent[0]?.get('X-Overlay-Stamp')).toBeNull();
    expect(sent[1]?.get('X-Overlay-Stamp')).toBe('abc');
  });

  it('keeps headers of the caller and says it for requests without the parameter, too', async () => {
    const { browser, sent } = open(MODE);
    await browser.fetch(DOCUMENT, { method: 'PUT', headers: { Authorization: 'Bearer x' } });
    expect(sent[0]?.get('Authorization')).toBe('Bearer x');
    expect(sent[0]?.get('X-Overlay-Page')).toBe('audience.7');
  });

  it.each([
    ['a page without a variant', '', DOCUMENT],
    ['another part of the server', MODE, 'http://admin.test/upload/files'],
    ['another origin', MODE, 'http://other.test/content-manager/x'],
  ])('adds nothing for %s', async (_what, search, url) => {
    const { browser, sent } = open(search);
    await browser.fetch(url);
    expect(sent[0]?.get('X-Overlay-Page')).toBeNull();
  });

  it('is put around once', () => {
    const { browser } = open(MODE);
    const { fetch } = browser;
    installPageLock(browser, 'http://admin.test');
    expect(browser.fetch).toBe(fetch);
  });
});
