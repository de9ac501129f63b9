import type {
  ListRunsResponse,
  Run,
  RunResponse,
  UndoResult,
} from '../../../shared/contracts/runs';
import { api, encoded } from './api';

const ROOT = '/federation/runs';
const EVERYTHING = [
  'FederationRun',
  'FederationSource',
  'FederationConflict',
  'FederationEntry',
] as const;

const runsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listFederationRuns: builder.query<
      ListRunsResponse,
      { page?: number; pageSize?: number; source?: string }
    >({
      query: (params) => ({ url: ROOT, config: { params: encoded(params) } }),
      providesTags: ['FederationRun'],
    }),
    getFederationRun: builder.query<Run, string>({
      query: (id) => ({ url: `${ROOT}/${id}` }),
      transformResponse: (response: RunResponse) => response.data,
      providesTags: ['FederationRun'],
    }),
    cancelFederationRun: builder.mutation<Run, string>({
      query: (id) => ({ url: `${ROOT}/${id}/cancel`, method: 'POST' }),
      transformResponse: (response: RunResponse) => response.data,
      invalidatesTags: [...EVERYTHING],
    }),
    retryFederationRun: builder.mutation<Run, { id: string; action: 'retry' | 'apply-deletes' }>({
      query: ({ id, action }) => ({ url: `${ROOT}/${id}/${action}`, method: 'POST' }),
      transformResponse: (response: RunResponse) => response.data,
      invalidatesTags: [...EVERYTHING],
    }),
    undoFederationRun: builder.mutation<UndoResult, string>({
      query: (id) => ({ url: `${ROOT}/${id}/undo`, method: 'POST' }),
      transformResponse: (response: { data: UndoResult }) => response.data,
      invalidatesTags: [...EVERYTHING],
    }),
  }),
});

export const {
  useListFederationRunsQuery,
  useGetFederationRunQuery,
  useCancelFederationRunMutation,
  useRetryFederationRunMutation,
  useUndoFederationRunMutation,
} = runsApi;
