import {
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useTexts } from '../texts';

type Offered = {
  /** Undefined while they are not known yet. */
  sites: { id: string; name: string }[] | undefined;
};

/** The site that entries go to. */
export const SiteField = ({
  sites,
  value,
  onChange,
}: Offered & { value: string; onChange: (site: string) => void }) => {
  const t = useTexts();
  return (
    <Field.Root name="site" hint={useHint(sites)}>
      <Field.Label>{t('move.to')}</Field.Label>
      <SingleSelect
        value={value}
        disabled={!sites || sites.length === 0}
        onChange={(site) => onChange(String(site))}
        placeholder={t('move.to.choose')}
      >
        {(sites ?? []).map(({ id, name }) => (
          <SingleSelectOption key={id} value={id}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
};

/** The sites that read entries. */
export const SitesField = ({
  sites,
  value,
  isDisabled,
  onChange,
}: Offered & { value: string[]; isDisabled: boolean; onChange: (sites: string[]) => void }) => {
  const t = useTexts();
  return (
    <Field.Root name="sites" hint={useHint(sites)}>
      <Field.Label>{t('share.to')}</Field.Label>
      <MultiSelect
        value={value}
        disabled={isDisabled || !sites || sites.length === 0}
        onChange={onChange}
        placeholder={t('share.to.choose')}
      >
        {(sites ?? []).map(({ id, name }) => (
          <MultiSelectOption key={id} value={id}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
};

function useHint(sites: Offered['sites']): string {
  const t = useTexts();
  return t(sites?.length === 0 ? 'site-actions.no-target' : 'move.to.hint');
}
