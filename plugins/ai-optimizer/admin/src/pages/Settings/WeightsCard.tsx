import { Box, Field, Grid, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { useTexts, type TextId } from '../../texts';
import type { Part } from './part';

const WEIGHTS = [0, 1, 2, 3, 5] as const;

/** How much each check counts; 0 switches it off. */
export const WeightsCard = ({
  values,
  change,
  canEdit,
  defaults,
}: Part & { defaults: Record<string, number> }) => {
  const t = useTexts();
  return (
    <Card title={t('settings.weights')} text={t('settings.weights-text')}>
      <Grid.Root gap={4}>
        {Object.entries(defaults).map(([id, weight]) => (
          <Grid.Item key={id} col={4} s={6} xs={12} alignItems="stretch" direction="column">
            <Box>
              <Field.Root>
                <Field.Label>{t(`check-name.${id}` as TextId)}</Field.Label>
                <SingleSelect
                  size="S"
                  disabled={!canEdit}
                  value={String(values.weights[id] ?? weight)}
                  onChange={(next) =>
                    change({ weights: { ...values.weights, [id]: Number(next) } })
                  }
                >
                  {WEIGHTS.map((value) => (
                    <SingleSelectOption key={value} value={String(value)}>
                      {t(`weight.${value}`)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            </Box>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Card>
  );
};
