import { serviceGetter } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { services } from './index';

/** The typed way to a service of this plugin: `service(strapi, 'sources')`. */
export const service = serviceGetter<typeof services>(PLUGIN_ID);
