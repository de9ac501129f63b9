import type { Core } from '@strapi/strapi';
import { createBrowserKeys } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';

/** The site's publishable keys: they permit sending events, and nothing else. */
const browserKeys = ({ strapi }: { strapi: Core.Strapi }) =>
  createBrowserKeys({ strapi, uid: UID.browserKey });

export default browserKeys;
