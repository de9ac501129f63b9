import { Box, Button, Typography } from '@strapi/design-system';
import { Card, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useFormat } from '../../components/format';
import { usePreviewHealthRuleMutation } from '../../services/alerts';
import { useTexts } from '../../texts';
import { toBody, type RuleValues } from './rule-values';

/** What the rule would say to the figures there are; nobody is told. */
export const RulePreview = ({ values }: { values: RuleValues }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const format = useFormat();
  const [preview, { data, isLoading }] = usePreviewHealthRuleMutation();

  const run = async () => {
    const result = await preview({ ...toBody(values), name: values.name.trim() || '–' });
    if ('error' in result) notify.problem(result.error);
  };

  return (
    <Card
      title={t('preview.title')}
      text={t('preview.text')}
      action={
        <Button variant="secondary" loading={isLoading} onClick={() => void run()}>
          {t('preview.run')}
        </Button>
      }
    >
      {data ? (
        <Box tag="ul" aria-live="polite">
          {data.now.map(({ labels, value, holds, count }) => (
            <Box tag="li" key={JSON.stringify(labels)}>
              <Typography
                fontWeight={holds ? 'bold' : 'regular'}
                textColor={holds ? 'danger600' : 'neutral800'}
              >
                {[
                  Object.values(labels).join(', '),
                  t(holds ? 'preview.holds' : 'preview.fine', {
                    value: format.unit(value, data.unit),
                    count: format.count(count),
                  }),
                ]
                  .filter(Boolean)
                  .join(': ')}
              </Typography>
            </Box>
          ))}
          {values.kind === 'threshold' ? (
            <Box tag="li">
              <Typography textColor="neutral600">
                {t('preview.day', { count: data.wouldHaveFired })}
              </Typography>
            </Box>
          ) : null}
        </Box>
      ) : (
        <Typography textColor="neutral600">{t('preview.nothing')}</Typography>
      )}
    </Card>
  );
};
