import type {
  CreateExperimentInput,
  Experiment,
  ExperimentResponse,
  ListExperimentsQuery,
  ListExperimentsResponse,
  PowerAnswer,
  PowerBody,
  PowerResponse,
  Results,
  ResultsResponse,
  UpdateExperimentBody,
} from '../../../shared/contracts/experiments';
import { api, encoded } from './api';

const LIST = { type: 'QualityExperiment', id: 'LIST' } as const;
const tagsOf = (id: string) => [LIST, { type: 'QualityExperiment' as const, id }];
const dataOf = (response: ExperimentResponse) => response.data;

const experimentsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listExperiments: builder.query<ListExperimentsResponse, Partial<ListExperimentsQuery>>({
      query: (params) => ({
        url: '/ai-optimizer/experiments',
        config: { params: encoded(params) },
      }),
      providesTags: [LIST],
    }),
    getExperiment: builder.query<Experiment, string>({
      query: (id) => ({ url: `/ai-optimizer/experiments/${id}` }),
      transformResponse: dataOf,
      providesTags: (_data, _error, id) => [{ type: 'QualityExperiment', id }],
    }),
    getExperimentResults: builder.query<Results, string>({
      query: (id) => ({ url: `/ai-optimizer/experiments/${id}/results` }),
      transformResponse: (response: ResultsResponse) => response.data,
      providesTags: (_data, _error, id) => [{ type: 'QualityExperiment', id }],
    }),
    createExperiment: builder.mutation<Experiment, CreateExperimentInput>({
      query: (data) => ({ url: '/ai-optimizer/experiments', method: 'POST', data }),
      transformResponse: dataOf,
      invalidatesTags: [LIST],
    }),
    updateExperiment: builder.mutation<Experiment, { id: string; body: UpdateExperimentBody }>({
      query: ({ id, body }) => ({
        url: `/ai-optimizer/experiments/${id}`,
        method: 'PUT',
        data: body,
      }),
      transformResponse: dataOf,
      invalidatesTags: (_data, _error, { id }) => tagsOf(id),
    }),
    setVariantFields: builder.mutation<
      Experiment,
      { id: string; variant: string; fields: Record<string, string | null> }
    >({
      query: ({ id, variant, fields }) => ({
        url: `/ai-optimizer/experiments/${id}/variants/${variant}/fields`,
        method: 'PUT',
        data: { fields },
      }),
      transformResponse: dataOf,
      invalidatesTags: (_data, _error, { id }) => tagsOf(id),
    }),
    moveExperiment: builder.mutation<
      Experiment,
      { id: string; action: 'start' | 'stop' | 'promote' | 'revert'; variant?: string }
    >({
      query: ({ id, action, variant }) => ({
        url: `/ai-optimizer/experiments/${id}/${action}`,
        method: 'POST',
        data: variant ? { variant } : {},
      }),
      transformResponse: dataOf,
      invalidatesTags: (_data, _error, { id }) => tagsOf(id),
    }),
    removeExperiment: builder.mutation<unknown, string>({
      query: (id) => ({ url: `/ai-optimizer/experiments/${id}`, method: 'DELETE' }),
      invalidatesTags: [LIST],
    }),
    planExperiment: builder.query<PowerAnswer, PowerBody>({
      query: (data) => ({ url: '/ai-optimizer/experiments/power', method: 'POST', data }),
      transformResponse: (response: PowerResponse) => response.data,
    }),
  }),
});

export const {
  useListExperimentsQuery,
  useGetExperimentQuery,
  useGetExperimentResultsQuery,
  useCreateExperimentMutation,
  useUpdateExperimentMutation,
  useSetVariantFieldsMutation,
  useMoveExperimentMutation,
  useRemoveExperimentMutation,
  usePlanExperimentQuery,
} = experimentsApi;
