import { SITE_HEADER } from '../../../shared/plugin';
import { headerValue } from './choose-site';
import type { SiteChoice } from './site-choice';

type Browser = Pick<Window, 'fetch' | 'location'> & { XMLHttpRequest: typeof XMLHttpRequest };

type Options = {
  /** Where the admin's own back end is; empty means the page's origin. */
  backendURL: string;
  choice: Pick<SiteChoice, 'snapshot' | 'settleFor' | 'refresh'>;
};

/** Requests about the session itself: they belong to no site. */
const WITHOUT_SITE = ['/admin/login', '/admin/logout', '/admin/access-token', '/multi-site/switch'];

const INSTALLED = Symbol.for('multi-site.site-header');

/**
 * Sends the site of this tab with every signed-in request to the admin's back end,
 * and holds such requests back until the site is known. Wraps `fetch`, which the
 * admin uses, and XMLHttpRequest, which its uploads use; whatever another plugin
 * has put around them before stays in place. Once per page.
 */
export function sendSiteHeader(browser: Browser, options: Options) {
  const marked = browser as Browser & { [INSTALLED]?: true };
  if (marked[INSTALLED]) return;
  marked[INSTALLED] = true;
  wrapFetch(browser, options);
  wrapXhr(browser, options);
}

function wrapFetch(browser: Browser, { backendURL, choice }: Options) {
  const next = browser.fetch;
  const recheck = createRecheck(choice);

  const withSite = async (person: string, input: RequestInfo | URL, init?: RequestInit) => {
    await choice.settleFor(person);
    const value = headerValue(choice.snapshot().choice);
    const headers = headersOf(input, init);
    if (value === null || headers.has(SITE_HEADER)) return next.call(browser, input, init);
    headers.set(SITE_HEADER, value);
    const response = await next.call(browser, input, { ...init, headers });
    if (response.status >= 400 && response.status < 500) void recheck(response.clone());
    return response;
  };

  browser.fetch = (input, init) => {
    const person = personOf(headersOf(input, init).get('Authorization'));
    const url = input instanceof Request ? input.url : String(input);
    const isOurs = person !== null && needsSite({ url, backendURL, page: browser.location.href });
    return isOurs ? withSite(person, input, init) : next.call(browser, input, init);
  };
}

/**
 * A refusal may mean that the site was taken away: the server's list tells. Any 403, not only
 * ours: who is taken off a site has no permissions on it, which Strapi's own policies see first.
 */
function createRecheck(choice: Options['choice']) {
  let asking: Promise<void> | null = null;
  return async (response: Response) => {
    try {
      const body = (await response.json()) as { error?: { details?: { code?: unknown } } };
      const code = body.error?.details?.code;
      const isOurs = typeof code === 'string' && code.startsWith('MULTI_SITE_');
      if (!isOurs && response.status !== 403) return;
      // A page asks for much at once: its refusals are one question.
      asking ??= choice.refresh().finally(() => {
        asking = null;
      });
      await asking;
    } catch {
      // Not an answer of Strapi's API, or the list cannot be had now: nothing to conclude from it.
    }
  };
}

function wrapXhr(browser: Browser, { backendURL, choice }: Options) {
  const { prototype } = browser.XMLHttpRequest;
  const { open, setRequestHeader, send } = prototype;
  const notes = new WeakMap<XMLHttpRequest, { needsSite: boolean; isSignedIn: boolean }>();

  // Cast: `open` has two overloads, and both are passed on as they come.
  prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    const url = String(args[1]);
    const page = browser.location.href;
    notes.set(this, { needsSite: needsSite({ url, backendURL, page }), isSignedIn: false });
    return open.apply(this, args as Parameters<typeof open>);
  };

  prototype.setRequestHeader = function (name, value) {
    const note = notes.get(this);
    if (note && same(name, 'Authorization')) note.isSignedIn = personOf(value) !== null;
    if (note && same(name, SITE_HEADER)) note.needsSite = false;
    return setRequestHeader.call(this, name, value);
  };

  prototype.send = function (body) {
    const note = notes.get(this);
    const value = headerValue(choice.snapshot().choice);
    if (note?.needsSite && note.isSignedIn && value !== null) {
      setRequestHeader.call(this, SITE_HEADER, value);
    }
    return send.call(this, body);
  };
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function headersOf(input: RequestInfo | URL, init?: RequestInit) {
  return new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
}

/** Only the admin's own back end: no other origin may learn of our header, or be refused by CORS. */
function needsSite({ url, backendURL, page }: { url: string; backendURL: string; page: string }) {
  const base = new URL(backendURL || '/', page);
  const target = new URL(url, page);
  const prefix = base.pathname.replace(/\/$/, '');
  if (target.origin !== base.origin || !target.pathname.startsWith(`${prefix}/`)) return false;
  return !WITHOUT_SITE.includes(target.pathname.slice(prefix.length));
}

/**
 * Whose request it is, so that a tab chooses anew when somebody else signs in.
 * The admin sends `Bearer null` while nobody is signed in.
 */
export function personOf(authorization: string | null): string | null {
  const token = authorization?.match(/^Bearer (.+)$/i)?.[1];
  if (!token || token === 'null') return null;
  try {
    const payload = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    const { userId } = claims as { userId?: unknown };
    return typeof userId === 'string' || typeof userId === 'number' ? String(userId) : token;
  } catch {
    return token;
  }
}
