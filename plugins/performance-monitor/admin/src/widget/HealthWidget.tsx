import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Sparkline } from 'suite-kit/admin';
import { useFormat } from '../components/format';
import { useGetHealthGlanceQuery } from '../services/health';
import { useTexts } from '../texts';
import type { WindowArgs } from '../window/stretch';

const LAST_DAY: WindowArgs = {
  range: '24h',
  from: null,
  to: null,
  site: null,
  contentType: null,
  round: 0,
};

/** One question on the homepage: is the site quick today? */
const HealthWidget = () => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  const { data, isLoading, isError } = useGetHealthGlanceQuery(LAST_DAY);
  if (isLoading) return <Widget.Loading />;
  if (isError || !data) return <Widget.Error />;
  if (data.count === 0) return <Widget.NoData>{t('widget.empty')}</Widget.NoData>;
  const share = data.errors / data.count;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={6} wrap="wrap">
        <Box>
          <Typography tag="p" variant="beta">
            {ms(data.p95)}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('figure.p95')}
          </Typography>
        </Box>
        <Box>
          <Typography tag="p" variant="beta">
            {percent(share)}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('figure.errors')}
          </Typography>
        </Box>
        <Box>
          <Typography tag="p" variant="beta">
            {count(data.count)}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('figure.requests')}
          </Typography>
        </Box>
      </Flex>
      <Sparkline
        values={data.chart.lines.p95 ?? []}
        width={260}
        height={48}
        label={t('widget.history', { p95: ms(data.p95) })}
      />
      <Typography textColor={data.firing > 0 ? 'danger600' : 'neutral600'}>
        {data.firing > 0 ? t('overview.firing', { count: data.firing }) : t('widget.no-alert')}
      </Typography>
    </Flex>
  );
};

// Default export: the homepage loads widgets by it.
export default HealthWidget;
