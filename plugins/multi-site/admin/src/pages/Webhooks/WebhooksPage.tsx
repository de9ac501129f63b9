import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useListMultiSitesQuery } from '../../services/sites';
import { useListSiteWebhooksQuery } from '../../services/webhooks';
import { useTexts } from '../../texts';
import { WebhooksTable } from './WebhooksTable';

/** So many sites are offered for a webhook. */
const OFFERED = 100;

/** Which site's events each webhook of Strapi gets. */
export const WebhooksPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManageIsolation, isLoading: isAsking } = usePermissions();
  const webhooks = useListSiteWebhooksQuery(undefined, { skip: !canManageIsolation });
  const sites = useListMultiSitesQuery(
    { pageSize: OFFERED, sort: 'name:asc' },
    { skip: !canManageIsolation },
  );
  const error = webhooks.error ?? sites.error;
  const create = (
    <LinkButton tag={Link} to="/settings/webhooks" variant="secondary">
      {t('webhooks.create')}
    </LinkButton>
  );

  return (
    <PageFrame
      title={t('webhooks.title')}
      help={t('webhooks.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canManageIsolation,
        isLoading: isAsking || webhooks.isLoading || sites.isLoading,
        problem: error ? toMessage(error) : null,
        onRetry: () => {
          void webhooks.refetch();
          void sites.refetch();
        },
        empty:
          webhooks.data?.length === 0 ? { message: t('webhooks.empty'), action: create } : null,
      })}
    >
      <WebhooksTable webhooks={webhooks.data ?? []} sites={sites.data?.data ?? []} />
    </PageFrame>
  );
};
