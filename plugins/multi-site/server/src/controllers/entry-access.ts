import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import type { Site } from '../../../shared/contracts/sites';
import { findCaller } from '../isolation/callers';
import { permissionsOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import { signedIn } from '../workflow/people';

const CREATE = 'plugin::content-manager.explorer.create';
export const PUBLISH = 'plugin::content-manager.explorer.publish';

type Check = (entry?: object) => boolean;
type Checker = { can: { delete: Check; update: Check; read: Check } };

/** Strapi's own answer to what the person may do with entries of a type. */
export const checkerFor = (strapi: Core.Strapi, ctx: Ctx, uid: string): Checker =>
  (
    strapi.plugin('content-manager').service('permission-checker') as unknown as {
      create(options: object): Checker;
    }
  ).create({ userAbility: ctx.state.userAbility, model: uid });

type Place = { site: Site; uid: string };

/** May this person make entries of a type there? */
export const mayCreateOn = (strapi: Core.Strapi, ctx: Ctx, place: Place) =>
  mayDoOn(strapi, ctx, { ...place, action: CREATE });

/** Does this person hold an action of the content manager there? */
export async function mayDoOn(
  strapi: Core.Strapi,
  ctx: Ctx,
  { site, uid, action }: Place & { action: string },
): Promise<boolean> {
  if (site.status === 'archived') return false;
  const caller = await findCaller(strapi, ctx);
  if (caller.kind !== 'admin') return false;
  const ability = ctx.state.userAbility as { can(action: string, subject: string): boolean };
  if (caller.isNetwork) return ability.can(action, uid);
  const memberships = await service(strapi, 'state').membershipsOf(signedIn(ctx).id);
  const codes = memberships.get(site.number) ?? [];
  if (codes.length === 0) return false;
  const where = { action, subject: uid, role: { code: { $in: [...codes] } } };
  return (await permissionsOf(strapi).findMany({ where })).length > 0;
}

/** Sites on which the person may make entries of a type. */
export async function sitesToCreateOn(strapi: Core.Strapi, ctx: Ctx, uid: string): Promise<Site[]> {
  const { sites } = await service(strapi, 'state').fresh();
  const found: Site[] = [];
  for (const site of sites.all) if (await mayCreateOn(strapi, ctx, { site, uid })) found.push(site);
  return found;
}
