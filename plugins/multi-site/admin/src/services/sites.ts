import type {
  ListSitesQuery,
  ListSitesResponse,
  Site,
  SiteProblem,
  SiteResponse,
  UpdateSiteBody,
  ValidateSiteBody,
  ValidateSiteResponse,
} from '../../../shared/contracts/sites';
import { api, refreshSwitcher } from './api';

const LIST = { type: 'MultiSiteSite', id: 'LIST' } as const;

const sitesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listMultiSites: builder.query<ListSitesResponse, Partial<ListSitesQuery>>({
      query: ({ q, ...params }) => ({
        url: '/multi-site/sites',
        // Strapi's client does not encode parameters.
        config: { params: { ...params, ...(q ? { q: encodeURIComponent(q) } : {}) } },
      }),
      providesTags: [LIST],
    }),
    getMultiSite: builder.query<Site, string>({
      query: (id) => ({ url: `/multi-site/sites/${id}` }),
      transformResponse: (response: SiteResponse) => response.data,
      providesTags: (_site, _error, id) => [{ type: 'MultiSiteSite', id }],
    }),
    updateMultiSite: builder.mutation<Site, { id: string; body: UpdateSiteBody }>({
      query: ({ id, body }) => ({ url: `/multi-site/sites/${id}`, method: 'PUT', data: body }),
      transformResponse: (response: SiteResponse) => response.data,
      invalidatesTags: (_site, _error, { id }) => [LIST, { type: 'MultiSiteSite', id }],
      onQueryStarted: refreshSwitcher,
    }),
    changeMultiSiteState: builder.mutation<Site, { id: string; action: 'archive' | 'restore' }>({
      query: ({ id, action }) => ({ url: `/multi-site/sites/${id}/${action}`, method: 'POST' }),
      transformResponse: (response: SiteResponse) => response.data,
      invalidatesTags: (_site, _error, { id }) => [LIST, { type: 'MultiSiteSite', id }],
      onQueryStarted: refreshSwitcher,
    }),
    validateMultiSite: builder.mutation<SiteProblem[], ValidateSiteBody>({
      query: (data) => ({ url: '/multi-site/sites/validate', method: 'POST', data }),
      transformResponse: (response: ValidateSiteResponse) => response.data.problems,
    }),
    /** Strapi's own locales, to choose a site's from. */
    listMultiSiteLocales: builder.query<{ code: string; name: string }[], void>({
      query: () => ({ url: '/i18n/locales' }),
    }),
  }),
});

export const {
  useListMultiSitesQuery,
  useGetMultiSiteQuery,
  useUpdateMultiSiteMutation,
  useChangeMultiSiteStateMutation,
  useValidateMultiSiteMutation,
  useListMultiSiteLocalesQuery,
} = sitesApi;
