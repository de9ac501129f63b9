import { Grid } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { Figures, PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import type { SiteDashboard } from '../../../../shared/contracts/dashboard';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAreas } from '../../components/SiteAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetSiteDashboardQuery } from '../../services/dashboard';
import { useTexts } from '../../texts';
import { ContentPanel, RecentPanel } from './content-panels';
import { NeighboursPanel } from './NeighboursPanel';
import { DomainsPanel, PeoplePanel, SettingsPanel, WorkflowPanel } from './site-panels';
import { SiteActions } from './SiteActions';
import { Warnings } from './Warnings';

/** How one site stands: its content, its people, what waits and whether it can be reached. */
export const SiteDashboardPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadSites, isLoading } = usePermissions();
  const query = useGetSiteDashboardQuery(id, { skip: !canReadSites });
  const { data } = query;
  return (
    <PageFrame
      title={data?.site.name ?? t('dashboard.title')}
      subtitle={data ? t(`dashboard.status.${data.site.status}`) : undefined}
      help={t('dashboard.help')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      areas={<SiteAreas siteId={id} />}
      primaryAction={data ? <SiteActions site={data.site} /> : undefined}
      state={pageState({
        isAllowed: canReadSites,
        isLoading: isLoading || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {data ? <Dashboard data={data} /> : null}
    </PageFrame>
  );
};

const Dashboard = ({ data }: { data: SiteDashboard }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const { site } = data;
  const figures = [
    { key: 'published', label: t('dashboard.published'), value: formatNumber(site.published) },
    { key: 'modified', label: t('dashboard.modified'), value: formatNumber(site.modified) },
    { key: 'drafts', label: t('dashboard.drafts'), value: formatNumber(site.drafts) },
    { key: 'files', label: t('dashboard.files'), value: formatNumber(site.files) },
  ];
  return (
    <>
      <Warnings siteId={site.id} warnings={site.warnings} />
      <Figures label={t('dashboard.figures')} figures={figures} />
      <Grid.Root gap={4}>
        <ContentPanel types={data.types} />
        <RecentPanel recent={data.recent} />
        <PeoplePanel siteId={site.id} members={data.members} total={site.members} />
        <WorkflowPanel siteId={site.id} workflow={data.workflow} />
        <DomainsPanel siteId={site.id} />
        <SettingsPanel data={data} />
        <NeighboursPanel site={site} />
      </Grid.Root>
    </>
  );
};
