import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Card, Figures, PageFrame, pageState, TimeChart, useApiMessage } from 'suite-kit/admin';
import type { IntakeFigures } from '../../../../shared/contracts/analytics';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useGetP13nAnalyticsQuery } from '../../services/site';
import { useTexts } from '../../texts';
import { ImportCard } from './ImportCard';
import { KeysCard } from './KeysCard';
import { WebhookCard } from './WebhookCard';

/** Where events come from and where they go. */
export const AnalyticsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canManage, isLoading: isAsking } = usePermissions();
  const query = useGetP13nAnalyticsQuery(undefined, {
    skip: !canManage,
    refetchOnMountOrArgChange: true,
  });
  return (
    <PageFrame
      title={t('analytics.title')}
      help={t('analytics.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canManage,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {query.data ? <Intake figures={query.data} /> : null}
      <KeysCard />
      <ImportCard />
      <WebhookCard />
    </PageFrame>
  );
};

const Intake = ({ figures }: { figures: IntakeFigures }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const sum = (name: 'stored' | 'refused' | 'bots' | 'noConsent') =>
    formatNumber(figures.days.reduce((total, day) => total + day[name], 0));
  const { times, series } = useMemo(
    () => ({
      times: figures.days.map(({ day }) => Date.parse(day)),
      series: [
        {
          key: 'stored',
          label: t('analytics.stored'),
          values: figures.days.map(({ stored }) => stored),
        },
      ],
    }),
    [figures, t],
  );
  return (
    <>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'stored',
            label: t('analytics.stored'),
            value: sum('stored'),
            note: t('analytics.days-hint'),
          },
          {
            key: 'refused',
            label: t('analytics.refused'),
            value: sum('refused'),
            note: t('analytics.refused-hint'),
          },
          {
            key: 'bots',
            label: t('analytics.bots'),
            value: sum('bots'),
            note: t('analytics.bots-hint'),
          },
          {
            key: 'no-consent',
            label: t('analytics.no-consent'),
            value: sum('noConsent'),
            note: t('analytics.no-consent-hint'),
          },
          {
            key: 'queue',
            label: t('analytics.queue'),
            value: formatNumber(figures.queue.waiting),
            note: t('analytics.queue-hint', {
              limit: figures.queue.limit,
              dropped: figures.queue.dropped,
            }),
          },
        ]}
      />
      <Card>
        <TimeChart
          title={t('analytics.chart')}
          times={times}
          series={series}
          emptyText={t('analytics.empty')}
        />
      </Card>
    </>
  );
};
