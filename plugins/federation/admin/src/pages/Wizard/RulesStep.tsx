import type { ReactNode } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { DELETE_RULES, PRESETS } from '../../../../shared/policy-names';
import { useTexts, type TextId } from '../../texts';
import type { StepProps } from './Wizard';

const SCHEDULES = ['', '*/15 * * * *', '0 * * * *', '0 6 * * *', '0 6 * * 1'] as const;
const NAMES: Record<(typeof SCHEDULES)[number], TextId> = {
  '': 'schedule.never',
  '*/15 * * * *': 'schedule.quarter',
  '0 * * * *': 'schedule.hour',
  '0 6 * * *': 'schedule.day',
  '0 6 * * 1': 'schedule.week',
};

/** Name, who wins, what is published, and when it runs. */
export const RulesStep = ({ draft, onChange, onNext, back }: StepProps) => {
  const t = useTexts();
  const { policy } = draft;
  const isOwnSchedule = !SCHEDULES.some((schedule) => schedule === draft.schedule);
  return (
    <Card title={t('wizard.rules')} text={t('rules.text')}>
      <Grid.Root gap={5}>
        <Cell>
          <Field.Root name="name" required>
            <Field.Label>{t('rules.name')}</Field.Label>
            <TextInput
              value={draft.name}
              maxLength={80}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field.Root>
        </Cell>
        <Cell>
          <Field.Root name="preset" hint={t(`preset.${policy.preset}.hint`)}>
            <Field.Label>{t('rules.preset')}</Field.Label>
            <SingleSelect
              value={policy.preset}
              onChange={(preset) =>
                onChange({ policy: { ...policy, preset: preset as typeof policy.preset } })
              }
            >
              {PRESETS.map((preset) => (
                <SingleSelectOption key={preset} value={preset}>
                  {t(`preset.${preset}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Cell>
        {draft.type === 'strapi' ? (
          <Cell>
            <Field.Root name="onDelete">
              <Field.Label>{t('rules.on-delete')}</Field.Label>
              <SingleSelect
                value={policy.onDelete}
                onChange={(rule) =>
                  onChange({ policy: { ...policy, onDelete: rule as typeof policy.onDelete } })
                }
              >
                {DELETE_RULES.map((rule) => (
                  <SingleSelectOption key={rule} value={rule}>
                    {t(`on-delete.${rule}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          </Cell>
        ) : null}
        <Cell>
          <Field.Root name="schedule" hint={t('rules.schedule-hint', { zone: draft.timeZone })}>
            <Field.Label>{t('rules.schedule')}</Field.Label>
            <SingleSelect
              value={isOwnSchedule ? 'own' : draft.schedule || 'never'}
              onChange={(value) => onChange({ schedule: scheduleOf(String(value)) })}
            >
              {SCHEDULES.map((schedule) => (
                <SingleSelectOption key={schedule} value={schedule || 'never'}>
                  {t(NAMES[schedule])}
                </SingleSelectOption>
              ))}
              <SingleSelectOption value="own">{t('schedule.own')}</SingleSelectOption>
            </SingleSelect>
            <Field.Hint />
          </Field.Root>
        </Cell>
        {isOwnSchedule ? (
          <Cell>
            <Field.Root name="cron" hint={t('schedule.cron-hint')}>
              <Field.Label>{t('schedule.cron')}</Field.Label>
              <TextInput
                value={draft.schedule.trim()}
                onChange={(event) => onChange({ schedule: event.target.value || ' ' })}
              />
              <Field.Hint />
            </Field.Root>
          </Cell>
        ) : null}
        <Cell>
          <Checkbox
            checked={policy.publish}
            onCheckedChange={(value) =>
              onChange({ policy: { ...policy, publish: value === true } })
            }
          >
            {t('rules.publish')}
          </Checkbox>
        </Cell>
      </Grid.Root>
      <Flex paddingTop={5} gap={2}>
        {back}
        <Button disabled={draft.name.trim() === ''} onClick={onNext}>
          {t('wizard.next')}
        </Button>
      </Flex>
    </Card>
  );
};

const scheduleOf = (value: string) => {
  if (value === 'never') return '';
  return value === 'own' ? '30 5 * * 1-5' : value;
};

const Cell = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
