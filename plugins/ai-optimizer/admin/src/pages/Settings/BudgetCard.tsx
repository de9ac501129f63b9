import { Field, Grid, NumberInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Card } from 'suite-kit/admin';
import { useTexts } from '../../texts';
import type { Part } from './part';

/** Caps on what models may cost; nothing is sent beyond them. */
export const BudgetCard = ({ values, change, canEdit, spent }: Part & { spent: number }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const fields = [
    ['monthlyBudget', values.monthlyBudget],
    ['monthlyBudgetPerPerson', values.monthlyBudgetPerPerson],
    ['priceIn', values.priceIn],
    ['priceOut', values.priceOut],
    ['warnBelow', values.warnBelow],
  ] as const;
  return (
    <Card
      title={t('settings.budget')}
      text={t('settings.budget-text', {
        spent: formatNumber(spent, { style: 'currency', currency: 'USD' }),
      })}
    >
      <Grid.Root gap={4}>
        {fields.map(([name, value]) => (
          <Grid.Item key={name} col={4} s={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={t(`settings.${name}-hint`)}>
              <Field.Label>{t(`settings.${name}`)}</Field.Label>
              <NumberInput
                value={value ?? undefined}
                disabled={!canEdit}
                onValueChange={(next?: number) =>
                  change({ [name]: next ?? (name.startsWith('monthly') ? null : 0) })
                }
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Card>
  );
};
