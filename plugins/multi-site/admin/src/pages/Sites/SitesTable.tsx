import { Badge, Flex, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { RelativeTime } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { SiteAvatar } from '../../appearance/SiteAvatar';
import { SiteStatusBadge } from '../../components/SiteStatusBadge';
import { TableHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';
import { addressOf } from './SiteCards';
import { SiteMenu } from './SiteMenu';
import { SiteName } from './SiteName';
import { WorkHereButton } from './WorkHereButton';

export const SitesTable = ({ sites }: { sites: Site[] }) => {
  const t = useTexts();
  const headers = [
    { name: 'name', label: t('sites.column.name'), sortable: true },
    { name: 'domain', label: t('sites.column.domain'), sortable: false },
    { name: 'status', label: t('sites.column.status'), sortable: false },
    { name: 'updatedAt', label: t('sites.column.updated'), sortable: true },
    { name: 'actions', label: t('sites.column.actions'), sortable: false },
  ];
  return (
    <Table.Root rows={sites} headers={headers}>
      <Table.Content>
        <TableHeads headers={headers} />
        <Table.Body>
          {sites.map((site) => (
            <SiteTableRow key={site.id} site={site} />
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

const SiteTableRow = ({ site }: { site: Site }) => {
  const t = useTexts();
  return (
    <Table.Row>
      <Table.Cell>
        <Flex gap={3}>
          <SiteAvatar site={{ ...site, color: site.settings.color }} size="S" />
          <SiteName site={site} />
          {site.isDefault ? <Badge>{t('sites.default')}</Badge> : null}
        </Flex>
      </Table.Cell>
      <Table.Cell>
        <Typography textColor="neutral800">{addressOf(site) ?? '–'}</Typography>
      </Table.Cell>
      <Table.Cell>
        <SiteStatusBadge status={site.status} />
      </Table.Cell>
      <Table.Cell>
        <Typography textColor="neutral800">
          <RelativeTime value={site.updatedAt} />
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Flex gap={2}>
          <WorkHereButton site={site} />
          <SiteMenu site={site} />
        </Flex>
      </Table.Cell>
    </Table.Row>
  );
};
