import { useRBAC } from '@strapi/strapi/admin';
import { ACTION } from '../../shared/plugin';

/** All our actions as `useRBAC` takes them; a constant, because it compares by identity. */
const ALL = Object.values(ACTION).map((action) => ({ action, subject: null }));

/** What the signed-in person may do here. Everything is false until `isLoading` ends. */
export function usePermissions() {
  const { allowedActions, isLoading } = useRBAC(ALL);
  const may = (name: string) => allowedActions[name] === true;
  return {
    isLoading,
    canReadSites: may('canReadSites'),
    canCreateSites: may('canCreateSites'),
    canUpdateSites: may('canUpdateSites'),
    canArchiveSites: may('canArchiveSites'),
    canReadMembers: may('canReadMembers'),
    canManageMembers: may('canManageMembers'),
    canAccessNetwork: may('canAccessNetwork'),
    canManageIsolation: may('canManageIsolation'),
  };
}
