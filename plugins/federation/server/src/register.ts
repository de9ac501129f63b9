import type { Core } from '@strapi/strapi';
import { keepOwnTables, resolveTableNames } from 'suite-kit/server';
import { PLUGIN_ID, UID } from '../../shared/plugin';
import { permissionActions } from './permission-actions';
import { service } from './services/service';

type Permissions = {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
};
type Middleware = (
  context: { uid: string; action: string; params: object },
  next: () => Promise<unknown>,
) => Promise<unknown>;

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  const permissions = strapi.service('admin::permission') as unknown as Permissions;
  await permissions.actionProvider.registerMany(permissionActions);
  await resolveTableNames(strapi, {
    pluginId: PLUGIN_ID,
    prefix: PLUGIN_ID,
    uids: [UID.content, UID.status],
  });
  keepOwnTables(strapi, Object.values(UID));

  const locks: Middleware = async (context, next) => {
    if (context.uid.startsWith('api::')) await service(strapi, 'locks').assertUnlocked(context);
    return next();
  };
  strapi.documents.use(locks as never);
};

export default register;
