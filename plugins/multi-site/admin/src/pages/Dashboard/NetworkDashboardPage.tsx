import { useState } from 'react';
import {
  Badge,
  Box,
  Flex,
  Link,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import {
  Figures,
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
} from 'suite-kit/admin';
import type { NetworkDashboard, SiteFigures } from '../../../../shared/contracts/dashboard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAvatar } from '../../appearance/SiteAvatar';
import { PluginAreas } from '../../components/PluginAreas';
import { SiteStatusBadge } from '../../components/SiteStatusBadge';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetNetworkDashboardQuery } from '../../services/dashboard';
import { PlainHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

/** All sites beside one another, for those who look after all of them. */
export const NetworkDashboardPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadSites, canAccessNetwork, isLoading } = usePermissions();
  const isAllowed = canReadSites && canAccessNetwork;
  const query = useGetNetworkDashboardQuery(undefined, { skip: !isAllowed });
  return (
    <PageFrame
      title={t('overview.title')}
      subtitle={query.data ? t('sites.subtitle', { count: query.data.totals.sites }) : undefined}
      help={t('overview.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed,
        isLoading: isLoading || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {query.data ? <Overview data={query.data} /> : null}
    </PageFrame>
  );
};

const Overview = ({ data }: { data: NetworkDashboard }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const { totals, unassigned } = data;
  const figures = [
    { key: 'published', label: t('dashboard.published'), value: formatNumber(totals.published) },
    { key: 'modified', label: t('dashboard.modified'), value: formatNumber(totals.modified) },
    { key: 'drafts', label: t('dashboard.drafts'), value: formatNumber(totals.drafts) },
    { key: 'files', label: t('dashboard.files'), value: formatNumber(totals.files) },
  ];
  return (
    <>
      {unassigned.length > 0 ? (
        <Notice
          variant="warning"
          title={t('overview.unassigned')}
          action={
            <Link tag={RouterLink} to={PATHS.isolation}>
              {t('overview.to-isolation')}
            </Link>
          }
        >
          {unassigned.map(({ name, rows }) => `${name}: ${rows}`).join(', ')}
        </Notice>
      ) : null}
      <Figures label={t('dashboard.figures')} figures={figures} />
      <SitesComparison sites={data.sites} />
    </>
  );
};

const ORDERS = ['name', 'lastChange', 'published', 'drafts', 'warnings'] as const;
type Order = (typeof ORDERS)[number];

const compare: Record<Order, (a: SiteFigures, b: SiteFigures) => number> = {
  name: (a, b) => a.name.localeCompare(b.name),
  lastChange: (a, b) => (b.lastChange ?? '').localeCompare(a.lastChange ?? ''),
  published: (a, b) => b.published - a.published,
  drafts: (a, b) => b.drafts + b.modified - (a.drafts + a.modified),
  warnings: (a, b) => b.warnings.length - a.warnings.length,
};

const SitesComparison = ({ sites }: { sites: readonly SiteFigures[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const [order, setOrder] = useState<Order>('name');
  const figures = ['published', 'modified', 'drafts', 'files', 'members'] as const;
  return (
    <>
      <Flex justifyContent="flex-end" paddingBottom={4}>
        <Box minWidth="20rem">
          <SingleSelect
            size="S"
            aria-label={t('overview.order')}
            value={order}
            onChange={(value) => setOrder(value as Order)}
          >
            {ORDERS.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {t(`overview.order.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
      <Table colCount={figures.length + 3} rowCount={sites.length + 1}>
        <PlainHeads
          labels={[
            t('overview.site'),
            ...figures.map((figure) => t(`dashboard.${figure}`)),
            t('overview.last-change'),
            t('dashboard.warnings'),
          ]}
        />
        <Tbody>
          {[...sites].sort(compare[order]).map((site) => (
            <Tr key={site.id}>
              <Td>
                <Flex gap={3}>
                  <SiteAvatar site={site} size="S" />
                  <Link tag={RouterLink} to={PATHS.dashboard(site.id)}>
                    {site.name}
                  </Link>
                  {site.status === 'live' ? null : (
                    <SiteStatusBadge status={site.status} size="XS" />
                  )}
                  {site.isDefault ? <Badge>{t('sites.default')}</Badge> : null}
                </Flex>
              </Td>
              {figures.map((figure) => (
                <Td key={figure}>
                  <Typography textColor="neutral800">{formatNumber(site[figure])}</Typography>
                </Td>
              ))}
              <Td>
                <Typography textColor="neutral800">
                  {site.lastChange ? <RelativeTime value={site.lastChange} /> : t('overview.never')}
                </Typography>
              </Td>
              <Td>
                <Typography textColor="neutral800">
                  {site.warnings.map((warning) => t(`overview.warning.${warning}`)).join(', ') ||
                    '–'}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
};
