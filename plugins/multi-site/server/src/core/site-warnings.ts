import type { Warning } from '../../../shared/contracts/dashboard';
import type { Site } from '../../../shared/contracts/sites';

/** What somebody who looks after a site should know of. Archived sites are at rest. */
export function findWarnings(
  site: Pick<Site, 'status' | 'domain' | 'pathPrefix' | 'isDefault' | 'settings'>,
  {
    members,
    entries,
    hasSeveralLocales,
  }: {
    members: number;
    entries: number;
    hasSeveralLocales: boolean;
  },
): Warning[] {
  if (site.status === 'archived') return [];
  const isReachable = site.domain !== null || site.pathPrefix !== null || site.isDefault;
  const warnings: [Warning, boolean][] = [
    ['no-domain', site.status === 'live' && !isReachable],
    ['in-maintenance', site.status === 'maintenance'],
    ['is-draft', site.status === 'draft' && entries > 0],
    ['no-content', site.status === 'live' && entries === 0],
    ['no-members', members === 0],
    ['no-languages', hasSeveralLocales && !site.settings.locales?.length],
  ];
  return warnings.filter(([, holds]) => holds).map(([warning]) => warning);
}
