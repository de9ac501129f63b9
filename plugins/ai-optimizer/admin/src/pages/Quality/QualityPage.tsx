import { useCallback } from 'react';
import { Box, Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, Download } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination, useFetchClient } from '@strapi/strapi/admin';
import { JobProgress, PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Areas } from '../../components/Areas';
import { usePermissions } from '../../permissions';
import { encoded } from '../../services/api';
import { useGetQualityOverviewQuery, useListQualityScoresQuery } from '../../services/scores';
import { useTexts } from '../../texts';
import { FirstOpen } from './FirstOpen';
import { OverviewCards } from './OverviewCards';
import { QualityToolbar } from './QualityToolbar';
import { ScoresTable } from './ScoresTable';
import { useQualityQuery } from './use-quality-query';
import { useRescoring } from './use-rescoring';

/** How good the content is, where it is weakest, and whether it gets better. */
export const QualityPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canRescore, isLoading: isAsking } = usePermissions();
  const search = useQualityQuery();
  const list = useListQualityScoresQuery(search.params, { skip: !canRead });
  const overview = useGetQualityOverviewQuery(search.filters, { skip: !canRead });
  const { refetch: refetchList } = list;
  const { refetch: refetchOverview } = overview;
  const refresh = useCallback(() => {
    void refetchList();
    void refetchOverview();
  }, [refetchList, refetchOverview]);
  const rescoring = useRescoring({ isAllowed: canRead, onDone: refresh });
  const rows = list.data?.data ?? [];
  const pagination = list.data?.meta.pagination;
  const error = list.error ?? overview.error;
  const isEmpty = pagination?.total === 0 && !search.isFiltered;

  const measure = canRescore ? (
    <Button
      startIcon={<ArrowClockwise />}
      variant="secondary"
      loading={rescoring.isStarting}
      disabled={rescoring.isRunning}
      onClick={() => void rescoring.start()}
    >
      {t('quality.rescore')}
    </Button>
  ) : undefined;

  return (
    <PageFrame
      title={t('quality.title')}
      subtitle={pagination ? t('quality.subtitle', { count: pagination.total }) : undefined}
      help={t('quality.help')}
      areas={<Areas />}
      primaryAction={isEmpty ? undefined : measure}
      secondaryAction={isEmpty ? undefined : <ExportButton filters={search.filters} />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading || overview.isLoading,
        problem: error ? toMessage(error) : null,
        onRetry: refresh,
        empty:
          isEmpty && !rescoring.isRunning ? { message: t('quality.empty'), action: measure } : null,
      })}
    >
      <FirstOpen onMeasure={() => void rescoring.start()} isMeasuring={rescoring.isRunning} />
      {rescoring.run && rescoring.isRunning ? (
        <Box background="neutral0" padding={4} marginBottom={4} shadow="tableShadow" hasRadius>
          <JobProgress
            label={t('quality.rescoring')}
            done={rescoring.run.done}
            total={rescoring.run.total ?? Math.max(1, rescoring.run.done)}
          />
        </Box>
      ) : null}
      {overview.data ? <OverviewCards overview={overview.data} /> : null}
      <QualityToolbar search={search} overview={overview.data} />
      {rows.length > 0 ? (
        <ScoresTable rows={rows} />
      ) : (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t('quality.no-match')}
          action={
            <Button variant="tertiary" onClick={search.clear}>
              {t('quality.clear')}
            </Button>
          }
        />
      )}
      {pagination && pagination.total > 10 ? (
        <Box overflow="auto">
          <Pagination.Root {...pagination} defaultPageSize={20}>
            <Pagination.PageSize />
            <Pagination.Links />
          </Pagination.Root>
        </Box>
      ) : null}
    </PageFrame>
  );
};

/** Through the admin's own client, because a plain link would carry no session. */
const ExportButton = ({ filters }: { filters: Record<string, unknown> }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { get } = useFetchClient();
  const download = async () => {
    try {
      const { data } = await get<Blob>('/ai-optimizer/scores/export', {
        params: encoded(filters),
        responseType: 'blob',
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(data);
      link.download = 'quality.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      notify.problem(error);
    }
  };
  return (
    <Button variant="tertiary" startIcon={<Download />} onClick={() => void download()}>
      {t('quality.export')}
    </Button>
  );
};
