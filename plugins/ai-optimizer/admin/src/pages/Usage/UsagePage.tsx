import { Box, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { BarList, Card, PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import type { Usage } from '../../../../shared/contracts/suggestions';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Areas } from '../../components/Areas';
import { usePermissions } from '../../permissions';
import { useGetUsageQuery } from '../../services/suggestions';
import { useTexts, type TextId } from '../../texts';

/** What models did, what of it was taken, and what it cost. */
export const UsagePage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, isLoading: isAsking } = usePermissions();
  const usage = useGetUsageQuery(undefined, { skip: !canRead });
  const isEmpty = usage.data?.byProvider.length === 0;
  return (
    <PageFrame
      title={t('usage.title')}
      help={t('usage.help')}
      areas={<Areas />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || usage.isLoading,
        problem: usage.isError ? toMessage(usage.error) : null,
        onRetry: () => void usage.refetch(),
        empty: isEmpty ? { message: t('usage.empty') } : null,
      })}
    >
      {usage.data ? <UsageContent usage={usage.data} /> : null}
    </PageFrame>
  );
};

const UsageContent = ({ usage }: { usage: Usage }) => {
  const t = useTexts();
  const { formatNumber, formatDate } = useIntl();
  const money = (value: number) => formatNumber(value, { style: 'currency', currency: 'USD' });
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={6} s={12} xs={12} alignItems="stretch" direction="column">
        <Card title={t('usage.month')} text={t('usage.month-text')}>
          <Typography variant="alpha" tag="p">
            {money(usage.spent)}
          </Typography>
          <Typography textColor="neutral600">
            {usage.limit === null
              ? t('usage.no-limit')
              : t('usage.limit', { limit: money(usage.limit) })}
          </Typography>
        </Card>
        <Card title={t('usage.months')}>
          <BarList
            label={t('usage.months')}
            bars={usage.months.map(({ month, cost, calls, tokens }) => ({
              key: month,
              label: formatDate(`${month}-15`, { month: 'long', year: 'numeric' }),
              value: cost,
              text: money(cost),
              note: t('usage.calls', { calls, tokens }),
            }))}
          />
        </Card>
      </Grid.Item>
      <Grid.Item col={6} s={12} xs={12} alignItems="stretch" direction="column">
        <Card title={t('usage.tasks')} text={t('usage.tasks-text')}>
          <BarList
            label={t('usage.tasks')}
            max={1}
            bars={usage.byTask.map(({ task, made, accepted }) => ({
              key: task,
              label: t(`task.${task}` as TextId),
              value: made === 0 ? 0 : accepted / made,
              text: formatNumber(made === 0 ? 0 : accepted / made, { style: 'percent' }),
              note: t('usage.accepted', { made, accepted }),
              tone: 'success',
            }))}
          />
        </Card>
        <Card title={t('usage.providers')}>
          {usage.byProvider.map(({ provider, model, made, tokens, cost }) => (
            <Box key={`${provider} ${model}`} paddingBottom={3}>
              <Typography tag="p" fontWeight="semiBold">
                {t(`provider.${provider === 'openai' ? 'openai' : 'local'}`)}{' '}
                {provider === 'openai' ? model : ''}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {t('usage.provider', { made, tokens, cost: money(cost) })}
              </Typography>
            </Box>
          ))}
        </Card>
      </Grid.Item>
    </Grid.Root>
  );
};
