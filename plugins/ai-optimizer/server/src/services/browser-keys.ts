import type { Core } from '@strapi/strapi';
import { createBrowserKeys } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';

/** Publishable keys of sites; any of the plugins that take in events can keep them. */
export default ({ strapi }: { strapi: Core.Strapi }) =>
  createBrowserKeys({ strapi, uid: UID.browserKey });
