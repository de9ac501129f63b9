import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { FederationAreas } from '../../components/FederationAreas';
import { ListPages } from '../../components/ListPages';
import { usePage } from '../../components/use-page';
import { usePermissions } from '../../permissions';
import { useListFederationAuditQuery } from '../../services/entries';
import { useTexts } from '../../texts';
import { AuditTable } from './AuditTable';

/** Every change that came from a source or was decided about it. */
export const AuditPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading: isAsking } = usePermissions();
  const { params } = usePage();
  const list = useListFederationAuditQuery(params, { skip: !canRead });
  const rows = list.data?.data ?? [];

  return (
    <PageFrame
      title={t('audit.title')}
      help={t('audit.help')}
      areas={<FederationAreas />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: rows.length === 0 ? { message: t('audit.empty') } : null,
      })}
    >
      <AuditTable rows={rows} />
      <ListPages pagination={list.data?.meta.pagination} />
    </PageFrame>
  );
};
