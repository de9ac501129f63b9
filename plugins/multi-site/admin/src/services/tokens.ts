import type {
  BindTokenBody,
  ListTokensResponse,
  TokenBinding,
} from '../../../shared/contracts/tokens';
import { api } from './api';

const tokensApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listSiteTokens: builder.query<TokenBinding[], void>({
      query: () => ({ url: '/multi-site/tokens' }),
      transformResponse: (response: ListTokensResponse) => response.data,
      providesTags: ['MultiSiteToken'],
    }),
    bindSiteToken: builder.mutation<unknown, { tokenId: number } & BindTokenBody>({
      query: ({ tokenId, site }) => ({
        url: `/multi-site/tokens/${tokenId}`,
        method: 'PUT',
        data: { site },
      }),
      invalidatesTags: ['MultiSiteToken'],
    }),
  }),
});

export const { useListSiteTokensQuery, useBindSiteTokenMutation } = tokensApi;
