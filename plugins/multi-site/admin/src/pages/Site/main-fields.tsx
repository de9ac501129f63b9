import { useState } from 'react';
import { Field, Textarea, TextInput, Typography } from '@strapi/design-system';
import { InputRenderer, useField, useForm } from '@strapi/strapi/admin';
import { slugify } from '../../../../shared/slug';
import { useTexts } from '../../texts';
import { ColorInput } from './ColorInput';
import { FieldCard, FieldCell } from './FieldCard';

const STATUSES = ['draft', 'live', 'maintenance'] as const;

export const NameFields = ({ isNew, isDefault }: { isNew: boolean; isDefault: boolean }) => {
  const t = useTexts();
  return (
    <FieldCard title={t('site.card.about')}>
      <FieldCell>
        <NameInput isNew={isNew} />
      </FieldCell>
      <FieldCell>
        <InputRenderer
          type="enumeration"
          name="status"
          label={t('site.status')}
          hint={t('site.status.hint')}
          options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          required
        />
      </FieldCell>
      <FieldCell>
        <InputRenderer
          type="text"
          name="description"
          label={t('site.description')}
          hint={t(isDefault ? 'site.description.hint-default' : 'site.description.hint')}
        />
      </FieldCell>
      <FieldCell>
        <ColorInput />
      </FieldCell>
    </FieldCard>
  );
};

/** On a new site the slug follows the name until somebody writes one. */
const NameInput = ({ isNew }: { isNew: boolean }) => {
  const t = useTexts();
  const { value, error, onChange } = useField<string>('name');
  const slug = useField<string>('slug');
  const isDisabled = useForm('NameInput', (form) => form.disabled);
  const isFollowing = isNew && (slug.value ?? '') === slugify(value ?? '');

  return (
    <Field.Root name="name" error={error} hint={t('site.name.hint')} required>
      <Field.Label>{t('site.name')}</Field.Label>
      <TextInput
        value={value ?? ''}
        maxLength={80}
        disabled={isDisabled}
        onChange={(event) => {
          onChange('name', event.target.value);
          if (isFollowing) slug.onChange('slug', slugify(event.target.value));
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const ADDRESS_FIELDS = ['slug', 'domain', 'pathPrefix', 'aliases'] as const;
type AddressField = (typeof ADDRESS_FIELDS)[number];

type AddressProps = {
  /** What is wrong with a field as it stands, or nothing. */
  check: (field: AddressField) => Promise<string | undefined>;
  /** Addresses decide about other sites too: only who sees all of them changes one. */
  isLocked: boolean;
};

export const AddressFields = ({ check, isLocked }: AddressProps) => {
  const t = useTexts();
  return (
    <FieldCard
      title={t('site.card.address')}
      text={isLocked ? t('site.address-locked') : undefined}
    >
      {ADDRESS_FIELDS.map((name) => (
        <FieldCell key={name}>
          <AddressInput name={name} check={check} isLocked={isLocked} />
        </FieldCell>
      ))}
    </FieldCard>
  );
};

/**
 * Tells about a taken slug or host as soon as the field is left. It is told in the hint,
 * because an error of the form would pull the focus back into the field.
 */
const AddressInput = ({ name, check, isLocked }: AddressProps & { name: AddressField }) => {
  const t = useTexts();
  const { value, error, onChange } = useField<string | null>(name);
  const isDisabled = useForm('AddressInput', (form) => form.disabled);
  const [warning, setWarning] = useState<string>();
  const Input = name === 'aliases' ? Textarea : TextInput;
  const hint = (
    <Typography variant="pi" textColor={warning ? 'danger600' : 'neutral600'}>
      {warning ?? t(`site.${name}.hint`)}
    </Typography>
  );
  return (
    <Field.Root name={name} error={error} hint={hint}>
      <Field.Label>{t(`site.${name}`)}</Field.Label>
      <Input
        value={value ?? ''}
        placeholder={t(`site.${name}.example`)}
        disabled={isDisabled || isLocked}
        onChange={(event: { target: { value: string } }) => onChange(name, event.target.value)}
        onBlur={() => void check(name).then(setWarning)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
