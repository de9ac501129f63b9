import type {
  Revalidation,
  RevalidationResponse,
  SaveRevalidationBody,
  TestRevalidationResponse,
} from '../../../shared/contracts/revalidation';
import { api } from './api';

const path = (site: string) => `/multi-site/sites/${site}/revalidation`;

const revalidationApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getRevalidation: builder.query<Revalidation | null, string>({
      query: (site) => ({ url: path(site) }),
      transformResponse: (response: RevalidationResponse) => response.data,
      providesTags: ['MultiSiteRevalidation'],
    }),
    saveRevalidation: builder.mutation<
      Revalidation | null,
      { site: string; body: SaveRevalidationBody }
    >({
      query: ({ site, body }) => ({ url: path(site), method: 'PUT', data: body }),
      transformResponse: (response: RevalidationResponse) => response.data,
      invalidatesTags: ['MultiSiteRevalidation'],
    }),
    removeRevalidation: builder.mutation<unknown, string>({
      query: (site) => ({ url: path(site), method: 'DELETE' }),
      invalidatesTags: ['MultiSiteRevalidation'],
    }),
    testRevalidation: builder.mutation<TestRevalidationResponse['data'], string>({
      query: (site) => ({ url: `${path(site)}/test`, method: 'POST' }),
      transformResponse: (response: TestRevalidationResponse) => response.data,
    }),
  }),
});

export const {
  useGetRevalidationQuery,
  useSaveRevalidationMutation,
  useRemoveRevalidationMutation,
  useTestRevalidationMutation,
} = revalidationApi;
