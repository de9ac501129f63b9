import type { Site } from '../../../../shared/contracts/sites';
import { useSiteChoice } from '../../choice';

/**
 * Roles hold on one site each, so a site is managed while the tab is on it. People who
 * see all sites at once manage each of them from everywhere.
 */
export function useIsManageable(site: Pick<Site, 'id'>): boolean {
  const { choice, data } = useSiteChoice();
  if (!data?.active || data.canAccessNetwork) return true;
  return choice.kind === 'site' && choice.site.id === site.id;
}
