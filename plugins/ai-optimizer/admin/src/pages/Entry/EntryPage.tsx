import { useMemo } from 'react';
import { Flex, Grid, LinkButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { BackButton, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router-dom';
import { Card, PageFrame, pageState, TimeChart, useApiMessage } from 'suite-kit/admin';
import type { EntryScore } from '../../../../shared/contracts/scores';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { CheckList } from '../../components/CheckList';
import { ScoreRing } from '../../components/ScoreRing';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetEntryScoreQuery } from '../../services/scores';
import { useTexts, type TextId } from '../../texts';
import { SuggestionHistory } from './SuggestionHistory';

/** One entry: its checks, its score over time beside its visits, and what was suggested. */
export const EntryPage = () => {
  const t = useTexts();
  const { uid = '', documentId = '' } = useParams();
  const [{ query }] = useQueryParams<{ locale?: string }>();
  const ref = { uid, documentId, locale: query.locale ?? '' };
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageExperiments, isLoading: isAsking } = usePermissions();
  const entry = useGetEntryScoreQuery(ref, { skip: !canRead });
  const { data } = entry;

  return (
    <PageFrame
      title={data?.entry.title || t('entry.title')}
      subtitle={[uid.split('.')[1], ref.locale].filter(Boolean).join(' · ')}
      help={t('entry.help')}
      navigationAction={<BackButton fallback={PATHS.quality} />}
      primaryAction={
        <LinkButton tag={Link} to={PATHS.edit(ref)} startIcon={<Pencil />}>
          {t('entry.edit')}
        </LinkButton>
      }
      // It stands beside the title: were it there before, the title would push it from under the pointer.
      secondaryAction={
        canManageExperiments && data ? (
          <LinkButton
            tag={Link}
            variant="secondary"
            to={`${PATHS.newExperiment}?uid=${uid}&documentId=${documentId}&locale=${ref.locale}`}
          >
            {t('entry.test')}
          </LinkButton>
        ) : undefined
      }
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || entry.isLoading,
        problem: entry.isError ? toMessage(entry.error) : null,
        onRetry: () => void entry.refetch(),
      })}
    >
      {data ? <EntryContent data={data} /> : null}
    </PageFrame>
  );
};

const EntryContent = ({ data }: { data: EntryScore }) => {
  const t = useTexts();
  const { analysis, history, performance } = data;
  const scoreTimes = useMemo(() => history.map(({ day }) => Date.parse(day)), [history]);
  const scoreSeries = useMemo(
    () => [
      { key: 'score', label: t('quality.column.score'), values: history.map(({ score }) => score) },
    ],
    [history, t],
  );
  const visitTimes = useMemo(() => performance.map(({ day }) => Date.parse(day)), [performance]);
  const visitSeries = useMemo(
    () => [
      {
        key: 'visits',
        label: t('entry.visits'),
        values: performance.map(({ impressions }) => impressions),
      },
      {
        key: 'actions',
        label: t('entry.actions'),
        values: performance.map(({ clicks, goals }) => clicks + goals),
        tone: 'success' as const,
      },
    ],
    [performance, t],
  );
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={7} s={12} xs={12} alignItems="stretch" direction="column">
        <Card title={t('entry.checks')} text={t('entry.checks-text')}>
          <Flex paddingBottom={4}>
            <ScoreRing
              score={analysis.score}
              note={t('entry.words', { count: analysis.figures.words })}
            />
          </Flex>
          <CheckList checks={analysis.checks} />
        </Card>
        <Card title={t('entry.suggestions')} text={t('entry.suggestions-text')}>
          <SuggestionHistory suggestions={data.suggestions} />
        </Card>
      </Grid.Item>
      <Grid.Item col={5} s={12} xs={12} alignItems="stretch" direction="column">
        <Card>
          <TimeChart
            title={t('entry.history')}
            times={scoreTimes}
            series={scoreSeries}
            height={160}
            emptyText={t('entry.no-history')}
          />
        </Card>
        <Card>
          <TimeChart
            title={t('entry.performance')}
            times={visitTimes}
            series={visitSeries}
            height={160}
            emptyText={t('entry.no-performance')}
          />
        </Card>
        <Card title={t('entry.formulas')} text={t('entry.formulas-text')}>
          <Formulas formulas={analysis.figures.formulas} />
        </Card>
      </Grid.Item>
    </Grid.Root>
  );
};

const Formulas = ({ formulas }: { formulas: Record<string, number> }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const entries = Object.entries(formulas);
  if (entries.length === 0) return <Typography>{t('entry.no-text')}</Typography>;
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
      {entries.map(([name, value]) => (
        <Flex key={name} justifyContent="space-between" gap={4}>
          <Typography tag="dt">{t(`formula.${name}` as TextId)}</Typography>
          <Typography tag="dd" fontWeight="semiBold">
            {formatNumber(value, { maximumFractionDigits: 1 })}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
