import type { Core } from '@strapi/strapi';
import { keepSitePermissions } from '../core/site-permissions';
import { service } from '../services/service';
import { findAdminCaller } from './callers';
import { accessOf } from './settle';
import { permissionsOf } from './strapi-parts';

/**
 * Roles per site. Strapi's permission engine asks this service for a person's permissions at
 * every request. Who has access to the network keeps the own roles everywhere; everybody else
 * has, on a site, what the roles of the membership allow there, and nothing without a site.
 * Access: fails closed.
 */
export function installRoleLayer(strapi: Core.Strapi): () => void {
  const permissions = permissionsOf(strapi);
  const { findUserPermissions } = permissions;

  permissions.findUserPermissions = async function (user) {
    const { isActive } = await service(strapi, 'state').fresh();
    const ctx = strapi.requestContext.get();
    const caller = isActive && ctx ? await findAdminCaller(strapi, ctx, user) : null;
    if (!ctx || !caller || caller.isNetwork) return findUserPermissions.call(this, user);

    const access = await accessOf(strapi, ctx, caller);
    if (access.kind !== 'site') return [];
    const memberships = await service(strapi, 'state').membershipsOf(user.id);
    const codes = memberships.get(access.number) ?? [];
    const found = await permissions.findMany({ where: { role: { code: { $in: codes } } } });
    return keepSitePermissions(found);
  };
  return () => {
    permissions.findUserPermissions = findUserPermissions;
  };
}
