import type { Core } from '@strapi/strapi';
import {
  adminToken,
  createAdminUser,
  createTokenPersona,
  startApp,
  type App,
  type Client,
  type Method,
} from '../../harness';
import { OWN_PLUGINS } from './own-plugins';

type Route = { method: string; path: string; handler: unknown; config?: RouteConfig };
type RouteConfig = {
  auth?: unknown;
  policies?: (string | { name: string; config?: { actions?: string[] } })[];
};
type Router = { type?: string; prefix?: string; routes: Route[] };
type Listed = { plugin: string; method: Method; path: string; route: Route };

/** Every route of one kind of every plugin of ours, from what Strapi really serves. */
const routesOf = (strapi: Core.Strapi, type: 'admin' | 'content-api'): Listed[] =>
  OWN_PLUGINS.flatMap((plugin) =>
    Object.values(strapi.plugin(plugin).routes as unknown as Record<string, Router>)
      .filter((router) => (router.type ?? 'admin') === type)
      .flatMap((router) =>
        router.routes.map((route) => ({
          plugin,
          method: route.method as Method,
          path: `${type === 'content-api' ? '/api' : ''}${router.prefix ?? `/${plugin}`}${route.path}`
            // A parameter has to be something; what it is does not matter before the refusal.
            .replace(/:(\w+)(\([^)]*\))?/g, 'x'),
          route,
        })),
      ),
  );

const send = (client: Client, { method, path }: Listed) =>
  client.request(method, path, method === 'GET' ? {} : { body: {} });

const actionsOf = ({ route }: Listed) =>
  (route.config?.policies ?? []).flatMap((policy) =>
    typeof policy === 'object' && policy.name === 'admin::hasPermissions'
      ? (policy.config?.actions ?? [])
      : [],
  );

describe('who may call what', () => {
  let app: App;
  let nobody: Client;
  let superAdmin: Client;
  let admin: Listed[];
  let open: Listed[];

  beforeAll(async () => {
    app = await startApp();
    const { strapi } = app;
    admin = routesOf(strapi, 'admin');
    open = routesOf(strapi, 'content-api');

    await strapi.db
      .query('admin::role')
      .create({ data: { name: 'Nothing', code: 'nothing', description: 'Holds no action.' } });
    const email = 'nobody@example.test';
    await createAdminUser(strapi, { email, roles: ['nothing'] });
    nobody = app.with({ token: await adminToken(app, email) });
    await createAdminUser(strapi, { email: 'super@example.test', roles: ['strapi-super-admin'] });
    superAdmin = app.with({ token: await adminToken(app, 'super@example.test') });
  });
  afterAll(() => app.stop());

  const answers = async (client: Client, routes: Listed[]) => {
    const found: Record<string, number> = {};
    for (const route of routes) {
      const { status } = await send(client, route);
      found[`${route.method} ${route.path}`] = status;
    }
    return found;
  };
  const all = (routes: Listed[], status: number) =>
    Object.fromEntries(routes.map(({ method, path }) => [`${method} ${path}`, status]));

  it('knows the routes of every plugin', () => {
    expect([...new Set(admin.map(({ plugin }) => plugin))].sort()).toEqual(OWN_PLUGINS);
  });

  it('answers 401 to everybody who is not signed in, at every admin route', async () => {
    expect(await answers(app, admin)).toEqual(all(admin, 401));
  });

  it('answers 401 to an API token, at every admin route', async () => {
    const token = await createTokenPersona(app, { name: 'All', type: 'full-access' });
    expect(await answers(token, admin)).toEqual(all(admin, 401));
  });

  it('answers 403 to a role with nothing, at every admin route with an action', async () => {
    const guarded = admin.filter((route) => actionsOf(route).length > 0);
    expect(await answers(nobody, guarded)).toEqual(all(guarded, 403));
  });

  it('has few admin routes without an action, and these say nothing to a role with nothing', async () => {
    const unguarded = admin.filter((route) => actionsOf(route).length === 0);
    expect(unguarded.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(UNGUARDED);
    for (const route of unguarded) {
      const { status, body } = await send(nobody, route);
      const said = status === 200 ? body : 'refused';
      expect({ path: route.path, said }).toEqual({
        path: route.path,
        said: SAID[route.path] ?? 'refused',
      });
    }
  });

  it('asks for actions that are registered', () => {
    const provider = app.strapi.service('admin::permission') as unknown as {
      actionProvider: { values(): { actionId: string }[] };
    };
    const known = new Set(provider.actionProvider.values().map(({ actionId }) => actionId));
    const unknown = admin.flatMap(actionsOf).filter((action) => !known.has(action));
    expect(unknown).toEqual([]);
  });

  it('serves every GET route without parameters to the super admin', async () => {
    const lists = admin.filter(
      ({ method, route }) => method === 'GET' && !route.path.includes(':'),
    );
    const found = await answers(superAdmin, lists);
    const broken = Object.entries(found).filter(([, status]) => status >= 500);
    expect(broken).toEqual([]);
  });

  it('answers 403 to visitors, at every content API route that was not opened on purpose', async () => {
    const closed = open.filter(({ route }) => route.config?.auth !== false);
    const found = await answers(app, closed);
    const unexpected = Object.entries(found).filter(([, status]) => status !== 403);
    expect(unexpected).toEqual([]);
  });

  it('opens few content API routes to everybody, and none answers without its key', async () => {
    const opened = open.filter(({ route }) => route.config?.auth === false);
    expect(opened.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(OPENED);
    const taken = Object.entries(await answers(app, opened)).filter(([, status]) => status < 400);
    expect(taken).toEqual([]);
  });
});

/** Of one's own things: each decides by the caller's sites and by the entry what he sees there. */
const UNGUARDED = [
  // Whose an entry is: to who may read it in the Content Manager.
  'GET /multi-site/shares/entry',
  'GET /multi-site/shares/labels',
  // Shown beside an entry: to who may read that entry in the Content Manager, and nobody else.
  'GET /multi-site/sites/x/tasks/entry',
  'GET /multi-site/sites/x/tasks/stages',
  // The sites a person works on.
  'GET /multi-site/switch',
  // The tasks that are his own, on these sites.
  'GET /multi-site/waiting',
  // Each kind of change asks for the right to make it; on no site there is nothing to take back.
  'POST /multi-site/audit/x/undo',
  // To who may read the entry of the task; moving and assigning, to who may edit it.
  'POST /multi-site/sites/x/tasks/x/comments',
  'POST /multi-site/sites/x/tasks/x/move',
  'PUT /multi-site/sites/x/tasks/x',
];

/** What a role with nothing, and on no site, is told there; everything else is refused. */
const SAID: Record<string, unknown> = {
  '/multi-site/switch': {
    data: { active: false, canAccessNetwork: false, mode: 'enforce', sites: [] },
    meta: {},
  },
  '/multi-site/waiting': { data: [], meta: {} },
};

/** They check a key or a token of their own. */
const OPENED = [
  // SDKs of GrowthBook ask without signing in: the browser key is in the address.
  'GET /api/ai-optimizer/features/x',
  // Prometheus, with the token of the settings; 404 or 401 without.
  'GET /api/performance-monitor/metrics',
  // Browsers of visitors: each wants a browser key whose origins match, and only takes events.
  'POST /api/ai-optimizer/events',
  'POST /api/performance-monitor/vitals',
  'POST /api/personalization/events',
  'POST /api/personalization/v1/batch',
  'POST /api/personalization/v1/identify',
  'POST /api/personalization/v1/page',
  'POST /api/personalization/v1/track',
];
