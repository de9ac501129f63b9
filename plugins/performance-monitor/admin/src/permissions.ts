import { useAllowed } from 'suite-kit/admin';
import { ACTION } from '../../shared/plugin';

/** A constant, because it is compared by identity. */
const ALL = Object.values(ACTION);

/** What the signed-in person may do here. Everything is false until `isLoading` ends. */
export function usePermissions() {
  const { isLoading, may } = useAllowed(ALL);
  return {
    isLoading,
    canRead: may(ACTION.read),
    canManage: may(ACTION.manage),
    canExplain: may(ACTION.explain),
  };
}
