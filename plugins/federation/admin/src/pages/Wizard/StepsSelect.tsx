import { Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { FieldMapping, Step } from '../../../../shared/contracts/mappings';
import { FIELD_RULES, type FieldRule } from '../../../../shared/policy-names';
import type { LocalField } from '../../../../shared/contracts/sources';
import { useTexts } from '../../texts';

const CHOICES = [
  'none',
  'html-to-text',
  'html-to-markdown',
  'html-to-blocks',
  'slug',
  'date',
  'split',
  'lookup',
  'template',
  'const',
  'default',
] as const;
type Choice = (typeof CHOICES)[number];

type Props = {
  field: LocalField;
  value: FieldMapping;
  onChange: (next: FieldMapping, isLeftOut: boolean) => void;
};

/** What is done to a value on the way, and who wins in this field. */
export const StepsSelect = ({ field, value, onChange }: Props) => {
  const t = useTexts();
  const [step, ...more] = value.steps;
  const choice: Choice = step?.op ?? 'none';
  const argument = step ? argumentOf(step) : null;
  const change = (next: Step | null) =>
    onChange({ ...value, steps: [...(next ? [next] : []), ...more] }, false);

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <SingleSelect
        aria-label={t('map.change', { field: field.name })}
        value={choice}
        onChange={(next) => change(newStep(String(next) as Choice))}
      >
        {CHOICES.map((name) => (
          <SingleSelectOption key={name} value={name}>
            {t(`change.${name}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {step && argument !== null ? (
        <Field.Root name={`argument-${field.name}`}>
          <TextInput
            aria-label={t(`argument.${step.op as 'const'}`)}
            placeholder={t(`argument.${step.op as 'const'}`)}
            value={argument}
            onChange={(event) => change(withArgument(step, event.target.value))}
          />
        </Field.Root>
      ) : null}
      <SingleSelect
        aria-label={t('map.rule', { field: field.name })}
        value={value.rule ?? 'preset'}
        onChange={(rule) => {
          const { rule: _rule, ...rest } = value;
          onChange(rule === 'preset' ? rest : { ...rest, rule: rule as FieldRule }, false);
        }}
      >
        <SingleSelectOption value="preset">{t('rule.preset')}</SingleSelectOption>
        {FIELD_RULES.map((rule) => (
          <SingleSelectOption key={rule} value={rule}>
            {t(`rule.${rule}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Flex>
  );
};

function argumentOf(step: Step): string | null {
  switch (step.op) {
    case 'const':
    case 'default':
      return String(step.value);
    case 'template':
      return step.text;
    case 'split':
      return step.separator;
    case 'lookup':
      return step.field;
    default:
      return null;
  }
}

function newStep(choice: Choice): Step | null {
  switch (choice) {
    case 'none':
      return null;
    case 'const':
    case 'default':
      return { op: choice, value: '' };
    case 'template':
      return { op: choice, text: '{title}' };
    case 'split':
      return { op: choice, separator: ',' };
    case 'lookup':
      return { op: choice, field: 'name' };
    default:
      return { op: choice };
  }
}

function withArgument(step: Step, argument: string): Step {
  switch (step.op) {
    case 'const':
    case 'default':
      return { ...step, value: argument };
    case 'template':
      return { ...step, text: argument };
    case 'split':
      return { ...step, separator: argument };
    case 'lookup':
      return { ...step, field: argument };
    default:
      return step;
  }
}
