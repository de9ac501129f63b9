import type { Core } from '@strapi/strapi';

/** Who a route belongs to: an API of the app, or a plugin (Strapi's admin is `admin`). */
type RouteOwner = { apiName?: string; pluginName?: string };
type Route = { method?: string; path?: string; info?: RouteOwner; config?: { prefix?: string } };
type Router = { type?: string; prefix?: string; routes?: Route[] };
type Layer = { path: string; methods: readonly string[]; stack: readonly unknown[] };

type RoutesSeen = {
  /** All routes of the running server. */
  list(): Layer[];
  /** Was this one given to Strapi to compose? Then it is authenticated before it runs. */
  isComposed(layer: Layer): boolean;
  ownerOf(method: string, path: string): RouteOwner | undefined;
};

const API_TYPES = ['admin', 'content-api'] as const;
const seen = new WeakMap<Core.Strapi, RoutesSeen>();

/**
 * Notes what is given to `strapi.server.routes`, which every core route, plugin and API goes
 * through. A route put on the router past it is not in here: nobody settles its site.
 * Decoration: it changes nothing about the routes.
 */
export function watchRoutes(strapi: Core.Strapi) {
  const server = strapi.server as unknown as {
    routes(routes: Router | Route[]): unknown;
    listRoutes(): Layer[];
    api(type: (typeof API_TYPES)[number]): { listRoutes(): Layer[] };
  };
  const handlers = new Set<unknown>();
  const owners = new Map<string, RouteOwner>();
  const apiPrefix: string = strapi.config.get('api.rest.prefix', '/api');

  const { routes } = server;
  server.routes = function (given) {
    const before = server.listRoutes().length;
    const answer = routes.call(this, given);
    for (const layer of server.listRoutes().slice(before)) handlers.add(layer.stack.at(-1));
    const { list, base } = read(given, apiPrefix);
    for (const { method = 'ALL', path = '', info, config } of list) {
      const prefix = config?.prefix ?? base.own;
      owners.set(`${method} ${join(`${base.api}${prefix}`, path)}`, info ?? {});
    }
    return answer;
  };

  seen.set(strapi, {
    list: () => server.listRoutes(),
    isComposed(layer) {
      const handler = layer.stack.at(-1);
      // Nothing else can be put on the routers of the two APIs.
      const isOfApi = API_TYPES.some((type) =>
        server
          .api(type)
          .listRoutes()
          .some((one) => one.stack.at(-1) === handler),
      );
      return isOfApi || handlers.has(handler);
    },
    ownerOf: (method, path) => owners.get(`${method} ${path}`) ?? owners.get(`ALL ${path}`),
  });
}

export function routesSeen(strapi: Core.Strapi): RoutesSeen {
  const found = seen.get(strapi);
  if (!found) throw new Error('multi-site looked for routes before it was registered.');
  return found;
}

function read(given: Router | Route[], apiPrefix: string) {
  if (Array.isArray(given)) return { list: given, base: { api: '', own: '' } };
  const { type, prefix = '', routes: list = [] } = given;
  return { list, base: { api: type === 'content-api' ? apiPrefix : '', own: prefix } };
}

const join = (prefix: string, path: string) =>
  prefix !== '' && path === '/' ? prefix : `${prefix}${path}`;
