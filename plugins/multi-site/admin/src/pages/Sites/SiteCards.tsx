import { Badge, Box, Flex, Grid, Typography } from '@strapi/design-system';
import { RelativeTime } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { SiteAvatar } from '../../appearance/SiteAvatar';
import { SiteStatusBadge } from '../../components/SiteStatusBadge';
import { useTexts } from '../../texts';
import { SiteMenu } from './SiteMenu';
import { SiteName } from './SiteName';
import { WorkHereButton } from './WorkHereButton';

export const SiteCards = ({ sites }: { sites: Site[] }) => (
  <Grid.Root gap={4} tag="ul">
    {sites.map((site) => (
      <Grid.Item key={site.id} tag="li" col={4} m={6} xs={12} alignItems="stretch">
        <SiteCard site={site} />
      </Grid.Item>
    ))}
  </Grid.Root>
);

const SiteCard = ({ site }: { site: Site }) => {
  const t = useTexts();
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      width="100%"
      padding={5}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
    >
      <Flex gap={3} alignItems="flex-start">
        <SiteAvatar site={{ ...site, color: site.settings.color }} />
        <Box flex={1} minWidth={0}>
          <Typography tag="h2" variant="delta">
            <SiteName site={site} />
          </Typography>
          <Typography tag="p" textColor="neutral600" ellipsis>
            {addressOf(site) ?? t('sites.no-domain')}
          </Typography>
        </Box>
        <SiteMenu site={site} />
      </Flex>
      {site.settings.description ? <Typography>{site.settings.description}</Typography> : null}
      <Flex gap={2} wrap="wrap">
        <SiteStatusBadge status={site.status} />
        {site.isDefault ? <Badge>{t('sites.default')}</Badge> : null}
      </Flex>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" marginTop="auto" minHeight="3.2rem">
        <Typography variant="pi" textColor="neutral600">
          {t('sites.changed')} <RelativeTime value={site.updatedAt} />
        </Typography>
        <WorkHereButton site={site} />
      </Flex>
    </Flex>
  );
};

/** Where a site is found: its host, its path, or both. */
export function addressOf({ domain, pathPrefix }: Pick<Site, 'domain' | 'pathPrefix'>) {
  return domain || pathPrefix ? `${domain ?? ''}${pathPrefix ?? ''}` : null;
}
