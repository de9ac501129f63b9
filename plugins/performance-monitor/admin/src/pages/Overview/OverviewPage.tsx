import { useCallback } from 'react';
import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { Card, Figures, Notice } from 'suite-kit/admin';
import type { Overview } from '../../../../shared/contracts/health';
import { GroupChart, LatencyChart, TrafficChart } from '../../components/charts';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { Findings, RoutesTable, SharesBar, VerdictBadge } from '../../components/parts';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetHealthOverviewQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow, type HealthWindow } from '../../window/use-window';
import { AddMarker } from './AddMarker';
import { FirstSteps } from './FirstSteps';
import { MarkersCard } from './MarkersCard';

/** Is everything fine, since when not, and where to look first. */
export const OverviewPage = () => {
  const t = useTexts();
  const window = useWindow();
  const { canRead, canManage } = usePermissions();
  const asked = useGetHealthOverviewQuery(window.args, { skip: !canRead });

  return (
    <HealthPage
      title={t('overview.title')}
      help={t('overview.help')}
      window={window}
      asked={asked}
      secondaryAction={canManage ? <AddMarker /> : undefined}
    >
      {asked.data ? <Content overview={asked.data} window={window} /> : null}
    </HealthPage>
  );
};

const Content = ({ overview, window }: { overview: Overview; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  const labelLoop = useCallback(() => t('line.loop'), [t]);
  const { totals, chart, markers, slowest, findings, firing, runtime, runtimeChart } = overview;
  if (overview.collecting.isEmpty) return <FirstSteps />;
  return (
    <>
      {firing > 0 ? (
        <Notice
          variant="warning"
          title={t('overview.firing', { count: firing })}
          action={
            <LinkButton tag={Link} to={window.at(PATHS.alerts)} variant="secondary" size="S">
              {t('overview.to-alerts')}
            </LinkButton>
          }
        >
          {t('overview.firing-text')}
        </Notice>
      ) : null}
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'p95',
            label: t('figure.p95'),
            value: ms(totals.p95),
            note: t('figure.p95-note', { p50: ms(totals.p50) }),
          },
          { key: 'count', label: t('figure.requests'), value: count(totals.count) },
          {
            key: 'errors',
            label: t('figure.errors'),
            value: percent(totals.count > 0 ? totals.errors / totals.count : 0),
            note: t('figure.errors-note', { count: totals.errors }),
          },
          {
            key: 'process',
            label: t('figure.process'),
            value: runtime ? ms(runtime.loopDelayMs) : '–',
            note: runtime
              ? t('figure.process-note', {
                  busy: percent((runtime.loopUtilisation ?? 0) / 100),
                  memory: count(runtime.heapMb),
                })
              : t('figure.process-site'),
          },
        ]}
      />
      <Card>
        <LatencyChart
          title={t('chart.latency')}
          chart={chart}
          markers={markers}
          onRange={window.setStretch}
        />
      </Card>
      <Card>
        <TrafficChart
          title={t('chart.traffic')}
          chart={chart}
          markers={markers}
          onRange={window.setStretch}
        />
      </Card>
      <Card title={t('overview.where')} text={t('overview.where-text')}>
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Flex gap={2}>
            <Typography>{t('overview.mostly')}</Typography>
            <VerdictBadge verdict={totals.verdict} />
          </Flex>
          <SharesBar shares={totals.shares} />
        </Flex>
      </Card>
      <Card title={t('overview.slowest')} text={t('overview.slowest-text')}>
        <RoutesTable rows={slowest} window={window} />
      </Card>
      <Card title={t('findings.title')} text={t('findings.text')}>
        <Findings findings={findings} window={window} />
      </Card>
      <MarkersCard markers={markers} window={window} />
      {runtimeChart ? (
        <Card>
          <GroupChart
            title={t('chart.process')}
            chart={runtimeChart}
            markers={markers}
            onRange={window.setStretch}
            labelOf={labelLoop}
            formatValue={ms}
          />
        </Card>
      ) : null}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('overview.collecting', { count: overview.collecting.instances })}
      </Typography>
    </>
  );
};
