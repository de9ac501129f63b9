import { serviceGetter } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { services } from './index';

/** The typed way to a service of this plugin: `service(strapi, 'sites')`. */
export const service = serviceGetter<typeof services>(PLUGIN_ID);
