import { Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { useListFederationAuditQuery } from '../../services/entries';
import { useTexts } from '../../texts';
import { AuditTable } from '../Audit/AuditTable';

/** What a run did to which entry. */
export const RunChanges = ({ runId }: { runId: string }) => {
  const t = useTexts();
  const { data } = useListFederationAuditQuery({ run: runId, pageSize: 50 });
  const rows = data?.data ?? [];
  const total = data?.meta.pagination.total ?? 0;
  return (
    <Card title={t('run.changes')} text={rows.length === 0 ? t('run.no-changes') : undefined}>
      {rows.length > 0 ? <AuditTable rows={rows} isOfRun /> : null}
      {total > rows.length ? (
        <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={3}>
          {t('run.more', { count: total - rows.length })}
        </Typography>
      ) : null}
    </Card>
  );
};
