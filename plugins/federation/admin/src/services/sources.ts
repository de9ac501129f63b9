import type { TypeMapping } from '../../../shared/contracts/mappings';
import type { Policy } from '../../../shared/contracts/policies';
import type { Run } from '../../../shared/contracts/runs';
import type {
  Connection,
  CreateSourceBody,
  DiscoverResult,
  ListSourcesResponse,
  LocalType,
  Preview,
  SampleRecord,
  Source,
  TestResult,
  UpdateSourceBody,
} from '../../../shared/contracts/sources';
import { api, encoded } from './api';

type Data<T> = { data: T };
const data = <T>(response: Data<T>) => response.data;
const ROOT = '/federation/sources';

const sourcesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listFederationSources: builder.query<
      ListSourcesResponse,
      { page?: number; pageSize?: number; q?: string }
    >({
      query: (params) => ({ url: ROOT, config: { params: encoded(params) } }),
      providesTags: ['FederationSource'],
    }),
    getFederationSource: builder.query<Source, string>({
      query: (id) => ({ url: `${ROOT}/${id}` }),
      transformResponse: data<Source>,
      providesTags: ['FederationSource'],
    }),
    createFederationSource: builder.mutation<Source, CreateSourceBody>({
      query: (body) => ({ url: ROOT, method: 'POST', data: body }),
      transformResponse: data<Source>,
      invalidatesTags: ['FederationSource'],
    }),
    updateFederationSource: builder.mutation<Source, { id: string; body: UpdateSourceBody }>({
      query: ({ id, body }) => ({ url: `${ROOT}/${id}`, method: 'PUT', data: body }),
      transformResponse: data<Source>,
      invalidatesTags: ['FederationSource'],
    }),
    removeFederationSource: builder.mutation<Source, string>({
      query: (id) => ({ url: `${ROOT}/${id}`, method: 'DELETE' }),
      transformResponse: data<Source>,
      invalidatesTags: ['FederationSource', 'FederationConflict', 'FederationEntry'],
    }),
    startFederationRun: builder.mutation<Run, { id: string; mode: 'changes' | 'full' }>({
      query: ({ id, mode }) => ({ url: `${ROOT}/${id}/run`, method: 'POST', data: { mode } }),
      transformResponse: data<Run>,
      invalidatesTags: ['FederationSource', 'FederationRun'],
    }),
    previewFederationSource: builder.mutation<Preview, string>({
      query: (id) => ({ url: `${ROOT}/${id}/preview`, method: 'POST' }),
      transformResponse: data<Preview>,
    }),
    testFederationConnection: builder.mutation<TestResult, Connection>({
      query: (body) => ({ url: `${ROOT}/test`, method: 'POST', data: body }),
      transformResponse: data<TestResult>,
    }),
    discoverFederationTypes: builder.mutation<DiscoverResult, Connection>({
      query: (body) => ({ url: `${ROOT}/discover`, method: 'POST', data: body }),
      transformResponse: data<DiscoverResult>,
    }),
    proposeFederationMapping: builder.mutation<
      TypeMapping,
      Connection & { remoteType: string; uid: string }
    >({
      query: (body) => ({ url: `${ROOT}/propose`, method: 'POST', data: body }),
      transformResponse: data<TypeMapping>,
    }),
    sampleFederationMapping: builder.mutation<
      SampleRecord[],
      Connection & { mapping: TypeMapping }
    >({
      query: (body) => ({ url: `${ROOT}/sample`, method: 'POST', data: body }),
      transformResponse: data<SampleRecord[]>,
    }),
    previewFederationDraft: builder.mutation<
      Preview,
      Connection & { mappings: TypeMapping[]; policy: Policy; site?: number }
    >({
      query: (body) => ({ url: `${ROOT}/preview`, method: 'POST', data: body }),
      transformResponse: data<Preview>,
    }),
    listFederationTypes: builder.query<LocalType[], void>({
      query: () => ({ url: '/federation/types' }),
      transformResponse: data<LocalType[]>,
    }),
  }),
});

export const {
  useListFederationSourcesQuery,
  useGetFederationSourceQuery,
  useCreateFederationSourceMutation,
  useUpdateFederationSourceMutation,
  useRemoveFederationSourceMutation,
  useStartFederationRunMutation,
  usePreviewFederationSourceMutation,
  useTestFederationConnectionMutation,
  useDiscoverFederationTypesMutation,
  useProposeFederationMappingMutation,
  useSampleFederationMappingMutation,
  usePreviewFederationDraftMutation,
  useListFederationTypesQuery,
} = sourcesApi;
