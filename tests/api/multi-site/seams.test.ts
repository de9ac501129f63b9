import type { Core } from '@strapi/strapi';
import { createStorage, startApp, type Storage } from '../../harness';

/** Parts of Strapi that have no public type. */
type Loose = Record<string, unknown>;
const loose = (part: unknown) => part as Loose;

/** Strapi as an update might leave it: `change` is made once the database is there. */
const onceSynced = (change: (strapi: Core.Strapi) => void) => (strapi: Core.Strapi) => {
  type Hook = { register: (handler: () => Promise<void>) => void };
  const hooks = strapi.get<{ set: (uid: string, hook: Hook) => unknown }>('hooks');
  const { set } = hooks;
  hooks.set = function (uid, hook) {
    set.call(this, uid, hook);
    // First in the list: before this plugin looks.
    if (uid.endsWith('content-types.afterSync')) hook.register(async () => change(strapi));
    return this;
  };
};

/** The same for what the query builder offers. */
const builderWithout = (method: string) =>
  onceSynced((strapi) => {
    const manager = loose(strapi.db.entityManager);
    const { createQueryBuilder } = manager;
    manager.createQueryBuilder = function (uid: string) {
      const builder = (createQueryBuilder as (uid: string) => Loose).call(this, uid);
      return { ...builder, [method]: undefined };
    };
  });

const withoutPermissionService = (strapi: Core.Strapi) => {
  const services = strapi.get<{ get: (uid: string) => Loose }>('services');
  const { get } = services;
  // A copy, always the same one: the service itself outlives this start.
  let reduced: Loose | undefined;
  services.get = function (uid) {
    const service = get.call(this, uid);
    if (uid !== 'admin::permission') return service;
    reduced ??= { ...service, findUserPermissions: undefined };
    return reduced;
  };
};

const MOVED: [seam: string, beforeLoad: (strapi: Core.Strapi) => void][] = [
  [
    'auth.authenticate',
    (strapi) => {
      delete loose(strapi.get('auth')).authenticate;
    },
  ],
  ['permission service', withoutPermissionService],
  ['query builder', builderWithout('join')],
  [
    'relation writers',
    onceSynced((strapi) => {
      loose(strapi.db.entityManager).updateRelations = undefined;
    }),
  ],
  [
    'db.queryBuilder',
    onceSynced((strapi) => {
      loose(strapi.db).queryBuilder = () => ({});
    }),
  ],
  [
    'knex start event',
    onceSynced((strapi) => {
      const { connection } = strapi.db;
      loose(connection).on = () => connection;
    }),
  ],
];

describe('where Strapi moved a part that the border stands on', () => {
  let storage: Storage;
  beforeAll(async () => {
    storage = await createStorage();
  });
  afterAll(() => storage.remove());

  it.each(MOVED)(
    'the start is stopped by a sentence that names it: %s',
    async (seam, beforeLoad) => {
      const start = startApp({ storage, beforeLoad }).then(async (app) => {
        await app.stop();
        return 'started';
      });
      const outcome = await start.catch((error: unknown) => (error as Error).message);
      expect(outcome).toMatch(/^\[multi-site\] /);
      expect(outcome).toContain(seam);
    },
  );

  it('and it starts again where everything is in its place', async () => {
    const app = await startApp({ storage });
    expect((await app.get('/_health')).status).toBe(204);
    await app.stop();
  });
});
