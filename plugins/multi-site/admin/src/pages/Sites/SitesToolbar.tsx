import {
  Box,
  Flex,
  IconButton,
  IconButtonGroup,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { GridFour, List } from '@strapi/icons';
import { SearchInput } from '@strapi/strapi/admin';
import type { SiteStatus } from '../../../../shared/contracts/sites';
import { useTexts, type TextId } from '../../texts';
import type { useSitesQuery } from './use-sites-query';

const STATUSES: SiteStatus[] = ['live', 'draft', 'maintenance', 'archived'];

const SORTS: { value: string; label: TextId }[] = [
  { value: 'name:asc', label: 'sites.sort.name-asc' },
  { value: 'name:desc', label: 'sites.sort.name-desc' },
  { value: 'updatedAt:desc', label: 'sites.sort.updated' },
  { value: 'number:asc', label: 'sites.sort.oldest' },
  { value: 'number:desc', label: 'sites.sort.newest' },
];

/** Search and filter left, order and look right. */
export const SitesToolbar = ({ search }: { search: ReturnType<typeof useSitesQuery> }) => {
  const t = useTexts();
  return (
    <Flex gap={3} wrap="wrap" justifyContent="space-between" paddingBottom={4}>
      <Flex gap={3} wrap="wrap">
        <SearchInput label={t('sites.search')} placeholder={t('sites.search-hint')} />
        <Box minWidth="16rem">
          <SingleSelect
            size="S"
            aria-label={t('sites.filter-status')}
            placeholder={t('sites.all-statuses')}
            value={search.status ?? null}
            onChange={(value) => search.setStatus(value as SiteStatus)}
            onClear={() => search.setStatus(null)}
            clearLabel={t('sites.clear-status')}
          >
            {STATUSES.map((status) => (
              <SingleSelectOption key={status} value={status}>
                {t(`status.${status}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
      <Flex gap={3} wrap="wrap">
        <Box minWidth="18rem">
          <SingleSelect
            size="S"
            aria-label={t('sites.sort')}
            value={search.sort}
            onChange={(value) => search.setSort(String(value))}
          >
            {SORTS.map(({ value, label }) => (
              <SingleSelectOption key={value} value={value}>
                {t(label)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        <IconButtonGroup role="group" aria-label={t('sites.view')}>
          <IconButton
            label={t('sites.view.cards')}
            aria-pressed={search.view === 'cards'}
            variant={search.view === 'cards' ? 'secondary' : 'tertiary'}
            onClick={() => search.setView('cards')}
          >
            <GridFour />
          </IconButton>
          <IconButton
            label={t('sites.view.table')}
            aria-pressed={search.view === 'table'}
            variant={search.view === 'table' ? 'secondary' : 'tertiary'}
            onClick={() => search.setView('table')}
          >
            <List />
          </IconButton>
        </IconButtonGroup>
      </Flex>
    </Flex>
  );
};
