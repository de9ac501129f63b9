import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { message } from '../texts';
import { addStageColumn } from './list-column';
import { StageFilter } from './StageFilter';
import { WorkflowPanel } from './WorkflowPanel';

const LIST_COLUMN = 'Admin/CM/pages/ListView/inject-column-in-table';

/** The workflow in Strapi's own screens: beside an entry, in the list, above the list. */
export function installWorkflow(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
  const contentManager = app.getPlugin('content-manager');
  // Strapi leaves a plugin's apis untyped; this one publishes its types.
  const apis = contentManager.apis as ContentManagerPlugin['config']['apis'];
  apis.addEditViewSidePanel([WorkflowPanel]);
  app.registerHook(LIST_COLUMN, addStageColumn(message('list.stage')));
  contentManager.injectComponent('listView', 'actions', {
    name: `${PLUGIN_ID}-stage`,
    Component: StageFilter,
  });
}
