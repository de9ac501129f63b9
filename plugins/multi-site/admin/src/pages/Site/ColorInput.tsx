import { Field, Flex, TextInput } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { SiteAvatar } from '../../appearance/SiteAvatar';
import { useTexts } from '../../texts';

/** The site's colour as a picker and as text, with the switcher's button as it will look. */
export const ColorInput = () => {
  const t = useTexts();
  const { value = '#4945ff', error, onChange } = useField<string>('color');
  const { value: name } = useField<string | null>('name');
  const isDisabled = useForm('ColorInput', (form) => form.disabled);
  return (
    <Field.Root name="color" error={error} hint={t('site.color.hint')}>
      <Field.Label>{t('site.color')}</Field.Label>
      <Flex gap={3}>
        <Picker
          type="color"
          aria-label={t('site.color.pick')}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#4945ff'}
          disabled={isDisabled}
          onChange={(event) => onChange('color', event.target.value)}
        />
        <TextInput
          value={value}
          maxLength={7}
          disabled={isDisabled}
          onChange={(event) => onChange('color', event.target.value)}
        />
        <SiteAvatar site={{ name: name ?? '', number: 0, color: value }} />
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const Picker = styled.input`
  flex: none;
  width: 4.8rem;
  height: 4rem;
  padding: 0;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: transparent;
  cursor: pointer;
`;
