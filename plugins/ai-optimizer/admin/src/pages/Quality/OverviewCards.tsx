import { useMemo } from 'react';
import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { BarList, Card, TimeChart } from 'suite-kit/admin';
import type { Overview } from '../../../../shared/contracts/scores';
import { gradeOf, ScoreRing, TONES } from '../../components/ScoreRing';
import { useTexts, type TextId } from '../../texts';

/** Distribution, trend, groups, what fails most, and how far the score can be trusted. */
export const OverviewCards = ({ overview }: { overview: Overview }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const times = useMemo(() => overview.trend.map(({ day }) => Date.parse(day)), [overview]);
  const series = useMemo(
    () => [
      {
        key: 'score',
        label: t('quality.average'),
        values: overview.trend.map(({ score }) => score),
        tone: 'primary' as const,
      },
    ],
    [overview, t],
  );
  if (overview.total === 0) return null;

  return (
    <Grid.Root gap={4} paddingBottom={4}>
      <Grid.Item col={4} s={12} xs={12} alignItems="stretch" direction="column">
        <Card title={t('quality.average')} text={t('quality.average-text')}>
          <ScoreRing
            score={Math.round(overview.average ?? 0)}
            note={t('quality.subtitle', { count: overview.total })}
          />
          <Box paddingTop={4}>
            <Evidence evidence={overview.evidence} />
          </Box>
        </Card>
        <Card title={t('quality.weakest')} text={t('quality.weakest-text')}>
          <BarList
            label={t('quality.weakest')}
            max={overview.total}
            bars={overview.weakest.map(({ id, poor }) => ({
              key: id,
              label: t(`check-name.${id}` as TextId),
              value: poor,
              text: formatNumber(poor),
              tone: 'danger',
            }))}
          />
        </Card>
      </Grid.Item>
      <Grid.Item col={8} s={12} xs={12} alignItems="stretch" direction="column">
        <Card title={t('quality.distribution')} text={t('quality.distribution-text')}>
          <Distribution counts={overview.distribution} />
        </Card>
        <Card title={t('quality.groups')} text={t('quality.groups-text')}>
          <Grid.Root gap={6}>
            <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
              <Groups
                label={t('quality.by-type')}
                groups={overview.byType.map(({ name, ...rest }) => ({ label: name, ...rest }))}
              />
            </Grid.Item>
            <Grid.Item col={6} xs={12} alignItems="stretch" direction="column">
              <Groups
                label={t('quality.by-locale')}
                groups={overview.byLocale.map(({ locale, ...rest }) => ({
                  label: locale || t('quality.no-locale'),
                  ...rest,
                }))}
              />
            </Grid.Item>
          </Grid.Root>
        </Card>
      </Grid.Item>
      {overview.trend.length > 1 ? (
        <Grid.Item col={12} xs={12} alignItems="stretch" direction="column">
          <Card>
            <TimeChart
              title={t('quality.trend')}
              description={t('quality.trend-text')}
              times={times}
              series={series}
              height={180}
            />
          </Card>
        </Grid.Item>
      ) : null}
    </Grid.Root>
  );
};

/** Says whether the score goes along with what visitors do, and that it does not know, if so. */
const Evidence = ({ evidence }: { evidence: Overview['evidence'] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const show = (value: number) =>
    formatNumber(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  const kind = !evidence
    ? 'none'
    : evidence.low > 0
      ? 'yes'
      : evidence.high < 0
        ? 'inverse'
        : 'unsure';
  return (
    <Typography tag="p" variant="pi" textColor="neutral700">
      {t(`evidence.${kind}`, {
        r: show(evidence?.r ?? 0),
        low: show(evidence?.low ?? 0),
        high: show(evidence?.high ?? 0),
        n: evidence?.n ?? 0,
      })}
    </Typography>
  );
};

const Distribution = ({ counts }: { counts: number[] }) => {
  const t = useTexts();
  const most = Math.max(1, ...counts);
  return (
    <Flex
      tag="ul"
      gap={1}
      alignItems="flex-end"
      height="140px"
      aria-label={t('quality.distribution')}
    >
      {counts.map((count, index) => (
        <Flex
          tag="li"
          key={index}
          direction="column"
          justifyContent="flex-end"
          flex={1}
          height="100%"
          minWidth={0}
        >
          <Typography variant="pi" fontWeight="semiBold">
            {count}
          </Typography>
          <Box
            aria-hidden
            background={`${TONES[gradeOf(index * 10 + 5)]}500`}
            width="100%"
            hasRadius
            height={`${Math.max(2, Math.round((count / most) * 90))}px`}
          />
          <Typography variant="pi" textColor="neutral600">
            {index * 10}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};

const Groups = ({
  label,
  groups,
}: {
  label: string;
  groups: { label: string; count: number; average: number }[];
}) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  return (
    <Box>
      <Typography tag="h3" variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Box paddingTop={2}>
        <BarList
          label={label}
          max={100}
          bars={groups.map((group) => ({
            key: group.label,
            label: group.label,
            value: group.average,
            text: formatNumber(group.average),
            note: t('quality.subtitle', { count: group.count }),
            tone: TONES[gradeOf(group.average)],
          }))}
        />
      </Box>
    </Box>
  );
};
