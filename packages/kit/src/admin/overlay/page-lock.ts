import { answersOf, noteAnswer, overlayInPage } from './answers';

const INSTALLED = Symbol.for('strapi-suite.overlay-page-lock');

type Browser = Pick<Window, 'fetch' | 'location'>;

/**
 * The second lock: every request to the Content Manager says which variant the page is about, and
 * what it has read. The server refuses what does not agree with the address. Once per page.
 */
export function installPageLock(browser: Browser, backendURL: string) {
  const marked = browser as Browser & { [INSTALLED]?: true };
  if (marked[INSTALLED]) return;
  marked[INSTALLED] = true;
  const next = browser.fetch;
  const answers = answersOf(browser);

  browser.fetch = async (input, init) => {
    const page = overlayInPage(browser.location.search);
    const address = input instanceof Request ? input.url : String(input);
    const url = new URL(address, browser.location.href);
    const base = new URL(backendURL || '/', browser.location.href);
    const isOurs =
      page !== null &&
      url.origin === base.origin &&
      url.pathname.startsWith(`${base.pathname.replace(/\/$/, '')}/content-manager/`);
    if (!isOurs) return next.call(browser, input, init);

    const headers = new Headers(
      init?.headers ?? (input instanceof Request ? input.headers : undefined),
    );
    headers.set('X-Overlay-Page', page);
    const stamp = answers.stamps.get(page);
    if (stamp) headers.set('X-Overlay-Stamp', stamp);
    const response = await next.call(browser, input, { ...init, headers });
    if (response.ok && url.searchParams.has('overlay')) {
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => null);
      noteAnswer(answers, url, body);
    }
    return response;
  };
}
