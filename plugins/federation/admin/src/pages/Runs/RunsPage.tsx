import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { FederationAreas } from '../../components/FederationAreas';
import { ListPages } from '../../components/ListPages';
import { usePage } from '../../components/use-page';
import { usePermissions } from '../../permissions';
import { useListFederationRunsQuery } from '../../services/runs';
import { useTexts } from '../../texts';
import { RunsTable } from './RunsTable';

const REFRESH_MS = 4_000;

/** Everything that was run, newest first. */
export const RunsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading: isAsking } = usePermissions();
  const { params, query } = usePage();
  const list = useListFederationRunsQuery(
    { ...params, ...(query.source && { source: query.source }) },
    { skip: !canRead, pollingInterval: REFRESH_MS },
  );
  const runs = list.data?.data ?? [];

  return (
    <PageFrame
      title={t('runs.title')}
      help={t('runs.help')}
      areas={<FederationAreas />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: runs.length === 0 ? { message: t('runs.empty') } : null,
      })}
    >
      <RunsTable runs={runs} />
      <ListPages pagination={list.data?.meta.pagination} />
    </PageFrame>
  );
};
