import type {
  OverrideDetails,
  OverrideDetailsResponse,
  OverrideResponse,
} from '../../../shared/contracts/overrides';
import type {
  EntryOverride,
  ListSharesQuery,
  ListSharesResponse,
  ShareBody,
  SharedEntry,
  SharedEntryQuery,
  SharedEntryResponse,
  SharePreview,
  SharePreviewResponse,
  ShareProblemsResponse,
  ShareResponse,
  ShareTargetsResponse,
  StopShareBody,
  TidySharesResponse,
} from '../../../shared/contracts/shares';
import { api, refreshSwitcher } from './api';

type Inheritance = { id: string; path: string; inherits: boolean };
type Review = { id: string; path: string; keep: 'original' | 'override' };
type Entry = { contentType: string; documentId: string; locale?: string };

/** What the reading site sees of an entry changes with its wording: lists and forms read again. */
const CONTENT = ['Document', 'Relations'] as const;

const sharesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listShareTargets: builder.query<ShareTargetsResponse['data'], string>({
      query: (contentType) => ({
        url: '/multi-site/shares/targets',
        config: { params: { contentType } },
      }),
      transformResponse: (response: ShareTargetsResponse) => response.data,
    }),
    previewShare: builder.query<SharePreview, ShareBody>({
      query: (data) => ({ url: '/multi-site/shares/preview', method: 'POST', data }),
      transformResponse: (response: SharePreviewResponse) => response.data,
    }),
    shareEntries: builder.mutation<ShareResponse['data'], ShareBody>({
      query: (data) => ({ url: '/multi-site/shares', method: 'POST', data }),
      transformResponse: (response: ShareResponse) => response.data,
      invalidatesTags: ['MultiSiteShare', 'MultiSiteAudit'],
    }),
    stopSharing: builder.mutation<ShareResponse['data'], StopShareBody>({
      query: (data) => ({ url: '/multi-site/shares/stop', method: 'POST', data }),
      transformResponse: (response: ShareResponse) => response.data,
      invalidatesTags: ['MultiSiteShare', 'MultiSiteAudit'],
      onQueryStarted: refreshSwitcher,
    }),
    getSharedEntry: builder.query<SharedEntry, SharedEntryQuery>({
      query: (params) => ({ url: '/multi-site/shares/entry', config: { params } }),
      transformResponse: (response: SharedEntryResponse) => response.data,
      providesTags: ['MultiSiteShare'],
    }),
    listShares: builder.query<ListSharesResponse, Partial<ListSharesQuery>>({
      query: (params) => ({ url: '/multi-site/shares', config: { params } }),
      providesTags: ['MultiSiteShare'],
    }),
    listShareProblems: builder.query<ShareProblemsResponse['data'], void>({
      query: () => ({ url: '/multi-site/shares/problems' }),
      transformResponse: (response: ShareProblemsResponse) => response.data,
      providesTags: ['MultiSiteShare'],
    }),
    tidyShares: builder.mutation<TidySharesResponse['data'], void>({
      query: () => ({ url: '/multi-site/shares/tidy', method: 'POST' }),
      transformResponse: (response: TidySharesResponse) => response.data,
      invalidatesTags: ['MultiSiteShare'],
    }),
    openOverride: builder.mutation<EntryOverride, Entry>({
      query: (data) => ({ url: '/multi-site/overrides', method: 'POST', data }),
      transformResponse: (response: OverrideResponse) => response.data,
      invalidatesTags: ['MultiSiteShare'],
    }),
    getOverride: builder.query<OverrideDetails, string>({
      query: (id) => ({ url: `/multi-site/overrides/${id}` }),
      transformResponse: (response: OverrideDetailsResponse) => response.data,
      providesTags: ['MultiSiteShare'],
    }),
    setInheritance: builder.mutation<OverrideDetails, Inheritance>({
      query: ({ id, ...data }) => ({
        url: `/multi-site/overrides/${id}/inheritance`,
        method: 'PUT',
        data,
      }),
      transformResponse: (response: OverrideDetailsResponse) => response.data,
      invalidatesTags: ['MultiSiteShare', ...CONTENT] as never,
    }),
    settleOverride: builder.mutation<OverrideDetails, Review>({
      query: ({ id, ...data }) => ({
        url: `/multi-site/overrides/${id}/review`,
        method: 'POST',
        data,
      }),
      transformResponse: (response: OverrideDetailsResponse) => response.data,
      invalidatesTags: ['MultiSiteShare', ...CONTENT] as never,
    }),
    removeOverride: builder.mutation<null, string>({
      query: (id) => ({ url: `/multi-site/overrides/${id}`, method: 'DELETE' }),
      invalidatesTags: ['MultiSiteShare', ...CONTENT] as never,
    }),
  }),
});

export const {
  useListShareTargetsQuery,
  usePreviewShareQuery,
  useShareEntriesMutation,
  useStopSharingMutation,
  useGetSharedEntryQuery,
  useListSharesQuery,
  useListShareProblemsQuery,
  useTidySharesMutation,
  useOpenOverrideMutation,
  useGetOverrideQuery,
  useSetInheritanceMutation,
  useSettleOverrideMutation,
  useRemoveOverrideMutation,
} = sharesApi;
