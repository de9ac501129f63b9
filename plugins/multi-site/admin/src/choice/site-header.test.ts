import type { Choice } from './choose-site';
import { personOf, sendSiteHeader } from './site-header';

const PAGE = 'https://cms.test/admin/content-manager';
const TOKEN = `Bearer x.${btoa(JSON.stringify({ userId: '7' }))}.y`;
const SIGNED_IN = { headers: { Authorization: TOKEN } };

const onSite: Choice = {
  kind: 'site',
  site: { id: 'abc', number: 1, name: 'A', slug: 'a', domain: null, color: null, status: 'live' },
};

/** An XMLHttpRequest that only writes down what is asked of it. */
function fakeXhr() {
  const sent: Record<string, string>[] = [];
  class FakeXhr {
    headers: Record<string, string> = {};
    open(..._args: unknown[]) {
      this.headers = {};
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    send(..._args: unknown[]) {
      sent.push(this.headers);
    }
  }
  return { FakeXhr: FakeXhr as unknown as typeof XMLHttpRequest, sent };
}

function setUp({
  choice = onSite,
  backendURL = '',
  answer = () => new Response('{}'),
}: { choice?: Choice; backendURL?: string; answer?: () => Response } = {}) {
  const fetched = jest.fn<Promise<Response>, Parameters<typeof fetch>>(() =>
    Promise.resolve(answer()),
  );
  const { FakeXhr, sent } = fakeXhr();
  const browser = {
    fetch: fetched as typeof fetch,
    location: { href: PAGE } as Location,
    XMLHttpRequest: FakeXhr,
  };
  const siteChoice = {
    snapshot: () => ({ choice, data: null, replaced: null }),
    settleFor: jest.fn(() => Promise.resolve()),
    refresh: jest.fn(() => Promise.resolve()),
  };
  sendSiteHeader(browser, { backendURL, choice: siteChoice });
  const headerOf = (call: number) =>
    new Headers(fetched.mock.calls[call]?.[1]?.headers).get('X-Site');
  return { browser, fetched, siteChoice, headerOf, sent };
}

describe('fetch of the admin', () => {
  it('carries the site of the tab', async () => {
    const { browser, headerOf } = setUp();
    await browser.fetch('/content-manager/content-types', SIGNED_IN);
    expect(headerOf(0)).toBe('abc');
  });

  it('waits until the site is known', async () => {
    const { browser, fetched, siteChoice } = setUp();
    let settle = () => {};
    siteChoice.settleFor.mockReturnValue(new Promise<void>((resolve) => (settle = resolve)));
    const request = browser.fetch('/content-manager/content-types', SIGNED_IN);
    await Promise.resolve();
    expect(fetched).not.toHaveBeenCalled();
    settle();
    await request;
    expect(siteChoice.settleFor).toHaveBeenCalledWith('7');
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('keeps the headers, method and body of the request', async () => {
    const { browser, fetched } = setUp();
    const init = { method: 'POST', body: '{}', headers: { ...SIGNED_IN.headers, 'X-Mine': '1' } };
    await browser.fetch('/upload', init);
    const sent = fetched.mock.calls[0]?.[1];
    expect(sent).toMatchObject({ method: 'POST', body: '{}' });
    expect(new Headers(sent?.headers).get('X-Mine')).toBe('1');
  });

  it('keeps a site that the caller has named', async () => {
    const { browser, headerOf } = setUp();
    await browser.fetch('/x', { headers: { ...SIGNED_IN.headers, 'x-site': 'other' } });
    expect(headerOf(0)).toBe('other');
  });

  it('takes a Request as well', async () => {
    const { browser, headerOf } = setUp();
    await browser.fetch(new Request('https://cms.test/x', SIGNED_IN));
    expect(headerOf(0)).toBe('abc');
  });

  it.each([
    ['another origin', 'https://api.github.com/x'],
    ['the list of sites itself', '/multi-site/switch'],
    ['the login', '/admin/login'],
    ['the logout', 'https://cms.test/admin/logout'],
  ])('leaves out the site for %s', async (_what, url) => {
    const { browser, siteChoice, headerOf } = setUp();
    await browser.fetch(url, SIGNED_IN);
    expect(headerOf(0)).toBeNull();
    expect(siteChoice.settleFor).not.toHaveBeenCalled();
  });

  it.each([{}, { headers: { Authorization: 'Bearer null' } }])(
    'does not wait while nobody is signed in',
    async (init) => {
      const { browser, siteChoice, headerOf } = setUp();
      await browser.fetch('/admin/init', init);
      expect(headerOf(0)).toBeNull();
      expect(siteChoice.settleFor).not.toHaveBeenCalled();
    },
  );

  it('knows a back end of another origin, with a path', async () => {
    const { browser, headerOf } = setUp({ backendURL: 'https://api.test/cms' });
    await browser.fetch('https://api.test/cms/content-manager/x', SIGNED_IN);
    await browser.fetch('https://api.test/other', SIGNED_IN);
    await browser.fetch('/x', SIGNED_IN);
    expect([0, 1, 2].map(headerOf)).toEqual(['abc', null, null]);
  });

  it('adds nothing while only one site exists', async () => {
    const { browser, fetched } = setUp({ choice: { kind: 'inactive' } });
    await browser.fetch('/x', SIGNED_IN);
    expect(fetched).toHaveBeenCalledWith('/x', SIGNED_IN);
  });

  it('asks for the sites again when ours refuses', async () => {
    const body = { error: { details: { code: 'MULTI_SITE_NOT_A_MEMBER' } } };
    const answer = () => new Response(JSON.stringify(body), { status: 403 });
    const { browser, siteChoice } = setUp({ answer });
    const response = await browser.fetch('/x', SIGNED_IN);
    await expect(response.json()).resolves.toEqual(body);
    await new Promise(process.nextTick);
    expect(siteChoice.refresh).toHaveBeenCalledTimes(1);
  });

  it('asks for the sites again when the permissions are gone, once for all that is refused', async () => {
    const body = '{"error":{"name":"PolicyError","details":{}}}';
    const { browser, siteChoice } = setUp({ answer: () => new Response(body, { status: 403 }) });
    await Promise.all([browser.fetch('/x', SIGNED_IN), browser.fetch('/y', SIGNED_IN)]);
    await new Promise(process.nextTick);
    expect(siteChoice.refresh).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['{"error":{"details":{"code":"OTHER"}}}', 400],
    ['not json', 400],
    ['{}', 500],
  ])('does not mind other answers: %s', async (body, status) => {
    const { browser, siteChoice } = setUp({ answer: () => new Response(body, { status }) });
    await browser.fetch('/x', SIGNED_IN);
    await new Promise(process.nextTick);
    expect(siteChoice.refresh).not.toHaveBeenCalled();
  });
});

describe('XMLHttpRequest of the admin', () => {
  const upload = (Xhr: typeof XMLHttpRequest, url: string, headers: Record<string, string>) => {
    const xhr = new Xhr();
    xhr.open('POST', url);
    Object.entries(headers).forEach(([name, value]) => xhr.setRequestHeader(name, value));
    xhr.send();
  };

  it('carries the site of the tab', () => {
    const { browser, sent } = setUp();
    upload(browser.XMLHttpRequest, '/upload', SIGNED_IN.headers);
    expect(sent).toEqual([{ Authorization: TOKEN, 'X-Site': 'abc' }]);
  });

  it('leaves other origins, anonymous requests and named sites alone', () => {
    const { browser, sent } = setUp();
    upload(browser.XMLHttpRequest, 'https://cdn.test/upload', SIGNED_IN.headers);
    upload(browser.XMLHttpRequest, '/upload', {});
    upload(browser.XMLHttpRequest, '/upload', { ...SIGNED_IN.headers, 'X-Site': 'mine' });
    expect(sent).toEqual([
      { Authorization: TOKEN },
      {},
      { Authorization: TOKEN, 'X-Site': 'mine' },
    ]);
  });
});

describe('sendSiteHeader', () => {
  it('wraps what is there, once', async () => {
    const { browser, fetched, siteChoice } = setUp();
    const wrapped = browser.fetch;
    sendSiteHeader(browser, { backendURL: '', choice: siteChoice });
    expect(browser.fetch).toBe(wrapped);
    await browser.fetch('/x', SIGNED_IN);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('personOf', () => {
  it.each([
    [null, null],
    ['', null],
    ['Bearer null', null],
    ['Basic abc', null],
    [TOKEN, '7'],
    ['Bearer opaque', 'opaque'],
    [`Bearer a.${btoa('{}')}.b`, `a.${btoa('{}')}.b`],
  ])('of %j is %j', (authorization, expected) => {
    expect(personOf(authorization)).toBe(expected);
  });
});
