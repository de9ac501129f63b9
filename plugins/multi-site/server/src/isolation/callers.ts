import type { Core } from '@strapi/strapi';
import type { Ctx } from 'suite-kit/server';
import { ACTION, NETWORK } from '../../../shared/plugin';
import type { Caller } from '../core/access';
import { service } from '../services/service';
import { authStateOf, SUPER_ADMIN, type AdminUser } from './strapi-parts';

export type AdminCaller = Extract<Caller, { kind: 'admin' }>;

/** Tokens of a person, with that person's permissions. */
const OWNED_STRATEGY = 'admin-token';
const TOKEN_STRATEGIES = new Set(['content-api-token', OWNED_STRATEGY, 'api-token']);

// Asked twice a request: for the permissions and for the site.
const adminCallers = new WeakMap<Ctx, Promise<AdminCaller>>();

/** Who asks, by what Strapi's authentication found out. */
export async function findCaller(strapi: Core.Strapi, ctx: Ctx): Promise<Caller> {
  const auth = authStateOf(ctx);
  const name = auth?.strategy?.name ?? '';
  if (name === 'admin') return findAdminCaller(strapi, ctx, auth?.credentials as AdminUser);
  if (TOKEN_STRATEGIES.has(name)) {
    const { id } = auth?.credentials as { id: number };
    if (name === OWNED_STRATEGY) {
      const owner = ctx.state.user as AdminUser | undefined;
      return findOwnedTokenCaller(strapi, ctx, { tokenId: id, owner });
    }
    return { kind: 'token', binding: await service(strapi, 'state').bindingOf(id) };
  }
  // A front-end user, nobody, or a strategy of somebody else's: what every visitor may see.
  return { kind: 'visitor' };
}

/** A token that acts for a person opens no more than the person does now. */
export async function findOwnedTokenCaller(
  strapi: Core.Strapi,
  ctx: Ctx,
  { tokenId, owner }: { tokenId: number; owner: AdminUser | undefined },
): Promise<Caller> {
  const binding = await service(strapi, 'state').bindingOf(tokenId);
  if (!owner || binding === null) return { kind: 'token', binding: null };
  const { isNetwork, siteNumbers } = await findAdminCaller(strapi, ctx, owner);
  const isOpen = isNetwork || (binding !== NETWORK && siteNumbers.has(binding));
  return { kind: 'token', binding: isOpen ? binding : null };
}

export function findAdminCaller(strapi: Core.Strapi, ctx: Ctx, user: AdminUser) {
  const known = adminCallers.get(ctx);
  if (known) return known;
  const loading = readAdminCaller(strapi, user);
  adminCallers.set(ctx, loading);
  return loading;
}

async function readAdminCaller(strapi: Core.Strapi, user: AdminUser): Promise<AdminCaller> {
  const [memberships, isNetwork] = await Promise.all([
    service(strapi, 'state').membershipsOf(user.id),
    hasNetworkAccess(strapi, user),
  ]);
  return { kind: 'admin', isNetwork, siteNumbers: new Set(memberships.keys()) };
}

/** Super admins, and people whose own Strapi role carries the action. Site roles never do. */
async function hasNetworkAccess(strapi: Core.Strapi, user: AdminUser): Promise<boolean> {
  const roles = user.roles ?? (await readRoles(strapi, user.id));
  if (roles.some((role) => role.code === SUPER_ADMIN)) return true;
  if (roles.length === 0) return false;
  const count = await strapi.db.query('admin::permission').count({
    where: { action: ACTION.accessNetwork, role: { id: { $in: roles.map((role) => role.id) } } },
  });
  return count > 0;
}

async function readRoles(strapi: Core.Strapi, userId: number) {
  const user: AdminUser | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id: userId }, populate: ['roles'] });
  return user?.roles ?? [];
}

/** May this request act on all sites, whichever of them it is looking at? */
export async function isNetworkRequest(strapi: Core.Strapi, ctx: Ctx): Promise<boolean> {
  const caller = await findCaller(strapi, ctx);
  if (caller.kind === 'admin') return caller.isNetwork;
  if (caller.kind !== 'token') return false;
  const { isActive } = await service(strapi, 'state').fresh();
  return !isActive || caller.binding === NETWORK;
}
