import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Pagination } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSiteChoice } from '../../choice';
import { PluginAreas } from '../../components/PluginAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListMultiSitesQuery } from '../../services/sites';
import { useTexts } from '../../texts';
import { FirstSteps } from './FirstSteps';
import { NoMatch } from './NoMatch';
import { SiteCards } from './SiteCards';
import { SitesTable } from './SitesTable';
import { SitesToolbar } from './SitesToolbar';
import { useSitesQuery } from './use-sites-query';

/** All sites a person may see, and the way to make a new one. */
export const SitesPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadSites, canCreateSites, isLoading: isAsking } = usePermissions();
  const search = useSitesQuery();
  const list = useListMultiSitesQuery(search.params, { skip: !canReadSites });
  const sites = list.data?.data ?? [];
  const pagination = list.data?.meta.pagination;
  const { data: switching } = useSiteChoice();
  const isOnlySite = switching?.active === false && pagination?.total === 1 && !search.isFiltered;

  return (
    <PageFrame
      title={t('sites.title')}
      subtitle={pagination ? t('sites.subtitle', { count: pagination.total }) : undefined}
      help={t('sites.help')}
      areas={<PluginAreas />}
      primaryAction={
        canCreateSites ? (
          <LinkButton tag={Link} to={PATHS.newSite} startIcon={<Plus />}>
            {t('sites.create')}
          </LinkButton>
        ) : undefined
      }
      state={pageState({
        isAllowed: canReadSites,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
      })}
    >
      {isOnlySite ? <FirstSteps canCreate={canCreateSites} /> : <SitesToolbar search={search} />}
      {sites.length > 0 ? (
        search.view === 'table' && !isOnlySite ? (
          <SitesTable sites={sites} />
        ) : (
          <SiteCards sites={sites} />
        )
      ) : (
        <NoMatch onClear={search.clear} />
      )}
      {pagination && pagination.total > 10 ? (
        <Pagination.Root {...pagination} defaultPageSize={20}>
          <Pagination.PageSize />
          <Pagination.Links />
        </Pagination.Root>
      ) : null}
    </PageFrame>
  );
};
