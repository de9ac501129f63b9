import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { SiteAreas } from '../../components/SiteAreas';
import { useSiteName } from '../../components/use-site-name';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetRevalidationQuery } from '../../services/revalidation';
import { useTexts } from '../../texts';
import { DeliveriesCard } from './DeliveriesCard';
import { RevalidationForm } from './RevalidationForm';

/** How often deliveries that are still under way are asked about. */
const POLL_MS = 2000;

/** Where a site's front end is told what changed, and how that went. */
export const RevalidationPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { id = 'current' } = useParams();
  const { canUpdateSites, isLoading: isAsking } = usePermissions();
  const first = useGetRevalidationQuery(id, { skip: !canUpdateSites });
  const isMoving = first.data?.deliveries.some(({ state }) => state === 'waiting') ?? false;
  // The same query again: RTK shares the data and polls only while something moves.
  useGetRevalidationQuery(id, { skip: !isMoving, pollingInterval: isMoving ? POLL_MS : 0 });

  return (
    <PageFrame
      title={t('revalidation.title')}
      subtitle={useSiteName(id)}
      help={t('revalidation.help')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      areas={<SiteAreas siteId={id} />}
      state={pageState({
        isAllowed: canUpdateSites,
        isLoading: isAsking || first.isLoading,
        problem: first.isError ? toMessage(first.error) : null,
        onRetry: () => void first.refetch(),
      })}
    >
      {first.data === undefined ? null : (
        <>
          <RevalidationForm siteId={id} stored={first.data} />
          {first.data ? <DeliveriesCard deliveries={first.data.deliveries} /> : null}
        </>
      )}
    </PageFrame>
  );
};
