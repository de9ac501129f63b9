import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

type Props = {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  size?: 'S' | 'M';
  isDisabled?: boolean;
  onClear?: () => void;
};

/** A select whose name is said but not shown. */
export const Choice = ({
  label,
  value,
  options,
  onChange,
  size = 'S',
  isDisabled,
  onClear,
}: Props) => (
  <SingleSelect
    aria-label={label}
    placeholder={label}
    size={size}
    value={value}
    disabled={isDisabled ?? false}
    onChange={(next) => onChange(String(next))}
    {...(onClear ? { onClear, clearLabel: label } : {})}
  >
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
