import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { SitesAction } from '../site-actions/SitesAction';
import { message } from '../texts';
import { addSharingColumn } from './list-column';

const LIST_COLUMN = 'Admin/CM/pages/ListView/inject-column-in-table';

/** Sharing in Strapi's list: what to do with chosen entries, and where each stands. */
export function installSharing(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
  const contentManager = app.getPlugin('content-manager');
  // Strapi leaves a plugin's apis untyped; this one publishes its types.
  const apis = contentManager.apis as ContentManagerPlugin['config']['apis'];
  apis.addBulkAction([SitesAction]);
  app.registerHook(LIST_COLUMN, addSharingColumn(message('list.sharing')));
}
