import { Grid, MultiSelect, MultiSelectOption, Textarea } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';
import { SIGNALS, type Signal } from '../../../../shared/signals';
import { SEVERITIES } from '../../../../shared/plugin';
import { useListHealthChannelsQuery } from '../../services/alerts';
import { useGetHealthChoicesQuery } from '../../services/health';
import { useTexts } from '../../texts';
import { ConditionFields } from './ConditionFields';
import { FieldBox, NumberField, SelectField, TextField } from './fields';
import type { RuleValues } from './rule-values';

type Props = {
  values: RuleValues;
  onChange: (part: Partial<RuleValues>) => void;
  isTried: boolean;
};

/** The rule in three blocks: what is watched, when it counts, who is told. */
export const RuleFields = ({ values, onChange, isTried }: Props) => {
  const t = useTexts();
  const { data: channels = [] } = useListHealthChannelsQuery();
  const { data: choices } = useGetHealthChoicesQuery();
  const anyOption = { value: 'any', label: t('rule.any') };
  const groups = ['none', 'route', 'contentType', 'site'] as const;

  return (
    <>
      <Card title={t('rule.what')} text={t('rule.what-text')}>
        <Grid.Root gap={5}>
          <TextField
            name="name"
            label={t('rule.name')}
            isRequired
            error={isTried && values.name.trim() === '' ? t('rule.name-required') : undefined}
            value={values.name}
            onChange={(name) => onChange({ name })}
          />
          <SelectField
            name="kind"
            label={t('rule.kind')}
            hint={t(`kind.${values.kind}.hint`)}
            value={values.kind}
            options={(['threshold', 'burn-rate', 'anomaly', 'absence'] as const).map((value) => ({
              value,
              label: t(`kind.${value}`),
            }))}
            onChange={(kind) => onChange({ kind })}
          />
          <ConditionFields
            values={values}
            onChange={onChange}
            signals={SIGNALS.map((value: Signal) => ({ value, label: t(`signal.${value}`) }))}
          />
          <SelectField
            name="route"
            label={t('rule.route')}
            value={values.route || 'any'}
            options={[
              anyOption,
              ...withKnown(choices?.routes ?? [], values.route).map((route) => ({
                value: route,
                label: route,
              })),
            ]}
            onChange={(route) => onChange({ route: route === 'any' ? '' : route })}
          />
          <SelectField
            name="contentType"
            label={t('rule.content-type')}
            value={values.contentType || 'any'}
            options={[
              anyOption,
              ...(choices?.contentTypes ?? []).map(({ uid, name }) => ({
                value: uid,
                label: name,
              })),
            ]}
            onChange={(uid) => onChange({ contentType: uid === 'any' ? '' : uid })}
          />
        </Grid.Root>
      </Card>
      <Card title={t('rule.when')} text={t('rule.when-text')}>
        <Grid.Root gap={5}>
          <NumberField
            name="forMinutes"
            label={t('rule.for')}
            hint={t('rule.for-hint')}
            value={values.forMinutes}
            onChange={(value) => onChange({ forMinutes: value ?? 0 })}
          />
          <NumberField
            name="keepFiringMinutes"
            label={t('rule.keep')}
            hint={t('rule.keep-hint')}
            value={values.keepFiringMinutes}
            onChange={(value) => onChange({ keepFiringMinutes: value ?? 0 })}
          />
          <SelectField
            name="noData"
            label={t('rule.no-data')}
            value={values.noData}
            options={(['ok', 'keep', 'alert'] as const).map((value) => ({
              value,
              label: t(`no-data.${value}`),
            }))}
            onChange={(noData) => onChange({ noData })}
          />
          <SelectField
            name="groupBy"
            label={t('rule.group')}
            hint={t('rule.group-hint')}
            value={values.groupBy}
            options={groups.map((value) => ({ value, label: t(`group.${value}`) }))}
            onChange={(groupBy) => onChange({ groupBy })}
          />
        </Grid.Root>
      </Card>
      <Card title={t('rule.who')} text={t('rule.who-text')}>
        <Grid.Root gap={5}>
          <FieldBox
            name="channels"
            label={t('rule.channels')}
            hint={channels.length === 0 ? t('rule.no-channels') : undefined}
          >
            <MultiSelect
              placeholder={t('rule.nobody')}
              value={values.channels}
              onChange={(next: string[]) => onChange({ channels: next })}
              withTags
            >
              {channels.map(({ id, name }) => (
                <MultiSelectOption key={id} value={id}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
          </FieldBox>
          <SelectField
            name="severity"
            label={t('rule.severity')}
            value={values.severity}
            options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
            onChange={(severity) => onChange({ severity })}
          />
          <NumberField
            name="repeatMinutes"
            label={t('rule.repeat')}
            value={values.repeatMinutes}
            onChange={(value) => onChange({ repeatMinutes: value ?? 240 })}
          />
          <FieldBox name="note" label={t('rule.note')} hint={t('rule.note-hint')} isWide>
            <Textarea
              value={values.note}
              onChange={(event: { target: { value: string } }) =>
                onChange({ note: event.target.value })
              }
            />
          </FieldBox>
        </Grid.Root>
      </Card>
    </>
  );
};

/** A rule may watch a route nobody asked for today. */
const withKnown = (routes: readonly string[], known: string) =>
  known === '' || routes.includes(known) ? routes : [known, ...routes];
