import { useState } from 'react';
import {
  Box,
  Button,
  Field,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Card, Notice, useNotify } from 'suite-kit/admin';
import type { Experiment } from '../../../../shared/contracts/experiments';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { usePlanExperimentQuery, useUpdateExperimentMutation } from '../../services/experiments';
import { useTexts } from '../../texts';

const GUESS_VISITS = 100;
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Who takes part, what counts, and how long it will take to know. */
export const PlanCard = ({ experiment, canEdit }: { experiment: Experiment; canEdit: boolean }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const notify = useNotify(PLUGIN_ID);
  const [update, { isLoading }] = useUpdateExperimentMutation();
  const [plan, setPlan] = useState({
    coverage: experiment.coverage * 100,
    control: experiment.controlWeight * 100,
    baseline: experiment.goal.baseline * 100,
    effect: experiment.goal.effect * 100,
    minimumDays: experiment.minimumDays,
    visits: experiment.visitsPerDay ?? GUESS_VISITS,
    event: experiment.goal.event,
    kind: experiment.goal.kind,
  });
  const set = (part: Partial<typeof plan>) => setPlan({ ...plan, ...part });
  const count = experiment.variants.length;
  const control = clamp(plan.control / 100, 0.05, 0.95);
  const weights = [control, ...experiment.variants.map(() => (1 - control) / count)];
  const coverage = clamp(plan.coverage / 100, 0.01, 1);
  const baseline = clamp(plan.baseline / 100, 0.0001, 0.99);
  const effect = clamp(plan.effect / 100, 0.01, 5);
  const power = usePlanExperimentQuery({
    baseline,
    effect,
    coverage,
    weights,
    unitsPerDay: Math.max(0, plan.visits),
  });

  const store = async () => {
    const result = await update({
      id: experiment.id,
      body: {
        coverage,
        controlWeight: control,
        minimumDays: clamp(Math.round(plan.minimumDays), 1, 180),
        goal: { event: plan.event, kind: plan.kind, baseline, effect },
        variants: experiment.variants.map(({ id, name }, index) => ({
          id,
          name,
          weight: weights[index + 1] ?? 0.5,
        })),
      },
    });
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('plan.saved'));
  };
  const numbers = ['coverage', 'control', 'baseline', 'effect', 'visits', 'minimumDays'] as const;

  return (
    <Card
      title={t('plan.title')}
      text={t('plan.text')}
      action={
        canEdit ? (
          <Button variant="secondary" loading={isLoading} onClick={() => void store()}>
            {t('plan.save')}
          </Button>
        ) : undefined
      }
    >
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={6} xs={12} alignItems="stretch" direction="column">
          <Field.Root>
            <Field.Label>{t('wizard.event')}</Field.Label>
            <TextInput
              value={plan.event}
              disabled={!canEdit}
              onChange={(event) => set({ event: event.target.value })}
            />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} alignItems="stretch" direction="column">
          <Field.Root>
            <Field.Label>{t('plan.kind')}</Field.Label>
            <SingleSelect
              value={plan.kind}
              disabled={!canEdit}
              onChange={(value) => set({ kind: value === 'value' ? 'value' : 'conversion' })}
            >
              <SingleSelectOption value="conversion">
                {t('plan.kind.conversion')}
              </SingleSelectOption>
              <SingleSelectOption value="value">{t('plan.kind.value')}</SingleSelectOption>
            </SingleSelect>
          </Field.Root>
        </Grid.Item>
        {numbers.map((name) => (
          <Grid.Item key={name} col={4} s={6} xs={12} alignItems="stretch" direction="column">
            <Field.Root hint={t(`plan.${name}-hint`)}>
              <Field.Label>{t(`plan.${name}`)}</Field.Label>
              <NumberInput
                value={plan[name]}
                disabled={!canEdit}
                onValueChange={(value?: number) => set({ [name]: value ?? 0 })}
              />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        ))}
      </Grid.Root>
      <Box paddingTop={4}>
        {power.data ? (
          <Notice
            variant="info"
            title={t('plan.need', { perArm: formatNumber(power.data.perArm) })}
          >
            {power.data.days === null
              ? t('plan.never')
              : t('plan.days', { days: power.data.days, total: formatNumber(power.data.total) })}
          </Notice>
        ) : null}
        <Typography variant="pi" textColor="neutral600">
          {t('plan.sequential')}
        </Typography>
      </Box>
    </Card>
  );
};
