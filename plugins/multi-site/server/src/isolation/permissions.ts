import type { Core } from '@strapi/strapi';
import { isNetworkPermission, keepSitePermissions } from '../core/site-permissions';
import { service } from '../services/service';
import { findAdminCaller } from './callers';
import { accessOf } from './settle';
import { permissionsOf } from './strapi-parts';

/**
 * Roles per site. Strapi's permission engine asks this service for a person's permissions at
 * every request. Who has access to the network keeps the own roles everywhere. Everybody else
 * has, on a site, what the roles given there allow, and from the own roles only what acts on no
 * single site. Access: fails closed.
 */
export function installRoleLayer(strapi: Core.Strapi): () => void {
  const permissions = permissionsOf(strapi);
  const { findUserPermissions } = permissions;
  const isSiteContent = (uid: string) =>
    service(strapi, 'isolation').tables().byUid(uid) !== undefined;

  permissions.findUserPermissions = async function (user) {
    const { isActive } = await service(strapi, 'state').fresh();
    const ctx = strapi.requestContext.get();
    const caller = isActive && ctx ? await findAdminCaller(strapi, ctx, user) : null;
    if (!ctx || !caller || caller.isNetwork) return findUserPermissions.call(this, user);

    const own = (await findUserPermissions.call(this, user)).filter((permission) =>
      isNetworkPermission(permission, isSiteContent),
    );
    const access = await accessOf(strapi, ctx, caller);
    if (access.kind !== 'site') return own;
    const memberships = await service(strapi, 'state').membershipsOf(user.id);
    const codes = memberships.get(access.number) ?? [];
    const given = await permissions.findMany({ where: { role: { code: { $in: codes } } } });
    return [...keepSitePermissions(given, isSiteContent), ...own];
  };
  return () => {
    permissions.findUserPermissions = findUserPermissions;
  };
}
