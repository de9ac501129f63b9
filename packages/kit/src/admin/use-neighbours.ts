import { useAuth, useStrapiApp } from '@strapi/strapi/admin';
import { canFollow, canSeeEntries, type Neighbour } from './neighbours';

/** Which of some neighbours the person can go to. */
export function useNeighbours<N extends Neighbour>(all: readonly N[]): N[] {
  const plugins = useStrapiApp('useNeighbours', (app) => app.plugins);
  const permissions = useAuth('useNeighbours', (state) => state.permissions);
  return all.filter((neighbour) => canFollow({ plugins, permissions }, neighbour));
}

/** Whether the person may see entries of a type. */
export function useMaySeeEntries(uid: string): boolean {
  return useAuth('useMaySeeEntries', ({ permissions }) => canSeeEntries(permissions, uid));
}
