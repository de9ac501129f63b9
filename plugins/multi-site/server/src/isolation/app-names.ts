import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { decideNames, OUR_TABLES, type AppNames, type Names } from '../core/names';
import { scopeOf } from '../core/scope';
import { contentTypesOf } from './strapi-parts';
import { siteRoutes } from '../routes/content-api/sites';

const CORE_STORE = 'strapi_core_store_settings';
const STORE = { type: 'plugin', name: PLUGIN_ID, key: 'names' } as const;
const STORE_KEY = `plugin_${PLUGIN_ID}_names`;

export type NamesDecision = { names: Names; former: Names | null };
type Route = { path?: string };
type Router = { routes?: Route[]; prefix?: string };
type RouterFactory = (params: { strapi: Core.Strapi }) => Router;

/**
 * Decides under which names tables, columns and routes live, and puts them in force. In
 * `register`, because Strapi builds its model right after; so the stored decision is read from
 * the connection itself.
 */
export async function decideAppNames(strapi: Core.Strapi): Promise<NamesDecision> {
  const former = await readFormer(strapi);
  const taken = readTaken(strapi);
  if (!former) await addUnknownToStrapi(strapi, taken);
  const wish = strapi.config.get<'auto' | 'prefixed'>(`plugin::${PLUGIN_ID}.names`);
  const names = decideNames({ taken, former: former ?? undefined, wish });

  for (const uid of [UID.site, UID.siteUser, UID.siteContent]) {
    const type = strapi.contentType(uid as never) as { collectionName: string };
    type.collectionName = `${names.tablePrefix}${type.collectionName}`;
  }
  const { routes } = strapi.plugin(PLUGIN_ID) as unknown as {
    routes: Record<'content-api', { routes: unknown }>;
  };
  routes['content-api'].routes = siteRoutes(names.route);
  if (names.tablePrefix || names.column !== 'site_id' || names.route !== '/sites') {
    strapi.log.info(
      `[${PLUGIN_ID}] Names that this app uses already were left alone: tables ${names.tablePrefix}sites …, column ${names.column}, route /api${names.route}.`,
    );
  }
  return { names, former };
}

export const storeNames = (strapi: Core.Strapi, names: Names) =>
  strapi.store.set({ ...STORE, value: names });

async function readFormer(strapi: Core.Strapi): Promise<Names | null> {
  const schema = () => strapi.db.getSchemaConnection();
  if (!(await schema().hasTable(CORE_STORE))) return null;
  const row: { value: string } | undefined = await strapi.db
    .getConnection(CORE_STORE)
    .where({ key: STORE_KEY })
    .first('value');
  return row ? (JSON.parse(row.value) as Names) : null;
}

const appTypes = (strapi: Core.Strapi) =>
  Object.values(contentTypesOf(strapi)).filter(
    (type) => !type.uid.startsWith(`plugin::${PLUGIN_ID}.`),
  );

export const scopedTableNames = (strapi: Core.Strapi) =>
  appTypes(strapi)
    .filter((type) => scopeOf(type) !== 'global')
    .map((type) => type.collectionName);

function readTaken(strapi: Core.Strapi) {
  const types = appTypes(strapi);
  const scoped = types.filter((type) => scopeOf(type) !== 'global');
  const columns = scoped.flatMap(({ attributes }) =>
    Object.entries(attributes).map(([name, { column }]) => column?.name ?? toSnakeCase(name)),
  );
  return {
    tables: new Set(types.map((type) => type.collectionName)),
    columns: new Set(columns),
    routes: new Set(readRoutes(strapi)),
  };
}

function readRoutes(strapi: Core.Strapi): string[] {
  const routers = Object.values(strapi.apis).flatMap((api) =>
    Object.values(api.routes as unknown as Record<string, Router | RouterFactory>),
  );
  return routers
    .map((router) => (typeof router === 'function' ? router({ strapi }) : router))
    .flatMap((router) =>
      readRouteList(router).map(({ path }) => `${router.prefix ?? ''}${path ?? ''}`),
    );
}

/** Core routers make their list when it is read; at this point that works, but may not always. */
function readRouteList(router: Router): Route[] {
  return Array.isArray(router.routes) ? router.routes : [];
}

/** Before our first start: tables and columns made by hand, which Strapi does not know. */
async function addUnknownToStrapi(
  strapi: Core.Strapi,
  taken: AppNames & { tables: Set<string>; columns: Set<string> },
) {
  const schema = () => strapi.db.getSchemaConnection();
  for (const table of OUR_TABLES) {
    const isForeign = (await schema().hasTable(table)) && !(await isOurs(strapi, table));
    if (isForeign) taken.tables.add(table);
  }
  for (const table of scopedTableNames(strapi)) {
    const hasColumn =
      (await schema().hasTable(table)) && (await schema().hasColumn(table, 'site_id'));
    if (hasColumn) taken.columns.add('site_id');
  }
}

const toSnakeCase = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();

const OUR_COLUMNS: Record<(typeof OUR_TABLES)[number], readonly string[]> = {
  sites: ['number', 'path_prefix', 'is_default'],
  site_users: ['key', 'site_id', 'user_id', 'role'],
  site_content: ['key', 'site_id', 'content_type', 'content_id'],
};

/** Made by a first start that was broken off before it could write down its names. */
async function isOurs(strapi: Core.Strapi, table: (typeof OUR_TABLES)[number]): Promise<boolean> {
  const columns = await strapi.db.connection(table).columnInfo();
  return OUR_COLUMNS[table].every((column) => column in columns);
}
