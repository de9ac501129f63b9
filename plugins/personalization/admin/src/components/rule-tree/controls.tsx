import {
  Box,
  Button,
  Checkbox,
  IconButton,
  NumberInput,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type {
  ActionProps,
  CombinatorSelectorProps,
  FieldSelectorProps,
  NotToggleProps,
  OperatorSelectorProps,
  ValueEditorProps,
} from 'react-querybuilder';
import { attributeOf } from '../../../../shared/attributes';
import { useListP13nAudiencesQuery } from '../../services/api';
import { useTexts, type TextId } from '../../texts';
import { Choice } from '../Choice';

/** The library's controls, dressed as Strapi's. */

type Option = { name?: string; value?: string; label: string };
const flat = (options: unknown): { value: string; label: string }[] =>
  (options as Option[]).map(({ name, value, label }) => ({ value: String(value ?? name), label }));

export const AddButton = (text: TextId) =>
  // A component of its own for each of the two buttons, made once.
  function AddAction({ handleOnClick, disabled }: ActionProps) {
    const t = useTexts();
    return (
      <Button
        variant="tertiary"
        size="S"
        startIcon={<Plus />}
        disabled={disabled ?? false}
        onClick={handleOnClick}
      >
        {t(text)}
      </Button>
    );
  };

export const RemoveButton = (text: TextId) =>
  function RemoveAction({ handleOnClick, disabled }: ActionProps) {
    const t = useTexts();
    return (
      <IconButton
        variant="ghost"
        label={t(text)}
        disabled={disabled ?? false}
        onClick={handleOnClick}
      >
        <Trash />
      </IconButton>
    );
  };

export const CombinatorSelect = ({
  value,
  options,
  handleOnChange,
  disabled,
}: CombinatorSelectorProps) => {
  const t = useTexts();
  return (
    <Box minWidth="20rem">
      <Choice
        label={t('tree.combinator')}
        value={value ?? null}
        options={flat(options)}
        onChange={handleOnChange}
        isDisabled={disabled ?? false}
      />
    </Box>
  );
};

export const FieldSelect = ({ value, options, handleOnChange, disabled }: FieldSelectorProps) => {
  const t = useTexts();
  return (
    <Box minWidth="20rem" flex="1 1 20rem">
      <Choice
        label={t('tree.field')}
        value={value ?? null}
        options={flat(options)}
        onChange={handleOnChange}
        isDisabled={disabled ?? false}
      />
    </Box>
  );
};

export const OperatorSelect = ({
  value,
  options,
  handleOnChange,
  disabled,
}: OperatorSelectorProps) => {
  const t = useTexts();
  return (
    <Box minWidth="16rem" flex="1 1 16rem">
      <Choice
        label={t('tree.operator')}
        value={value ?? null}
        options={flat(options)}
        onChange={handleOnChange}
        isDisabled={disabled ?? false}
      />
    </Box>
  );
};

export const NotCheckbox = ({ checked, handleOnChange, disabled }: NotToggleProps) => {
  const t = useTexts();
  return (
    <Checkbox
      checked={checked ?? false}
      disabled={disabled ?? false}
      onCheckedChange={(next) => handleOnChange(next === true)}
    >
      {t('tree.not')}
    </Checkbox>
  );
};

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';

export const ValueInput = ({
  field,
  operator,
  value,
  handleOnChange,
  disabled,
}: ValueEditorProps) => {
  const t = useTexts();
  const { data: audiences } = useListP13nAudiencesQuery(undefined, { skip: field !== 'audiences' });
  if (operator === 'exists' || operator === 'missing') return null;
  const attribute = attributeOf(field);
  const label = t('tree.value');
  const isList = ['in', 'notIn', 'includesAny', 'includesAll'].includes(operator);
  const isDisabled = disabled ?? false;
  const choices =
    attribute?.kind === 'boolean'
      ? [
          { value: 'true', label: t('tree.yes') },
          { value: 'false', label: t('tree.no') },
        ]
      : field === 'audiences'
        ? audiences?.map(({ key, name }) => ({ value: key, label: name }))
        : attribute?.values?.map((one) => ({ value: one, label: t(`value.${one}` as TextId) }));

  if (choices && !isList) {
    return (
      <Box minWidth="16rem" flex="1 1 16rem">
        <Choice
          label={label}
          value={asText(value) || null}
          options={choices}
          onChange={handleOnChange}
          isDisabled={isDisabled}
        />
      </Box>
    );
  }
  if (attribute?.kind === 'number') {
    return (
      <Box minWidth="12rem" flex="1 1 12rem">
        <NumberInput
          size="S"
          aria-label={label}
          value={value === '' || value == null ? undefined : Number(value)}
          onValueChange={(next) => handleOnChange(next ?? '')}
          disabled={isDisabled}
        />
      </Box>
    );
  }
  return (
    <Box minWidth="16rem" flex="1 1 16rem">
      <TextInput
        size="S"
        aria-label={label}
        placeholder={isList ? t('tree.list-hint') : ''}
        value={Array.isArray(value) ? value.join(', ') : asText(value)}
        onChange={(event) => handleOnChange(event.target.value)}
        disabled={isDisabled}
      />
    </Box>
  );
};

export const NoRules = () => {
  const t = useTexts();
  return (
    <Typography textColor="neutral600" tag="p" paddingTop={2}>
      {t('tree.everyone')}
    </Typography>
  );
};
