import { useMemo } from 'react';
import { Box, Link as TextLink, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import {
  Card,
  Figures,
  NeighbourLink,
  Notice,
  PageFrame,
  pageState,
  TimeChart,
  useApiMessage,
} from 'suite-kit/admin';
import type { Overview } from '../../../../shared/contracts/overview';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetP13nOverviewQuery } from '../../services/api';
import { useTexts } from '../../texts';
import { Checklist } from './Checklist';
import { SampleNotice } from './SampleNotice';

/** How personalization is doing, and what is left to do. */
export const OverviewPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading: isAsking } = usePermissions();
  const query = useGetP13nOverviewQuery(undefined, {
    skip: !canRead,
    refetchOnMountOrArgChange: true,
  });
  const { data } = query;
  return (
    <PageFrame
      title={t('overview.title')}
      help={t('overview.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      <Checklist />
      {data ? <Content data={data} /> : null}
      {data?.hasSamples ? <SampleNotice /> : null}
    </PageFrame>
  );
};

const Content = ({ data }: { data: Overview }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const percent = (value: number) =>
    formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
  const coverage = data.answers > 0 ? percent(data.personalized / data.answers) : '–';
  const { p50, p99 } = data.latencyMs;
  return (
    <>
      {data.missing.length > 0 ? (
        <Notice variant="warning" title={t('overview.missing', { count: data.missing.length })}>
          {data.missing.map(({ id, rule, what }) => (
            <TextLink key={`${id} ${what}`} tag={Link} to={PATHS.rule(id)}>
              {t(what === 'variant' ? 'overview.missing-variant' : 'overview.missing-entry', {
                rule,
              })}
            </TextLink>
          ))}
        </Notice>
      ) : null}
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'coverage',
            label: t('overview.coverage'),
            value: coverage,
            note: t('overview.coverage-hint', { count: data.answers }),
          },
          {
            key: 'latency',
            label: t('overview.latency'),
            value: p50 === null ? '–' : t('overview.ms', { value: p50 }),
            note:
              p99 === null
                ? t('overview.latency-none')
                : t('overview.latency-hint', { value: p99 }),
          },
          {
            key: 'keys',
            label: t('overview.keys'),
            value:
              data.cacheKeys === null ? t('overview.keys-private') : formatNumber(data.cacheKeys),
            note: t('overview.keys-hint'),
          },
          {
            key: 'rules',
            label: t('overview.rules'),
            value: formatNumber(data.activeRules),
            note: t('overview.rules-hint'),
          },
          {
            key: 'visitors',
            label: t('overview.visitors'),
            value: formatNumber(data.visitors),
            note: t('overview.visitors-hint'),
          },
        ]}
      />
      <Card
        title={t('overview.answers')}
        action={
          <NeighbourLink
            plugin="performance-monitor"
            action="plugin::performance-monitor.health.read-health"
            to="/plugins/performance-monitor/ai"
          >
            {t('overview.to-timings')}
          </NeighbourLink>
        }
      >
        <Answers days={data.days} />
      </Card>
      <Card title={t('overview.uplift')} text={t('overview.uplift-text')}>
        <Uplift uplift={data.uplift} />
      </Card>
      {data.fallbacks.length > 0 ? (
        <Card title={t('overview.fallbacks')} text={t('overview.fallbacks-text')}>
          {data.fallbacks.map(({ reason, count }) => (
            <Typography key={reason} tag="p">
              {reason}: {formatNumber(count)}
            </Typography>
          ))}
        </Card>
      ) : null}
    </>
  );
};

const Answers = ({ days }: { days: Overview['days'] }) => {
  const t = useTexts();
  const { times, series } = useMemo(
    () => ({
      times: days.map(({ day }) => Date.parse(day)),
      series: [
        {
          key: 'answers',
          label: t('overview.series-all'),
          values: days.map(({ answers }) => answers),
        },
        {
          key: 'personalized',
          label: t('overview.series-personalized'),
          values: days.map(({ personalized }) => personalized),
        },
      ],
    }),
    [days, t],
  );
  return (
    <TimeChart
      title={t('overview.answers-chart')}
      times={times}
      series={series}
      emptyText={t('overview.answers-empty')}
    />
  );
};

const Uplift = ({ uplift }: { uplift: Overview['uplift'] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  if (!uplift) {
    return (
      <Typography tag="p" textColor="neutral600">
        {t('overview.uplift-none')}
      </Typography>
    );
  }
  const points = (value: number) =>
    formatNumber(value * 100, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const isClear = uplift.low > 0 || uplift.high < 0;
  return (
    <Box>
      <Typography tag="p" variant="beta">
        {t('overview.uplift-points', { value: points(uplift.difference) })}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {t('overview.uplift-interval', { low: points(uplift.low), high: points(uplift.high) })}
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {t('overview.uplift-groups', {
          with: uplift.personalized.visitors,
          without: uplift.holdout.visitors,
        })}
      </Typography>
      <Typography tag="p">
        {t(isClear ? 'overview.uplift-clear' : 'overview.uplift-unclear')}
      </Typography>
    </Box>
  );
};
