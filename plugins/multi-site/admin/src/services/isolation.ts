import type {
  AssignBody,
  AssignField,
  AssignFieldsResponse,
  AssignPreviewBody,
  AssignPreviewResponse,
  AssignResponse,
  AssignResult,
  AssignValue,
} from '../../../shared/contracts/assigning';
import type {
  Inventory,
  InventoryResponse,
  IsolationResponse,
} from '../../../shared/contracts/isolation';
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
    getInventory: builder.query<Inventory, void>({
      query: () => ({ url: '/multi-site/isolation/inventory' }),
      transformResponse: (response: InventoryResponse) => response.data,
      providesTags: ['MultiSiteIsolation'],
    }),
    setIsolationMode: builder.mutation<unknown, Mode>({
      query: (mode) => ({ url: '/multi-site/isolation/mode', method: 'PUT', data: { mode } }),
      invalidatesTags: ['MultiSiteIsolation'],
      onQueryStarted: refreshSwitcher,
    }),
    getAssignFields: builder.query<AssignField[], void>({
      query: () => ({ url: '/multi-site/assigning/fields' }),
      transformResponse: (response: AssignFieldsResponse) => response.data,
    }),
    previewAssign: builder.mutation<AssignValue[], AssignPreviewBody>({
      query: (data) => ({ url: '/multi-site/assigning/preview', method: 'POST', data }),
      transformResponse: (response: AssignPreviewResponse) => response.data,
    }),
    assignByField: builder.mutation<AssignResult, AssignBody>({
      query: (data) => ({ url: '/multi-site/assigning', method: 'POST', data }),
      transformResponse: (response: AssignResponse) => response.data,
      invalidatesTags: ['MultiSiteIsolation', 'MultiSiteAudit', 'MultiSiteSite'],
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
  useAssignByFieldMutation,
  useGetAssignFieldsQuery,
  useGetInventoryQuery,
  usePreviewAssignMutation,
  useGetIsolationQuery,
  useSetIsolationModeMutation,
  useClearIsolationReportMutation,
  useAssignUnassignedMutation,
} = isolationApi;
