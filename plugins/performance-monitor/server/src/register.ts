import type { Core } from '@strapi/strapi';
import { keepOwnTables } from 'suite-kit/server';
import { UID } from '../../shared/plugin';
import { permissionActions } from './permission-actions';
import { service } from './services/service';
import { watchPublishing } from './services/watch-publishing';

type Permissions = { actionProvider: { registerMany(actions: unknown[]): Promise<unknown> } };

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  const permissions = strapi.service('admin::permission') as unknown as Permissions;
  await permissions.actionProvider.registerMany(permissionActions);
  keepOwnTables(strapi, Object.values(UID));
  // Used here, in `register`, it stands before Strapi's own middlewares: it sees every answer.
  strapi.server.use(service(strapi, 'monitor').middleware());
  watchPublishing(strapi);
};

export default register;
