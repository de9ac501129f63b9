import {
  Field,
  Grid,
  MultiSelect,
  MultiSelectOption,
  NumberInput,
  TextInput,
} from '@strapi/design-system';
import { Card, SiteField, useSiteView } from 'suite-kit/admin';
import { useListP13nAudiencesQuery } from '../../services/api';
import { useTexts } from '../../texts';
import { fromLocal, toLocal, type RuleDraft } from './rule-values';

type Props = {
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
  /** Not stored yet, so that its site is still to be chosen. */
  isNew: boolean;
  isTried: boolean;
  isReadOnly: boolean;
};

/** Name, audiences, schedule and share. */
export const RuleFields = ({ draft, onChange, isNew, isTried, isReadOnly }: Props) => {
  const t = useTexts();
  const needsSite = useSiteView().kind === 'network' && isNew;
  const { data: all = [] } = useListP13nAudiencesQuery();
  // A rule knows the audiences of its own site.
  const audiences = needsSite ? all.filter(({ site }) => site === draft.site) : all;
  const moment = (side: 'from' | 'to') => (
    <Field.Root name={side} hint={t(`rule.${side}-hint`)}>
      <Field.Label>{t(`rule.${side}`)}</Field.Label>
      <TextInput
        type="datetime-local"
        value={toLocal(draft.schedule[side])}
        disabled={isReadOnly}
        onChange={(event) =>
          onChange({ schedule: { ...draft.schedule, [side]: fromLocal(event.target.value) } })
        }
      />
      <Field.Hint />
    </Field.Root>
  );
  return (
    <Card title={t('rule.about')}>
      <Grid.Root gap={5}>
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root
            name="name"
            required
            error={isTried && draft.name.trim() === '' ? t('rule.name-required') : undefined}
            hint={t('rule.name-hint')}
          >
            <Field.Label>{t('rule.name')}</Field.Label>
            <TextInput
              value={draft.name}
              maxLength={120}
              disabled={isReadOnly}
              onChange={(event) => onChange({ name: event.target.value })}
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Grid.Item>
        {needsSite ? (
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <SiteField
              value={draft.site ?? null}
              onChange={(site) => onChange({ site, audiences: [] })}
              isTried={isTried}
            />
          </Grid.Item>
        ) : null}
        <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="audiences" hint={t('rule.audiences-hint')}>
            <Field.Label>{t('rule.audiences')}</Field.Label>
            <MultiSelect
              withTags
              placeholder={t('rule.audiences-all')}
              value={draft.audiences}
              disabled={isReadOnly}
              onChange={(keys) => onChange({ audiences: keys })}
              onClear={() => onChange({ audiences: [] })}
            >
              {audiences.map(({ key, name }) => (
                <MultiSelectOption key={key} value={key}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          {moment('from')}
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          {moment('to')}
        </Grid.Item>
        <Grid.Item col={4} xs={12} direction="column" alignItems="stretch">
          <Field.Root name="coverage" hint={t('rule.coverage-hint')}>
            <Field.Label>{t('rule.coverage')}</Field.Label>
            <NumberInput
              value={Math.round(draft.coverage * 100)}
              disabled={isReadOnly}
              onValueChange={(value) =>
                onChange({ coverage: Math.min(100, Math.max(0, value ?? 100)) / 100 })
              }
            />
            <Field.Hint />
          </Field.Root>
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
};
