import { useMemo, useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import {
  Card,
  ConfirmAction,
  NeighbourLink,
  Notice,
  TimeChart,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { Experiment, Results, Verdict } from '../../../../shared/contracts/experiments';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import {
  useGetExperimentResultsQuery,
  useMoveExperimentMutation,
} from '../../services/experiments';
import { useTexts } from '../../texts';

type Props = { experiment: Experiment; canManage: boolean };

const TONES: Record<Verdict['kind'], 'info' | 'success' | 'warning'> = {
  nothing: 'info',
  'split-broken': 'warning',
  'too-early': 'info',
  undecided: 'info',
  winner: 'success',
  worse: 'warning',
};

/** What the test says, first in words, then in figures. */
export const ResultsCards = ({ experiment, canManage }: Props) => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const results = useGetExperimentResultsQuery(experiment.id);
  if (results.isError) {
    return (
      <Notice variant="warning" title={t('results.title')}>
        {toMessage(results.error)}
      </Notice>
    );
  }
  if (!results.data) return null;
  return (
    <>
      <Decision experiment={experiment} results={results.data} canManage={canManage} />
      <Card title={t('results.title')} text={t('results.text', { days: results.data.days })}>
        <ArmsTable experiment={experiment} results={results.data} />
      </Card>
      <Box background="neutral0" padding={6} marginBottom={4} shadow="tableShadow" hasRadius>
        <EffectChart experiment={experiment} results={results.data} />
      </Box>
      <SplitCard results={results.data} />
    </>
  );
};

const Decision = ({ experiment, results, canManage }: Props & { results: Results }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const notify = useNotify(PLUGIN_ID);
  const [move] = useMoveExperimentMutation();
  const [isAsking, setIsAsking] = useState(false);
  const { verdict } = results;
  const percent = (value: number) =>
    formatNumber(value, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const winner =
    verdict.kind === 'winner'
      ? experiment.variants.find(({ id }) => id === verdict.variant)
      : undefined;
  const values = {
    name: winner?.name ?? '',
    days: verdict.kind === 'too-early' ? verdict.daysLeft : 0,
    low: 'low' in verdict ? percent(verdict.low) : '',
    high: 'high' in verdict ? percent(verdict.high) : '',
    estimate: 'estimate' in verdict ? percent(verdict.estimate) : '',
  };
  const promote = async () => {
    if (!winner) return;
    const result = await move({ id: experiment.id, action: 'promote', variant: winner.id });
    if ('error' in result) notify.problem(result.error);
    else {
      setIsAsking(false);
      notify.success(t('experiment.done.promote', { name: winner.name }));
    }
  };
  const canPromote =
    canManage && winner && (experiment.state === 'running' || experiment.state === 'stopped');
  return (
    <>
      <Notice
        variant={TONES[verdict.kind]}
        title={t(`verdict.title.${verdict.kind}`, values)}
        action={
          canPromote ? (
            <Button onClick={() => setIsAsking(true)}>
              {t('experiment.promote', { name: winner.name })}
            </Button>
          ) : undefined
        }
      >
        {experiment.state === 'promoted'
          ? t('verdict.promoted')
          : t(`verdict.text.${verdict.kind}`, values)}
        {winner ? (
          <Box paddingTop={2}>
            <NeighbourLink
              plugin="personalization"
              action="plugin::personalization.rules.manage-rules"
              to={PATHS.newRule(experiment.name)}
            >
              {t('verdict.to-rule')}
            </NeighbourLink>
          </Box>
        ) : null}
      </Notice>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('experiment.ask.promote')}
        confirmLabel={t('experiment.promote-confirm')}
        variant="default"
        onConfirm={promote}
      >
        {t('experiment.ask.promote-text', {
          name: winner?.name ?? '',
          entry: experiment.entryTitle,
        })}
      </ConfirmAction>
    </>
  );
};

const ArmsTable = ({ experiment, results }: { experiment: Experiment; results: Results }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const isValue = experiment.goal.kind === 'value';
  const percent = (value: number, digits = 1) =>
    formatNumber(value, { style: 'percent', maximumFractionDigits: digits });
  const columns = ['arm', 'units', 'conversions', 'rate', 'effect', 'chance'] as const;
  const headers = columns.map((name) => ({
    name,
    label: t(`results.column.${name}`),
    sortable: false,
  }));
  return (
    <Table.Root rows={results.arms} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {results.arms.map(
            ({ id, name, units, conversions, rate, effect, chanceToWin }, index) => (
              <Table.Row key={id}>
                <Table.Cell>
                  <Typography fontWeight="semiBold">
                    {index === 0 ? t('results.control') : name}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{formatNumber(units)}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{formatNumber(conversions)}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>
                    {isValue ? formatNumber(rate, { maximumFractionDigits: 2 }) : percent(rate, 2)}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>
                    {effect
                      ? t('results.interval', {
                          estimate: percent(effect.estimate),
                          low: percent(effect.low),
                          high: percent(effect.high),
                        })
                      : '–'}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>{chanceToWin === null ? '–' : percent(chanceToWin, 0)}</Typography>
                </Table.Cell>
              </Table.Row>
            ),
          )}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

/** The effect of the first variant with its interval, day by day. */
const EffectChart = ({ experiment, results }: { experiment: Experiment; results: Results }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const [variant] = experiment.variants;
  const points = useMemo(
    () => results.timeline.filter((point) => point.variant === variant?.id),
    [results, variant],
  );
  const times = useMemo(() => points.map(({ day }) => Date.parse(day)), [points]);
  const series = useMemo(
    () => [
      {
        key: 'high',
        label: t('results.high'),
        values: points.map(({ high }) => high),
        tone: 'neutral' as const,
        isDashed: true,
      },
      {
        key: 'estimate',
        label: t('results.estimate'),
        values: points.map(({ estimate }) => estimate),
        tone: 'primary' as const,
      },
      {
        key: 'low',
        label: t('results.low'),
        values: points.map(({ low }) => low),
        tone: 'neutral' as const,
        isDashed: true,
      },
    ],
    [points, t],
  );
  const format = useMemo(
    () => (value: number) => formatNumber(value, { style: 'percent', maximumFractionDigits: 1 }),
    [formatNumber],
  );
  return (
    <TimeChart
      title={t('results.timeline', { name: variant?.name ?? '' })}
      description={t('results.timeline-text')}
      times={times}
      series={series}
      formatValue={format}
      height={220}
      emptyText={t('results.no-data')}
    />
  );
};

const SplitCard = ({ results }: { results: Results }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const { split } = results;
  const percent = (value: number) =>
    formatNumber(value, { style: 'percent', maximumFractionDigits: 1 });
  const total = split.counts.reduce((sum, count) => sum + count, 0);
  return (
    <Card title={t('split.title')} text={t(split.isBroken ? 'split.broken' : 'split.sound')}>
      <Typography tag="p">
        {t('split.figures', {
          expected: split.expected.map(percent).join(' / '),
          seen: split.counts.map((count) => percent(total === 0 ? 0 : count / total)).join(' / '),
          pValue: formatNumber(split.pValue, { maximumSignificantDigits: 2 }),
        })}
      </Typography>
    </Card>
  );
};
