import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetMultiSiteQuery } from '../../services/sites';
import { useTexts } from '../../texts';
import { SiteForm } from './SiteForm';

export const EditSitePage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadSites, canUpdateSites, isLoading: isAsking } = usePermissions();
  const query = useGetMultiSiteQuery(id, { skip: !canReadSites });
  if (query.data) return <SiteForm site={query.data} isReadOnly={!canUpdateSites} />;
  return (
    <PageFrame
      title={t('site.edit-title')}
      navigationAction={<BackButton fallback={PATHS.sites} />}
      state={pageState({
        isAllowed: canReadSites,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {null}
    </PageFrame>
  );
};
