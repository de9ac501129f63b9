import { Flex, Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { Card, Figures } from 'suite-kit/admin';
import type { Comparison } from '../../../../shared/contracts/health';
import { EntryLink } from '../../components/EntryLink';
import { useFormat } from '../../components/format';
import { HealthPage } from '../../components/HealthPage';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useCompareHealthMarkerQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { useWindow, type HealthWindow } from '../../window/use-window';
import { ChangesTable } from './ChangesTable';

/** Whether a deploy or a publish made anything slower. */
export const ComparisonPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const window = useWindow();
  const { canRead } = usePermissions();
  const { site, contentType } = window.args;
  const asked = useCompareHealthMarkerQuery({ id, site, contentType }, { skip: !canRead });
  const { data } = asked;
  return (
    <HealthPage
      title={data ? `${t(`marker.${data.marker.kind}`)}: ${data.marker.label}` : t('markers.title')}
      help={t('comparison.help')}
      hasTabs={false}
      navigationAction={<BackButton fallback={PATHS.overview} />}
      asked={asked}
      empty={data && data.minutes === 0 ? { message: t('comparison.empty') } : null}
    >
      {data ? <Content comparison={data} window={window} /> : null}
    </HealthPage>
  );
};

const Content = ({ comparison, window }: { comparison: Comparison; window: HealthWindow }) => {
  const t = useTexts();
  const { formatDate } = useIntl();
  const { ms, count, percent } = useFormat();
  const { marker, minutes, before, after, routes } = comparison;
  const failed = (side: typeof before) => percent(side.count > 0 ? side.errors / side.count : 0);
  const was = (value: string) => t('comparison.was', { value });
  return (
    <>
      <Flex gap={3} wrap="wrap" paddingBottom={4}>
        <Typography tag="p" textColor="neutral600">
          {t('comparison.stretch', {
            minutes,
            at: formatDate(marker.at, { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </Typography>
        <EntryLink marker={marker} />
      </Flex>
      <Figures
        label={t('overview.figures')}
        figures={[
          {
            key: 'p95',
            label: t('figure.p95'),
            value: ms(after.p95),
            note: was(ms(before.p95)),
          },
          { key: 'p50', label: t('line.p50'), value: ms(after.p50), note: was(ms(before.p50)) },
          {
            key: 'count',
            label: t('figure.requests'),
            value: count(after.count),
            note: was(count(before.count)),
          },
          {
            key: 'errors',
            label: t('figure.errors'),
            value: failed(after),
            note: was(failed(before)),
          },
        ]}
      />
      <Card title={t('routes.title')} text={t('comparison.routes-text')}>
        <ChangesTable rows={routes} window={window} />
      </Card>
    </>
  );
};
