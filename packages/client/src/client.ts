import type { Query } from './address';
import { EventQueue, type SuiteEvent } from './events';
import { Experiments } from './experiments';
import { requestJson, type RequestOptions } from './request';
import { browserStore, memoryStore, type KeyValueStore } from './storage';
import { Visitor } from './visitor';
import { watchVitals } from './vitals';

export type Entry = { id: number; documentId: string; locale?: string | null };
export type Many<T> = {
  data: T[];
  meta: { pagination?: { page: number; pageSize: number; pageCount: number; total: number } };
};
export type One<T> = { data: T; meta: Record<string, unknown> };

export type ClientOptions = {
  /** Address of the Strapi server; empty: the page's own origin. */
  url?: string;
  /** Slug or documentId of a site, sent as X-Site. Left out: the server decides by the host. */
  site?: string;
  /** The site's browser key (`pk_…`): without it no event, exposure or vital is sent. */
  browserKey?: string;
  /** Which plugin takes events in. Default personalization, which passes them on. */
  eventsTo?: 'personalization' | 'ai-optimizer';
  /** Where the visitor's id and consent stay. Default: the browser's storage, else memory. */
  store?: KeyValueStore;
  fetch?: typeof fetch;
  /** Milliseconds a request may take. Default 10,000. */
  timeoutMs?: number;
  /** Milliseconds an event waits for others. Default 1,000. */
  eventDelayMs?: number;
};

/** `Types` maps plural API names to the entries behind them: `{ articles: Article }`. */
export function createClient<Types extends Record<string, object> = Record<string, Entry>>(
  options: ClientOptions = {},
) {
  const {
    url = '',
    site,
    browserKey,
    eventsTo = 'personalization',
    store = typeof window === 'undefined' ? memoryStore() : browserStore(),
    timeoutMs = 10_000,
    eventDelayMs = 1_000,
  } = options;
  const send: typeof fetch = options.fetch ?? ((...args) => globalThis.fetch(...args));
  const ways = (headers: () => Record<string, string>) => ({
    headers,
    fetch: send,
    url,
    timeoutMs,
  });
  const siteHeader = (): Record<string, string> => (site === undefined ? {} : { 'X-Site': site });

  /** As nobody: for what concerns the visitor himself, who proves who he is. */
  const plain = ways(siteHeader);
  const visitor = new Visitor(store, (path, init) => requestJson(plain, path, init));
  const full = ways(() => ({ ...siteHeader(), ...visitor.headers() }));
  const request = <T>(path: string, init?: RequestOptions) => requestJson<T>(full, path, init);

  async function sendEvents(events: readonly SuiteEvent[], isLeaving: boolean): Promise<boolean> {
    if (browserKey === undefined) return true; // Nobody takes them; they must not pile up.
    const answer = await send(`${url.replace(/\/+$/, '')}/api/${EVENT_PATHS[eventsTo]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...siteHeader() },
      body: JSON.stringify(
        eventsTo === 'personalization'
          ? { key: browserKey, events }
          : { writeKey: browserKey, batch: events },
      ),
      // Lets the browser finish it after the page is gone.
      keepalive: isLeaving,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(() => null);
    // A refusal will be one again; a busy or silent server is asked later.
    return answer !== null && answer.status !== 429 && answer.status < 500;
  }

  const events = new EventQueue(
    {
      send: sendEvents,
      visitorId: () => visitor.id,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
    },
    eventDelayMs,
  );
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void events.flush(true);
    });
  }

  return {
    /** Any request of the content API, with site and visitor. */
    request,
    /** A list: `client.find('articles', { filters: { slug: 'a' }, populate: ['cover'] })`. */
    find: <Name extends keyof Types & string>(
      name: Name,
      query?: Query,
      init?: Omit<RequestOptions, 'query'>,
    ) => request<Many<Types[Name]>>(name, { ...init, ...(query ? { query } : {}) }),
    /** One entry by its documentId. */
    findOne: <Name extends keyof Types & string>(
      name: Name,
      documentId: string,
      query?: Query,
      init?: Omit<RequestOptions, 'query'>,
    ) =>
      request<One<Types[Name]>>(`${name}/${encodeURIComponent(documentId)}`, {
        ...init,
        ...(query ? { query } : {}),
      }),
    visitor,
    events,
    experiments: new Experiments(request, events, () => visitor.id),
    /** What suits the visitor; with `for`: what is like an entry. */
    recommendations: (
      query: { for?: string; type?: string; limit?: number; locale?: string } = {},
    ) =>
      request<{ data: Recommendation[] }>('personalization/recommendations', { query }).then(
        ({ data }) => data,
      ),
    /** Measures this page load (LCP, INP, CLS, TTFB, FCP) for the monitor. `route` is a template. */
    watchVitals(route: string): void {
      if (browserKey !== undefined) watchVitals({ url, browserKey, route, fetch: send });
    },
  };
}

export type Recommendation = {
  uid: string;
  documentId: string;
  title: string;
  score: number;
  [detail: string]: unknown;
};

const EVENT_PATHS = {
  personalization: 'personalization/events',
  'ai-optimizer': 'ai-optimizer/events',
} as const;
