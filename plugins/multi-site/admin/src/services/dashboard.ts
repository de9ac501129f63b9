import type {
  DomainHealthResponse,
  HostHealth,
  NetworkDashboard,
  NetworkDashboardResponse,
  SiteDashboard,
  SiteDashboardResponse,
} from '../../../shared/contracts/dashboard';
import type { DeletePreview, DeletePreviewResponse } from '../../../shared/contracts/removal';
import { api, refreshSwitcher } from './api';

const LIST = { type: 'MultiSiteSite', id: 'LIST' } as const;

const dashboardApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getSiteDashboard: builder.query<SiteDashboard, string>({
      query: (id) => ({ url: `/multi-site/sites/${id}/dashboard` }),
      transformResponse: (response: SiteDashboardResponse) => response.data,
      providesTags: (_data, _error, id) => [{ type: 'MultiSiteSite', id }],
      keepUnusedDataFor: 5,
    }),
    getNetworkDashboard: builder.query<NetworkDashboard, void>({
      query: () => ({ url: '/multi-site/dashboard' }),
      transformResponse: (response: NetworkDashboardResponse) => response.data,
      providesTags: [LIST, 'MultiSiteIsolation'],
      keepUnusedDataFor: 5,
    }),
    getDomainHealth: builder.query<HostHealth[], string>({
      query: (id) => ({ url: `/multi-site/sites/${id}/domain-health` }),
      transformResponse: (response: DomainHealthResponse) => response.data,
    }),
    getDeletePreview: builder.query<DeletePreview, string>({
      query: (id) => ({ url: `/multi-site/sites/${id}/delete-preview` }),
      transformResponse: (response: DeletePreviewResponse) => response.data,
      keepUnusedDataFor: 0,
    }),
    deleteMultiSite: builder.mutation<unknown, { id: string; name: string }>({
      query: ({ id, name }) => ({
        url: `/multi-site/sites/${id}?name=${encodeURIComponent(name)}`,
        method: 'DELETE',
      }),
      invalidatesTags: [LIST],
      onQueryStarted: refreshSwitcher,
    }),
  }),
});

export const {
  useGetSiteDashboardQuery,
  useGetNetworkDashboardQuery,
  useGetDomainHealthQuery,
  useGetDeletePreviewQuery,
  useDeleteMultiSiteMutation,
} = dashboardApi;
