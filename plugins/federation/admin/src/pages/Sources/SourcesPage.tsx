import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { FederationAreas } from '../../components/FederationAreas';
import { ListPages } from '../../components/ListPages';
import { usePage } from '../../components/use-page';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListFederationSourcesQuery } from '../../services/sources';
import { useTexts } from '../../texts';
import { Checklist, useFirstSteps } from './Checklist';
import { SourcesTable } from './SourcesTable';

/** A source that runs right now changes without anybody touching this page. */
const REFRESH_MS = 5_000;

/** All sources and how they are doing. */
export const SourcesPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManage, isLoading: isAsking } = usePermissions();
  const { params } = usePage();
  const list = useListFederationSourcesQuery(params, {
    skip: !canRead,
    pollingInterval: REFRESH_MS,
  });
  const sources = list.data?.data ?? [];
  const first = useFirstSteps();
  const connect = canManage ? (
    <LinkButton tag={Link} to={PATHS.newSource} startIcon={<Plus />}>
      {t('sources.connect')}
    </LinkButton>
  ) : undefined;

  return (
    <PageFrame
      title={t('sources.title')}
      subtitle={
        list.data ? t('sources.subtitle', { count: list.data.meta.pagination.total }) : undefined
      }
      help={t('sources.help')}
      areas={<FederationAreas />}
      primaryAction={connect}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty:
          sources.length === 0 && !first ? { message: t('sources.empty'), action: connect } : null,
      })}
    >
      {first ? <Checklist {...first} /> : null}
      {sources.length > 0 ? <SourcesTable sources={sources} /> : null}
      <ListPages pagination={list.data?.meta.pagination} />
    </PageFrame>
  );
};
