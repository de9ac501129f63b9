import type {
  BrowserKeyInput,
  BrowserKeyRow,
  ListBrowserKeysResponse,
} from '../../../shared/contracts/browser-keys';
import { api } from './api';

const keysApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listQualityKeys: builder.query<BrowserKeyRow[], void>({
      query: () => ({ url: '/ai-optimizer/browser-keys' }),
      transformResponse: (response: ListBrowserKeysResponse) => response.data,
      providesTags: ['QualityKey'],
    }),
    createQualityKey: builder.mutation<unknown, BrowserKeyInput>({
      query: (data) => ({ url: '/ai-optimizer/browser-keys', method: 'POST', data }),
      invalidatesTags: ['QualityKey'],
    }),
    revokeQualityKey: builder.mutation<unknown, number>({
      query: (id) => ({ url: `/ai-optimizer/browser-keys/${id}`, method: 'DELETE' }),
      invalidatesTags: ['QualityKey'],
    }),
  }),
});

export const { useListQualityKeysQuery, useCreateQualityKeyMutation, useRevokeQualityKeyMutation } =
  keysApi;
