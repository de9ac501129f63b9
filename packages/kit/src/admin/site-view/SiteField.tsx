import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { MESSAGES } from '../messages';
import { useSiteView } from './use-site-view';

type Props = {
  /** Number of the chosen site. */
  value: number | null;
  onChange: (site: number) => void;
  /** Says that one is needed; for after the first try to save. */
  isTried?: boolean;
};

/** Asks for the site of something new; nothing where the switcher says it already. */
export const SiteField = ({ value, onChange, isTried = false }: Props) => {
  const { formatMessage } = useIntl();
  const view = useSiteView();
  if (view.kind !== 'network') return null;
  return (
    <Field.Root
      name="site"
      required
      error={isTried && value === null ? formatMessage(MESSAGES.siteNeeded) : undefined}
    >
      <Field.Label>{formatMessage(MESSAGES.site)}</Field.Label>
      <SingleSelect
        value={value === null ? null : String(value)}
        placeholder={formatMessage(MESSAGES.siteChoose)}
        onChange={(chosen) => onChange(Number(chosen))}
      >
        {view.sites.map(({ number, name }) => (
          <SingleSelectOption key={number} value={String(number)}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};
