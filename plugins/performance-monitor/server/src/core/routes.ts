import { UNMATCHED } from './metrics';

/** What Strapi knows of the route that answered; every field may be missing. */
export type RouteFacts = {
  path: string;
  method: string;
  /** `ctx._matchedRoute`. */
  matched: unknown;
  handler?: unknown;
  apiName?: unknown;
  pluginName?: unknown;
  /** `ctx.params.model` of the Content Manager. */
  model?: unknown;
};

export type RouteLabels = {
  route: string;
  method: string;
  contentType: string;
  plugin: string;
  action: string;
  kind: DeliveryKind;
};

export type DeliveryKind = 'api' | 'graphql' | 'uploads' | 'admin' | 'static';

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
const TEMPLATE = /^[/\w:.@*~+-]{1,200}$/;
const UID = /^(api|plugin|admin)::[\w-]+\.[\w-]+$/;

/**
 * Labels of a request, from templates only: never from what a visitor typed. Addresses that no
 * route knows share one label.
 */
export function labelRoute(facts: RouteFacts): RouteLabels {
  const kind = kindOf(facts.path);
  const handler = typeof facts.handler === 'string' ? facts.handler : '';
  const [uid, action] = splitHandler(handler);
  const model = typeof facts.model === 'string' && UID.test(facts.model) ? facts.model : '';
  const pluginName = typeof facts.pluginName === 'string' ? facts.pluginName : '';
  return {
    route: routeOf(facts, kind),
    method: METHODS.has(facts.method) ? facts.method : 'other',
    contentType: model || (uid.startsWith('api::') ? uid : ''),
    plugin: pluginName || (/^plugin::([\w-]+)\./.exec(uid)?.[1] ?? ''),
    action,
    kind,
  };
}

function routeOf({ matched, path }: RouteFacts, kind: DeliveryKind): string {
  if (kind === 'uploads') return '/uploads/*';
  if (typeof matched === 'string' && TEMPLATE.test(matched) && !matched.includes('*')) {
    return matched.length > 1 ? matched.replace(/\/$/, '') : matched;
  }
  if (kind === 'admin') return '/admin/*';
  return path === '/' ? '/' : UNMATCHED;
}

export function kindOf(path: string): DeliveryKind {
  if (path.startsWith('/api/')) return 'api';
  if (path.startsWith('/uploads/')) return 'uploads';
  if (path === '/graphql' || path.startsWith('/graphql/')) return 'graphql';
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin';
  return 'static';
}

/** `api::article.article.find` is `find` of `api::article.article`. */
function splitHandler(handler: string): [uid: string, action: string] {
  const at = handler.lastIndexOf('.');
  return at < 0 ? ['', ''] : [handler.slice(0, at), handler.slice(at + 1)];
}

/** What a cache between us and the visitor can do with an answer. */
export function freshnessOf(status: number, cacheControl: string): string {
  if (status === 304) return 'not-modified';
  if (/no-store|no-cache|private|max-age=0/.test(cacheControl)) return 'uncached';
  return /max-age=[1-9]|s-maxage=[1-9]|immutable/.test(cacheControl) ? 'cacheable' : 'uncached';
}

export const statusClass = (status: number): string =>
  status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : 'other';

/**
 * How long a request waited in the proxy, from `X-Request-Start` (`t=` in µs, ms or s since 1970);
 * null when there is no such header or it cannot be right.
 */
export function proxyWaitMs(header: unknown, now: number): number | null {
  if (typeof header !== 'string') return null;
  const value = Number(/^(?:t=)?(\d{9,17}(?:\.\d+)?)$/.exec(header.trim())?.[1]);
  if (!Number.isFinite(value)) return null;
  const at = value > 1e14 ? value / 1000 : value > 1e11 ? value : value * 1000;
  const waited = now - at;
  return waited >= 0 && waited < 60_000 ? waited : null;
}
