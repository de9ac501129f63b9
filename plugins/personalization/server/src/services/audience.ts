import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { service } from './service';

/**
 * The port for neighbours: `strapi.plugin('personalization').service('audience').of(ctx)` are the
 * keys of the audiences that the visitor of a request is in. Never throws; nobody is in none.
 */
const audience = ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(ctx: Ctx): Promise<string[]> {
    const made = await service(strapi, 'decisions').of(ctx);
    return made?.decision.audiences ?? [];
  },
  /** All there are on the site, for choosing. */
  async list(): Promise<{ key: string; name: string }[]> {
    const found = await service(strapi, 'audiences').list();
    return found.map(({ key, name }) => ({ key, name }));
  },
});

export default audience;
