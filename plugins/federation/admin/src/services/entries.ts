import type { EntryOrigin, ListAuditResponse } from '../../../shared/contracts/entries';
import { api, encoded } from './api';

type Where = { uid: string; documentId: string; locale: string };

const urlOf = ({ uid, documentId }: Where, action = '') =>
  `/federation/content/${uid}/${documentId}${action}`;

const entriesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getFederationOrigin: builder.query<EntryOrigin[], Where>({
      query: (where) => ({ url: urlOf(where), config: { params: { locale: where.locale } } }),
      transformResponse: (response: { data: EntryOrigin[] }) => response.data,
      providesTags: ['FederationEntry'],
    }),
    setFederationOrigin: builder.mutation<EntryOrigin[], Where & { action: 'detach' | 'attach' }>({
      query: ({ action, ...where }) => ({
        url: urlOf(where, `/${action}`),
        method: 'POST',
        config: { params: { locale: where.locale } },
      }),
      transformResponse: (response: { data: EntryOrigin[] }) => response.data,
      invalidatesTags: ['FederationEntry', 'FederationSource'],
    }),
    listFederationAudit: builder.query<
      ListAuditResponse,
      { page?: number; pageSize?: number; source?: string; run?: string }
    >({
      query: (params) => ({ url: '/federation/audit', config: { params: encoded(params) } }),
      providesTags: ['FederationRun', 'FederationConflict'],
    }),
  }),
});

export const {
  useGetFederationOriginQuery,
  useSetFederationOriginMutation,
  useListFederationAuditQuery,
} = entriesApi;
