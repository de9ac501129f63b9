import { factories, type Core } from '@strapi/strapi';
import { laneDatabase } from '../../../../harness';
import { VAULT, vaultSchema } from './vault-schema';

type Ctx = { params: { how: string }; body: unknown };
/** The type is added at run time, so it is in no generated list of types. */
const UID = VAULT as never;

/** Code as people write it who think of one site only: SQL in a controller of their own. */
const rawSql = (strapi: Core.Strapi): Record<string, () => Promise<unknown>> => {
  const knex = strapi.db.connection;
  return {
    builder: async () => knex('vaults').select('name', 'code').orderBy('id'),
    join: async () =>
      knex('vaults as v')
        .leftJoin('vaults_owner_lnk as l', 'l.vault_id', 'v.id')
        .leftJoin('authors as a', 'a.id', 'l.author_id')
        .select('v.name', 'a.name as owner')
        .orderBy('v.id'),
    count: async () => knex('vaults').count({ count: 'id' }),
    raw: async () => knex.raw('select name, code from vaults order by id'),
    bound: async () => knex.raw('select ?? from ?? order by id', ['name', 'vaults']),
    transaction: async () =>
      strapi.db.transaction(async ({ trx }) => trx('vaults').select('name').orderBy('id')),
    stream: async () => {
      const rows: unknown[] = [];
      const stream = knex('vaults').select('name').orderBy('id').stream();
      for await (const row of stream) rows.push(row);
      return rows;
    },
  };
};

/** Knex streams on PostgreSQL need a package that Strapi does not bring. */
export const RAW_WAYS = [
  'builder',
  'join',
  'count',
  'raw',
  'bound',
  'transaction',
  'stream',
].filter((way) => way !== 'stream' || laneDatabase() !== 'postgres');

const extendController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async raw(ctx: Ctx) {
    const way = rawSql(strapi)[ctx.params.how];
    ctx.body = { rows: way ? await way() : null };
  },
});
// The factory types an extension by the type's generated attributes, and there are none.
const controller = factories.createCoreController(UID, extendController as never);

const rawRoutes = {
  type: 'content-api',
  routes: [{ method: 'GET', path: '/vault-raw/:how', handler: 'vault.raw' }],
};

/**
 * Adds the API before Strapi loads. As the first module it also is the first to be registered,
 * so `onRegister` and `onSynced` see Strapi before the plugin wraps anything.
 */
export function addVaultApi(
  strapi: Core.Strapi,
  { onRegister, onSynced }: { onRegister: () => void; onSynced: () => void },
) {
  const apis = strapi.get<{ add(name: string, api: object): void }>('apis');
  apis.add('vault', {
    register() {
      onRegister();
      strapi.hook('strapi::content-types.afterSync').register(onSynced);
    },
    routes: { vault: factories.createCoreRouter(UID), 'vault-raw': rawRoutes },
    controllers: { vault: controller },
    services: { vault: factories.createCoreService(UID) },
    contentTypes: { vault: { schema: vaultSchema, actions: {}, lifecycles: {} } },
  });
}
