import type {
  EntryScore,
  EntryScoreResponse,
  ListScoresQuery,
  ListScoresResponse,
  Overview,
  OverviewResponse,
  PanelType,
  PanelTypeResponse,
  RunResponse,
  RunState,
  ScoreFilters,
} from '../../../shared/contracts/scores';
import type { EntryRef } from '../../../shared/contracts/common';
import { api, encoded } from './api';

const scoresApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listQualityScores: builder.query<ListScoresResponse, Partial<ListScoresQuery>>({
      query: (params) => ({ url: '/ai-optimizer/scores', config: { params: encoded(params) } }),
      providesTags: ['QualityScore'],
    }),
    getQualityOverview: builder.query<Overview, ScoreFilters>({
      query: (params) => ({
        url: '/ai-optimizer/scores/overview',
        config: { params: encoded(params) },
      }),
      transformResponse: (response: OverviewResponse) => response.data,
      providesTags: ['QualityScore'],
    }),
    getEntryScore: builder.query<EntryScore, EntryRef>({
      query: ({ uid, documentId, locale }) => ({
        url: `/ai-optimizer/scores/${uid}/${documentId}`,
        config: { params: encoded({ locale }) },
      }),
      transformResponse: (response: EntryScoreResponse) => response.data,
      providesTags: ['QualityScore', 'QualitySuggestion'],
    }),
    getPanelType: builder.query<PanelType, { uid: string; documentId?: string; locale: string }>({
      query: ({ uid, ...params }) => ({
        url: `/ai-optimizer/types/${uid}`,
        config: { params: encoded(params) },
      }),
      transformResponse: (response: PanelTypeResponse) => response.data,
      providesTags: ['QualitySettings'],
    }),
    setKeyphrase: builder.mutation<unknown, EntryRef & { keyphrase: string; synonyms: string[] }>({
      query: ({ uid, documentId, ...data }) => ({
        url: `/ai-optimizer/scores/${uid}/${documentId}/keyphrase`,
        method: 'PUT',
        data,
      }),
      invalidatesTags: ['QualityScore'],
    }),
    rescoreAll: builder.mutation<RunState | null, { uid?: string; site?: number }>({
      query: (data) => ({ url: '/ai-optimizer/scores/rescore', method: 'POST', data }),
      transformResponse: (response: RunResponse) => response.data,
      invalidatesTags: ['QualityRun'],
    }),
    getLatestRun: builder.query<RunState | null, void>({
      query: () => ({ url: '/ai-optimizer/scores/runs/latest' }),
      transformResponse: (response: RunResponse) => response.data,
      providesTags: ['QualityRun'],
    }),
  }),
});

export const {
  useListQualityScoresQuery,
  useGetQualityOverviewQuery,
  useGetEntryScoreQuery,
  useGetPanelTypeQuery,
  useSetKeyphraseMutation,
  useRescoreAllMutation,
  useGetLatestRunQuery,
} = scoresApi;
