import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { SearchInput } from '@strapi/strapi/admin';
import type { Overview } from '../../../../shared/contracts/scores';
import { useTexts } from '../../texts';
import { BANDS, type useQualityQuery } from './use-quality-query';

type Props = { search: ReturnType<typeof useQualityQuery>; overview?: Overview };

/** Search and filters; what is chosen stays in the address. */
export const QualityToolbar = ({ search, overview }: Props) => {
  const t = useTexts();
  const { uid, locale } = search.filters;
  const types = overview?.byType ?? [];
  const locales = overview?.byLocale ?? [];
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={4}>
      <SearchInput label={t('quality.search')} placeholder={t('quality.search-hint')} />
      <Box minWidth="16rem">
        <SingleSelect
          size="S"
          aria-label={t('quality.filter-band')}
          placeholder={t('quality.all-scores')}
          value={search.band ?? null}
          onChange={(value) => search.set('band', String(value))}
          onClear={() => search.set('band', null)}
          clearLabel={t('quality.clear')}
        >
          {BANDS.map((band) => (
            <SingleSelectOption key={band} value={band}>
              {t(`band.${band}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      {types.length > 1 || uid ? (
        <Box minWidth="16rem">
          <SingleSelect
            size="S"
            aria-label={t('quality.filter-type')}
            placeholder={t('quality.all-types')}
            value={uid ?? null}
            onChange={(value) => search.set('uid', String(value))}
            onClear={() => search.set('uid', null)}
            clearLabel={t('quality.clear')}
          >
            {types.map((type) => (
              <SingleSelectOption key={type.uid} value={type.uid}>
                {type.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      ) : null}
      {locales.length > 1 || locale ? (
        <Box minWidth="14rem">
          <SingleSelect
            size="S"
            aria-label={t('quality.filter-locale')}
            placeholder={t('quality.all-locales')}
            value={locale ?? null}
            onChange={(value) => search.set('locale', String(value))}
            onClear={() => search.set('locale', null)}
            clearLabel={t('quality.clear')}
          >
            {locales
              .filter((entry) => entry.locale !== '')
              .map((entry) => (
                <SingleSelectOption key={entry.locale} value={entry.locale}>
                  {entry.locale}
                </SingleSelectOption>
              ))}
          </SingleSelect>
        </Box>
      ) : null}
    </Flex>
  );
};
