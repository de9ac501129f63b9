import { useState } from 'react';
import { Box, Button, Field, Flex, Grid, Typography } from '@strapi/design-system';
import { Card, Notice, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useExplainHealthQueryMutation } from '../../services/health';
import { useTexts } from '../../texts';

/** So many fields are offered; a statement with more is planned with "nothing" for the rest. */
const MOST_FIELDS = 12;

/** How the database would run the statement; it is planned, not run. */
export const ExplainCard = ({ fingerprint, sql }: { fingerprint: string; sql: string }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [values, setValues] = useState<Record<number, string>>({});
  const [explain, { data: plan, isLoading }] = useExplainHealthQueryMutation();
  const fields = Math.min(MOST_FIELDS, sql.split('?').length - 1);

  const run = async () => {
    const list = Array.from({ length: fields }, (_, at) => values[at] ?? '');
    const result = await explain({ fingerprint, values: list });
    if ('error' in result) notify.problem(result.error);
  };

  return (
    <Card
      title={t('explain.title')}
      text={t('explain.text')}
      action={
        <Button variant="secondary" loading={isLoading} onClick={() => void run()}>
          {t('explain.run')}
        </Button>
      }
    >
      {fields > 0 ? (
        <Grid.Root gap={4}>
          {Array.from({ length: fields }, (_, at) => (
            <Grid.Item key={at} xs={12} s={6} col={3} direction="column" alignItems="stretch">
              <Field.Root name={`value-${at}`}>
                <Field.Label>{t('explain.value', { number: at + 1 })}</Field.Label>
                <Field.Input
                  value={values[at] ?? ''}
                  onChange={(event) => setValues({ ...values, [at]: event.target.value })}
                />
              </Field.Root>
            </Grid.Item>
          ))}
        </Grid.Root>
      ) : null}
      {plan ? (
        <Box paddingTop={4} aria-live="polite">
          {plan.hints.length > 0 ? (
            <Notice variant="warning" title={t('explain.hint')}>
              {t('explain.hint-text', { where: plan.hints.join('; ') })}
            </Notice>
          ) : null}
          {plan.limits.length > 0 ? (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('explain.limits', { database: plan.limits.join(', ') })}
            </Typography>
          ) : null}
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingTop={2}>
            {plan.lines.map(({ depth, text, isScan }, at) => (
              <Box
                tag="li"
                key={`${at} ${text}`}
                style={{ paddingLeft: `${Math.min(depth, 12) * 1.6}rem` }}
              >
                <Typography
                  fontWeight={isScan ? 'bold' : 'regular'}
                  textColor={isScan ? 'danger600' : 'neutral800'}
                >
                  {text}
                </Typography>
              </Box>
            ))}
          </Flex>
        </Box>
      ) : null}
    </Card>
  );
};
