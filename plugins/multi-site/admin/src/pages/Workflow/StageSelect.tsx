import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTexts } from '../../texts';
import { useRules } from './use-rules';

type Props = { name: 'whenPublished' | 'whenEdited'; label: string; hint: string };

export const StageSelect = ({ name, label, hint }: Props) => {
  const t = useTexts();
  const { rules, set } = useRules();
  return (
    <Field.Root name={name} hint={hint}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={rules[name]}
        onChange={(key) => set(name, String(key))}
        onClear={() => set(name, null)}
        clearLabel={t('workflow.stays')}
        placeholder={t('workflow.stays')}
      >
        {rules.stages.map((stage) => (
          <SingleSelectOption key={stage.key} value={stage.key}>
            {stage.name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};
