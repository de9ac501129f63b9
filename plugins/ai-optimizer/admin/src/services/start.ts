import type { FirstStepsResponse, FirstStepsState } from '../../../shared/contracts/start';
import { api } from './api';

const startApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getQualityFirstSteps: builder.query<FirstStepsState, void>({
      query: () => ({ url: '/ai-optimizer/first-steps' }),
      transformResponse: (response: FirstStepsResponse) => response.data,
      providesTags: ['QualityScore', 'QualityKey'],
    }),
    grantQualityToEditors: builder.mutation<unknown, void>({
      query: () => ({ url: '/ai-optimizer/first-steps/grant', method: 'POST' }),
      invalidatesTags: ['QualityKey'],
    }),
  }),
});

export const { useGetQualityFirstStepsQuery, useGrantQualityToEditorsMutation } = startApi;
