import type { IsolationResponse } from '../../../shared/contracts/isolation';
import type { Mode } from '../../../shared/plugin';
import { api, refreshSwitcher } from './api';

export type Isolation = IsolationResponse['data'];

const isolationApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getIsolation: builder.query<Isolation, void>({
      query: () => ({ url: '/multi-site/isolation' }),
      transformResponse: (response: IsolationResponse) => response.data,
      providesTags: ['MultiSiteIsolation'],
    }),
    setIsolationMode: builder.mutation<unknown, Mode>({
      query: (mode) => ({ url: '/multi-site/isolation/mode', method: 'PUT', data: { mode } }),
      invalidatesTags: ['MultiSiteIsolation'],
      onQueryStarted: refreshSwitcher,
    }),
    clearIsolationReport: builder.mutation<unknown, void>({
      query: () => ({ url: '/multi-site/isolation/report', method: 'DELETE' }),
      invalidatesTags: ['MultiSiteIsolation'],
    }),
    assignUnassigned: builder.mutation<unknown, { site: string }>({
      query: (data) => ({ url: '/multi-site/isolation/assign-unassigned', method: 'POST', data }),
      invalidatesTags: ['MultiSiteIsolation'],
    }),
  }),
});

export const {
  useGetIsolationQuery,
  useSetIsolationModeMutation,
  useClearIsolationReportMutation,
  useAssignUnassignedMutation,
} = isolationApi;
