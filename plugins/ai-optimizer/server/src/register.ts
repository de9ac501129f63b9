import type { Core } from '@strapi/strapi';
import { keepOwnTables } from 'suite-kit/server';
import { UID } from '../../shared/plugin';
import { watchDocuments } from './documents';
import { layVariants } from './overlay-layer';
import { permissionActions } from './permission-actions';

type Permissions = { actionProvider: { registerMany(actions: object[]): Promise<void> } };

const register = async ({ strapi }: { strapi: Core.Strapi }) => {
  const permissions = strapi.service('admin::permission') as unknown as Permissions;
  await permissions.actionProvider.registerMany(permissionActions);
  keepOwnTables(strapi, Object.values(UID));
  watchDocuments(strapi);
  layVariants(strapi);
};

export default register;
