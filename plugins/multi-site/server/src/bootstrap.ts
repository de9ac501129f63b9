import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/plugin';
import { warmOverlays } from 'suite-kit/server';
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
  await warmOverlays(strapi);
  await service(strapi, 'runs').start();
  await service(strapi, 'revalidation').start();
  // In the background: while there is one site nothing is narrowed, and the registry is not
  // needed to read. So nothing waits for it.
  const adoption = service(strapi, 'adoption');
  const work = state.snapshot().isActive
    ? adoption.completeRegistry()
    : adoption.adoptAll(state.onlySite());
  work.catch((error: unknown) => {
    strapi.log.error(`[${PLUGIN_ID}] Existing content could not be given to its site.`);
    strapi.log.error(error);
  });
};

export default bootstrap;
