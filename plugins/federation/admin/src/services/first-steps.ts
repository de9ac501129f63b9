import type { FirstSteps } from '../../../shared/contracts/first-steps';
import { api } from './api';

type Data = { data: FirstSteps };

const firstStepsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getFederationFirstSteps: builder.query<FirstSteps, void>({
      query: () => ({ url: '/federation/first-steps' }),
      transformResponse: ({ data }: Data) => data,
      providesTags: ['FederationSource', 'FederationRun'],
    }),
    grantFederationToEditors: builder.mutation<FirstSteps, void>({
      query: () => ({ url: '/federation/first-steps/grant', method: 'POST', data: {} }),
      transformResponse: ({ data }: Data) => data,
      invalidatesTags: ['FederationSource'],
    }),
  }),
});

export const { useGetFederationFirstStepsQuery, useGrantFederationToEditorsMutation } =
  firstStepsApi;
