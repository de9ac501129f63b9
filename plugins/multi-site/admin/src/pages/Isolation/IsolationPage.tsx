import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useGetIsolationQuery } from '../../services/isolation';
import { useTexts } from '../../texts';
import { AdoptionCard } from './AdoptionCard';
import { AssignCard } from './AssignCard';
import { DuplicatesCard } from './DuplicatesCard';
import { InventoryCard } from './InventoryCard';
import { ModeCard } from './ModeCard';
import { NamesCard } from './NamesCard';
import { ReportCard } from './ReportCard';
import { TypesCard } from './TypesCard';

/** How often a running adoption is asked about. */
const POLL_MS = 2000;

/** Whether the border between sites is closed, and what stands in the way of closing it. */
export const IsolationPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManageIsolation, isLoading: isAsking } = usePermissions();
  const first = useGetIsolationQuery(undefined, { skip: !canManageIsolation });
  const isRunning = first.data?.adoption.state === 'running';
  // The same query again: RTK shares the data and polls only while something moves.
  const query = useGetIsolationQuery(undefined, {
    skip: !isRunning,
    pollingInterval: isRunning ? POLL_MS : 0,
  });
  const data = query.data ?? first.data;

  return (
    <PageFrame
      title={t('isolation.title')}
      help={t('isolation.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canManageIsolation,
        isLoading: isAsking || first.isLoading,
        problem: first.isError ? toMessage(first.error) : null,
        onRetry: () => void first.refetch(),
      })}
    >
      {data ? (
        <>
          <ModeCard isolation={data} />
          <AdoptionCard isolation={data} />
          <ReportCard isolation={data} />
          {data.siteCount > 1 ? <AssignCard /> : null}
          {data.duplicates.length > 0 ? <DuplicatesCard duplicates={data.duplicates} /> : null}
          <TypesCard types={data.types} />
          <InventoryCard />
          <NamesCard names={data.names} />
        </>
      ) : null}
    </PageFrame>
  );
};
