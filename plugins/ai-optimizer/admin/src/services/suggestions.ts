import type {
  Decision,
  SuggestInput,
  Suggestion,
  SuggestionResponse,
  Usage,
  UsageResponse,
} from '../../../shared/contracts/suggestions';
import { api } from './api';

const suggestionsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    createSuggestion: builder.mutation<Suggestion, SuggestInput>({
      query: (data) => ({ url: '/ai-optimizer/suggestions', method: 'POST', data }),
      transformResponse: (response: SuggestionResponse) => response.data,
    }),
    decideSuggestion: builder.mutation<unknown, { id: number } & Decision>({
      query: ({ id, ...data }) => ({
        url: `/ai-optimizer/suggestions/${id}/decision`,
        method: 'POST',
        data,
      }),
      invalidatesTags: ['QualitySuggestion'],
    }),
    undoSuggestion: builder.mutation<unknown, number>({
      query: (id) => ({ url: `/ai-optimizer/suggestions/${id}/undo`, method: 'POST' }),
      invalidatesTags: ['QualitySuggestion', 'QualityScore'],
    }),
    getUsage: builder.query<Usage, void>({
      query: () => ({ url: '/ai-optimizer/usage' }),
      transformResponse: (response: UsageResponse) => response.data,
      providesTags: ['QualitySuggestion'],
    }),
  }),
});

export const {
  useCreateSuggestionMutation,
  useDecideSuggestionMutation,
  useUndoSuggestionMutation,
  useGetUsageQuery,
} = suggestionsApi;
