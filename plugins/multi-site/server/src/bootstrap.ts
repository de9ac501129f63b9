import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/plugin';
import { service } from './services/service';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  const state = service(strapi, 'state');
  const isFirstStart = (await state.fresh()).sites.all.length === 0;
  if (isFirstStart) {
    // Existing content: look first, close the border when somebody says so.
    const hasContent = await service(strapi, 'adoption').hasContent();
    await state.setMode(hasContent ? 'report' : 'enforce');
    await service(strapi, 'sites').createMain();
  }
  if (state.snapshot().isActive) return;
  // In the background: nothing is narrowed while there is one site, so nothing waits for it.
  service(strapi, 'adoption')
    .adoptAll(state.onlySite())
    .catch((error: unknown) => {
      strapi.log.error(`[${PLUGIN_ID}] Existing content could not be given to the first site.`);
      strapi.log.error(error);
    });
};

export default bootstrap;
