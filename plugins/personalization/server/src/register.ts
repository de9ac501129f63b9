import type { Core } from '@strapi/strapi';
import { keepOwnTables, resolveTableNames } from 'suite-kit/server';
import { PERSONALIZE_PARAM, PLUGIN_ID, PREVIEW_PARAM, UID } from '../../shared/plugin';
import { extendGraphql } from './graphql';
import { permissionActions } from './permission-actions';
import { service } from './services/service';

/** The specification's names, which the app may have taken already. */
const SHORT_NAMES = [UID.profile, UID.recommendation];

type Permissions = { actionProvider: { registerMany(actions: object[]): Promise<void> } };
type Zod = { string(): { max(length: number): { optional(): unknown } } };
type Route = { method: string; request?: { query?: object } };
type ContentApi = {
  addQueryParams(
    params: Record<string, { schema: (z: Zod) => unknown; matchRoute: (route: Route) => boolean }>,
  ): void;
};

/** The app's route objects outlive a boot in one process, and Strapi refuses a parameter twice. */
const readsWithout =
  (param: string) =>
  ({ method, request }: Route) =>
    method === 'GET' && !(param in (request?.query ?? {}));

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  await resolveTableNames(strapi, { pluginId: PLUGIN_ID, prefix: PLUGIN_ID, uids: SHORT_NAMES });
  keepOwnTables(strapi, Object.values(UID));
  const permissions = strapi.service('admin::permission') as unknown as Permissions;
  await permissions.actionProvider.registerMany(permissionActions);
  extendGraphql(strapi);

  (strapi.contentAPI as unknown as ContentApi).addQueryParams({
    [PERSONALIZE_PARAM]: {
      schema: (z) => z.string().max(500).optional(),
      matchRoute: readsWithout(PERSONALIZE_PARAM),
    },
    [PREVIEW_PARAM]: {
      schema: (z) => z.string().max(4_000).optional(),
      matchRoute: readsWithout(PREVIEW_PARAM),
    },
  });
  service(strapi, 'delivery').install();
};

export default register;
