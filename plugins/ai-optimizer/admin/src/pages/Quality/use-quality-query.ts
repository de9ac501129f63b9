import { useQueryParams } from '@strapi/strapi/admin';
import type { ListScoresQuery, ScoreFilters } from '../../../../shared/contracts/scores';

type Search = {
  page?: string;
  pageSize?: string;
  sort?: string;
  uid?: string;
  locale?: string;
  band?: string;
  _q?: string;
};

const SORTS: ListScoresQuery['sort'][] = [
  'score:asc',
  'score:desc',
  'title:asc',
  'title:desc',
  'takenAt:asc',
  'takenAt:desc',
];

/** Scores of a band, as its bar in the distribution shows them. */
export const BANDS = ['0-44', '45-69', '70-100'] as const;

/** Filters, order and page of the dashboard; all of it lives in the address. */
export function useQualityQuery() {
  const [{ query }, setQuery] = useQueryParams<Search>();
  // Strapi's table heads write ASC, our API takes asc.
  const wanted = query.sort?.replace(/:(ASC|DESC)$/, (end) => end.toLowerCase());
  const sort = SORTS.find((candidate) => candidate === wanted) ?? 'score:asc';
  const band = BANDS.find((candidate) => candidate === query.band);
  const [min, max] = (band ?? '').split('-').map(Number);
  const filters: ScoreFilters = {
    ...(query.uid ? { uid: query.uid } : {}),
    ...(query.locale ? { locale: query.locale } : {}),
    ...(query._q ? { q: query._q } : {}),
    ...(band ? { min, max } : {}),
  };
  const set = (name: 'uid' | 'locale' | 'band', value: string | null) =>
    value ? setQuery({ [name]: value, page: '1' }) : setQuery({ [name]: undefined }, 'remove');
  return {
    filters,
    band,
    isFiltered: Object.keys(filters).length > 0,
    params: {
      ...filters,
      sort,
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 20,
    },
    set,
    clear: () =>
      setQuery(
        { _q: undefined, uid: undefined, locale: undefined, band: undefined, page: undefined },
        'remove',
      ),
  };
}
