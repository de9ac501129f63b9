import type {
  Conflict,
  ConflictResponse,
  ListConflictsResponse,
  ResolveBody,
  ResolveManyBody,
  ResolveManyResult,
} from '../../../shared/contracts/conflicts';
import { api, encoded } from './api';

const ROOT = '/federation/conflicts';
const CHANGED = ['FederationConflict', 'FederationSource', 'FederationEntry'] as const;

const conflictsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listFederationConflicts: builder.query<
      ListConflictsResponse,
      { page?: number; pageSize?: number; state: 'open' | 'resolved'; source?: string }
    >({
      query: (params) => ({ url: ROOT, config: { params: encoded(params) } }),
      providesTags: ['FederationConflict'],
    }),
    getFederationConflict: builder.query<Conflict, string>({
      query: (id) => ({ url: `${ROOT}/${id}` }),
      transformResponse: (response: ConflictResponse) => response.data,
      providesTags: ['FederationConflict'],
    }),
    resolveFederationConflict: builder.mutation<Conflict, { id: string; body: ResolveBody }>({
      query: ({ id, body }) => ({ url: `${ROOT}/${id}/resolve`, method: 'POST', data: body }),
      transformResponse: (response: ConflictResponse) => response.data,
      invalidatesTags: [...CHANGED],
    }),
    resolveFederationConflicts: builder.mutation<ResolveManyResult, ResolveManyBody>({
      query: (body) => ({ url: `${ROOT}/resolve`, method: 'POST', data: body }),
      transformResponse: (response: { data: ResolveManyResult }) => response.data,
      invalidatesTags: [...CHANGED],
    }),
    undoFederationConflict: builder.mutation<Conflict, string>({
      query: (id) => ({ url: `${ROOT}/${id}/undo`, method: 'POST' }),
      transformResponse: (response: ConflictResponse) => response.data,
      invalidatesTags: [...CHANGED],
    }),
  }),
});

export const {
  useListFederationConflictsQuery,
  useGetFederationConflictQuery,
  useResolveFederationConflictMutation,
  useResolveFederationConflictsMutation,
  useUndoFederationConflictMutation,
} = conflictsApi;
