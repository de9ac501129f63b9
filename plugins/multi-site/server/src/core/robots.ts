import type { Site } from '../../../shared/contracts/sites';

/** What search engines are told: nothing of a site that is not live is to be found. */
export function robotsText(
  site: Pick<Site, 'status' | 'settings'>,
  { sitemap }: { sitemap: string | null },
): string {
  const { robots } = site.settings;
  if (site.status !== 'live' || robots?.mode === 'disallow') {
    return 'User-agent: *\nDisallow: /\n';
  }
  const own = robots?.extra?.trim();
  const lines = [
    'User-agent: *',
    'Disallow:',
    ...(own ? ['', own] : []),
    ...(sitemap ? ['', `Sitemap: ${sitemap}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
