import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/plugin';
import type { Config } from '../config';

/** The plugin's options, checked and completed at start. */
export const optionsOf = (strapi: Core.Strapi): Config =>
  strapi.config.get<Config>(`plugin::${PLUGIN_ID}`);
