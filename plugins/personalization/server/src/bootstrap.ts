import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/plugin';
import { warmOverlays } from './adapters/overlay-layer';
import type { PersonalizationConfig } from './config';
import { service } from './services/service';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }) => {
  const { stateMaxAgeMs } = strapi.config.get<PersonalizationConfig>(`plugin::${PLUGIN_ID}`);
  await service(strapi, 'state').start(stateMaxAgeMs);
  await warmOverlays(strapi);
  service(strapi, 'counters').start();
  await service(strapi, 'runs').start();
};

export default bootstrap;
