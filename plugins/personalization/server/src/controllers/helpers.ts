import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { siteNumberFor } from 'suite-kit/server';

export type Params = { strapi: Core.Strapi };

/** Name of the signed-in person, for versions and runs. */
export function personOf(ctx: Ctx): string {
  const user = ctx.state.user as
    | { firstname?: string; lastname?: string; email?: string }
    | undefined;
  return [user?.firstname, user?.lastname].filter(Boolean).join(' ') || (user?.email ?? '');
}

/** The site asked for in the network view, else the request's. */
export const siteOf = (strapi: Core.Strapi, site?: number): number => siteNumberFor(strapi, site);
