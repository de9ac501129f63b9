import {
  Combobox,
  ComboboxOption,
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import { useListMultiSiteLocalesQuery } from '../../services/sites';
import { useTexts } from '../../texts';
import { FieldCard, FieldCell } from './FieldCard';

const TIME_ZONES = Intl.supportedValuesOf('timeZone');

export const LanguageFields = () => {
  const t = useTexts();
  return (
    <FieldCard title={t('site.card.language')}>
      <FieldCell>
        <LocalesInput />
      </FieldCell>
      <FieldCell>
        <DefaultLocaleInput />
      </FieldCell>
      <FieldCell>
        <TimeZoneInput />
      </FieldCell>
    </FieldCard>
  );
};

const useIsDisabled = () => useForm('SiteFields', (form) => form.disabled);

const LocalesInput = () => {
  const t = useTexts();
  const { value = [], error, onChange } = useField<string[]>('locales');
  const { data: locales = [] } = useListMultiSiteLocalesQuery();
  const nameOf = (code: string) => locales.find((locale) => locale.code === code)?.name ?? code;
  return (
    <Field.Root name="locales" error={error} hint={t('site.locales.hint')}>
      <Field.Label>{t('site.locales')}</Field.Label>
      <MultiSelect
        value={value}
        onChange={(next) => onChange('locales', next)}
        placeholder={t('site.locales.all')}
        disabled={useIsDisabled()}
        // In words, not as tags: the remove buttons of the design system's tags have no name.
        customizeContent={(codes = []) => codes.map(nameOf).join(', ')}
      >
        {locales.map(({ code, name }) => (
          <MultiSelectOption key={code} value={code}>
            {name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const DefaultLocaleInput = () => {
  const t = useTexts();
  const { value, error, onChange } = useField<string | null>('defaultLocale');
  const { value: chosen = [] } = useField<string[]>('locales');
  const { data: all = [] } = useListMultiSiteLocalesQuery();
  const offered = all.filter(({ code }) => chosen.length === 0 || chosen.includes(code));
  return (
    <Field.Root name="defaultLocale" error={error} hint={t('site.defaultLocale.hint')}>
      <Field.Label>{t('site.defaultLocale')}</Field.Label>
      <SingleSelect
        value={value ?? null}
        onChange={(next) => onChange('defaultLocale', String(next))}
        onClear={() => onChange('defaultLocale', null)}
        clearLabel={t('site.clear')}
        placeholder={t('site.defaultLocale.none')}
        disabled={useIsDisabled()}
      >
        {offered.map(({ code, name }) => (
          <SingleSelectOption key={code} value={code}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};

const TimeZoneInput = () => {
  const t = useTexts();
  const { value, error, onChange } = useField<string | null>('timeZone');
  return (
    <Field.Root name="timeZone" error={error} hint={t('site.timeZone.hint')}>
      <Field.Label>{t('site.timeZone')}</Field.Label>
      <Combobox
        value={value ?? undefined}
        // The design system knows the words of an option only once its list was open.
        defaultTextValue={value ?? undefined}
        onChange={(next) => onChange('timeZone', next || null)}
        onClear={() => onChange('timeZone', null)}
        clearLabel={t('site.clear')}
        placeholder={t('site.timeZone.none')}
        autocomplete={{ type: 'list', filter: 'contains' }}
        disabled={useIsDisabled()}
      >
        {TIME_ZONES.map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
