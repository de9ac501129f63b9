import { useAllowed } from 'suite-kit/admin';
import { ACTION } from '../../shared/plugin';

/** A constant, because it is compared by identity. */
const ALL = Object.values(ACTION);

/** What the signed-in person may do here. Everything is false until `isLoading` ends. */
export function usePermissions() {
  const { isLoading, may } = useAllowed(ALL);
  return {
    isLoading,
    canReadSites: may(ACTION.readSites),
    canCreateSites: may(ACTION.createSites),
    canUpdateSites: may(ACTION.updateSites),
    canArchiveSites: may(ACTION.archiveSites),
    canDeleteSites: may(ACTION.deleteSites),
    canReadMembers: may(ACTION.readMembers),
    canManageMembers: may(ACTION.manageMembers),
    canManageWorkflow: may(ACTION.manageWorkflow),
    canMoveEntries: may(ACTION.moveEntries),
    canShareEntries: may(ACTION.shareEntries),
    canOverrideEntries: may(ACTION.overrideEntries),
    canReadAudit: may(ACTION.readAudit),
    canUseBoard: may(ACTION.useBoard),
    canAccessNetwork: may(ACTION.accessNetwork),
    canManageIsolation: may(ACTION.manageIsolation),
  };
}
