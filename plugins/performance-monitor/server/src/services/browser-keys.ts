import type { Core } from '@strapi/strapi';
import { createBrowserKeys } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';

/** Keys of front ends; neighbours take them too, and we take theirs. */
export default ({ strapi }: { strapi: Core.Strapi }) =>
  createBrowserKeys({ strapi, uid: UID.browserKey });
