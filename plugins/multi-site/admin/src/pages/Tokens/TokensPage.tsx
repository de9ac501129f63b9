import { LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useListMultiSitesQuery } from '../../services/sites';
import { useListSiteTokensQuery } from '../../services/tokens';
import { useTexts } from '../../texts';
import { TokensTable } from './TokensTable';

/** So many sites are offered for a token. */
const OFFERED = 100;

/** Which site each API token opens. */
export const TokensPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManageIsolation, isLoading: isAsking } = usePermissions();
  const tokens = useListSiteTokensQuery(undefined, { skip: !canManageIsolation });
  const sites = useListMultiSitesQuery(
    { pageSize: OFFERED, sort: 'name:asc' },
    { skip: !canManageIsolation },
  );
  const error = tokens.error ?? sites.error;
  const isEmpty = tokens.data?.length === 0;

  return (
    <PageFrame
      title={t('tokens.title')}
      help={t('tokens.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canManageIsolation,
        isLoading: isAsking || tokens.isLoading || sites.isLoading,
        problem: error ? toMessage(error) : null,
        onRetry: () => {
          void tokens.refetch();
          void sites.refetch();
        },
        empty: isEmpty
          ? {
              message: t('tokens.empty'),
              action: (
                <LinkButton tag={Link} to="/settings/api-tokens" variant="secondary">
                  {t('tokens.create')}
                </LinkButton>
              ),
            }
          : null,
      })}
    >
      <TokensTable tokens={tokens.data ?? []} sites={sites.data?.data ?? []} />
    </PageFrame>
  );
};
