import {
  Field,
  Grid,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';

type Common = { name: string; label: string; hint?: string; error?: string; isRequired?: boolean };

export const FieldBox = ({
  name,
  label,
  hint,
  error,
  isRequired = false,
  isWide = false,
  children,
}: Common & { isWide?: boolean; children: ReactNode }) => (
  <Grid.Item xs={12} col={isWide ? 12 : 6} direction="column" alignItems="stretch">
    <Field.Root name={name} hint={hint} error={error} required={isRequired}>
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  </Grid.Item>
);

export const TextField = ({
  value,
  onChange,
  ...field
}: Common & { value: string; onChange: (value: string) => void }) => (
  <FieldBox {...field}>
    <TextInput
      value={value}
      onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
    />
  </FieldBox>
);

export const NumberField = ({
  value,
  onChange,
  ...field
}: Common & { value: number | null; onChange: (value: number | null) => void }) => (
  <FieldBox {...field}>
    <NumberInput value={value ?? undefined} onValueChange={(next) => onChange(next ?? null)} />
  </FieldBox>
);

export const SelectField = <Value extends string>({
  value,
  options,
  onChange,
  ...field
}: Common & {
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) => (
  <FieldBox {...field}>
    <SingleSelect value={value} onChange={(next) => onChange(String(next) as Value)}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  </FieldBox>
);
