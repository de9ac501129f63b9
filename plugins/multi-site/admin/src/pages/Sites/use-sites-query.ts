import { useQueryParams } from '@strapi/strapi/admin';
import type { ListSitesQuery, SiteStatus } from '../../../../shared/contracts/sites';

export type SitesView = 'cards' | 'table';

type Search = {
  page?: string;
  pageSize?: string;
  sort?: string;
  status?: SiteStatus;
  view?: SitesView;
  _q?: string;
};

const SORTS: ListSitesQuery['sort'][] = [
  'name:asc',
  'name:desc',
  'updatedAt:asc',
  'updatedAt:desc',
  'number:asc',
  'number:desc',
];

/** The list's page, search, filter, order and look; all of it lives in the address. */
export function useSitesQuery() {
  const [{ query }, setQuery] = useQueryParams<Search>();
  // Strapi's table heads write ASC, our API takes asc.
  const wanted = query.sort?.toLowerCase();
  const sort = SORTS.find((candidate) => candidate === wanted) ?? 'name:asc';
  const view: SitesView = query.view === 'table' ? 'table' : 'cards';

  return {
    view,
    sort,
    status: query.status,
    isFiltered: Boolean(query._q || query.status),
    params: {
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 20,
      sort,
      ...(query.status ? { status: query.status } : {}),
      ...(query._q ? { q: query._q } : {}),
    },
    setView: (next: SitesView) => setQuery({ view: next }),
    setSort: (next: string) => setQuery({ sort: next, page: '1' }),
    setStatus: (next: SiteStatus | null) =>
      next ? setQuery({ status: next, page: '1' }) : setQuery({ status: undefined }, 'remove'),
    clear: () => setQuery({ _q: undefined, status: undefined, page: undefined }, 'remove'),
  };
}
