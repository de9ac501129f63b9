import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import { QualityPanel } from './QualityPanel';

/** The panel in Strapi's edit view. */
export function installPanel(app: Pick<StrapiApp, 'getPlugin'>) {
  const apis = app.getPlugin('content-manager').apis as ContentManagerPlugin['config']['apis'];
  apis.addEditViewSidePanel([QualityPanel]);
}
