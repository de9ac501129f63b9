import type {
  Ai,
  Choices,
  Comparison,
  Delivery,
  Finding,
  Latency,
  Lines,
  Marker,
  Overview,
  Plan,
  QueryDetail,
  QueryRow,
  RouteRow,
  ServerStatements,
  Stretch,
  Trace,
  TraceHead,
} from '../../../shared/contracts/health';
import { toParams, type WindowArgs } from '../window/stretch';
import { api } from './api';

type Answer<T> = { data: T; meta: { pagination?: Pagination } };
export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };

type Common = { stretch: Stretch; chart: Lines; markers: Marker[] };
export type Routes = Common & { rows: RouteRow[]; total: number };
export type RouteDetail = Common & {
  row: RouteRow | null;
  queries: QueryRow[];
  findings: Finding[];
};
export type Queries = Common & {
  rows: QueryRow[];
  total: number;
  pool: Latency | null;
  findings: Finding[];
};
export type Glance = Latency & { chart: Lines; firing: number; bytes: number; stretch: Stretch };

const ROOT = '/performance-monitor';
const data = <T>(answer: Answer<T>): T => answer.data;

const get = (path: string) => (args: WindowArgs) => ({
  url: `${ROOT}${path}`,
  config: { params: toParams(args, Date.now()) },
});

const healthApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getHealthOverview: builder.query<Overview, WindowArgs>({
      query: get('/overview'),
      transformResponse: data<Overview>,
      providesTags: ['HealthFigures'],
    }),
    getHealthGlance: builder.query<Glance, WindowArgs>({
      query: get('/glance'),
      transformResponse: data<Glance>,
    }),
    getHealthRoutes: builder.query<Routes, WindowArgs>({
      query: get('/routes'),
      transformResponse: data<Routes>,
      providesTags: ['HealthFigures'],
    }),
    getHealthRoute: builder.query<
      RouteDetail,
      WindowArgs & { route: string; method: string | undefined }
    >({
      query: ({ route, method, ...args }) => ({
        url: `${ROOT}/routes/detail`,
        config: {
          params: {
            ...toParams(args, Date.now()),
            route: encodeURIComponent(route),
            ...(method ? { method } : {}),
          },
        },
      }),
      transformResponse: data<RouteDetail>,
      providesTags: ['HealthFigures'],
    }),
    getHealthQueries: builder.query<Queries, WindowArgs>({
      query: get('/queries'),
      transformResponse: data<Queries>,
      providesTags: ['HealthFigures'],
    }),
    getHealthQuery: builder.query<QueryDetail, WindowArgs & { fingerprint: string }>({
      query: ({ fingerprint, ...args }) => get(`/queries/${fingerprint}`)(args),
      transformResponse: data<QueryDetail>,
      providesTags: ['HealthFigures'],
    }),
    getServerStatements: builder.query<ServerStatements | null, void>({
      query: () => ({ url: `${ROOT}/queries/server` }),
      transformResponse: data<ServerStatements | null>,
      providesTags: ['HealthFigures'],
    }),
    explainHealthQuery: builder.mutation<Plan, { fingerprint: string; values: string[] }>({
      query: ({ fingerprint, values }) => ({
        url: `${ROOT}/queries/${fingerprint}/explain`,
        method: 'POST',
        data: { values },
      }),
      transformResponse: data<Plan>,
    }),
    getHealthDelivery: builder.query<Delivery, WindowArgs>({
      query: get('/delivery'),
      transformResponse: data<Delivery>,
      providesTags: ['HealthFigures'],
    }),
    getHealthAi: builder.query<Ai, WindowArgs>({
      query: get('/ai'),
      transformResponse: data<Ai>,
      providesTags: ['HealthFigures'],
    }),
    listHealthTraces: builder.query<
      Answer<TraceHead[]>,
      WindowArgs & { route?: string; page?: number; pageSize?: number }
    >({
      query: ({ route, page = 1, pageSize = 10, ...args }) => ({
        url: `${ROOT}/traces`,
        config: {
          params: {
            ...toParams(args, Date.now()),
            page,
            pageSize,
            ...(route === undefined ? {} : { route: encodeURIComponent(route) }),
          },
        },
      }),
      providesTags: ['HealthFigures'],
    }),
    getHealthTrace: builder.query<Trace, string>({
      query: (id) => ({ url: `${ROOT}/traces/${id}` }),
      transformResponse: data<Trace>,
    }),
    getHealthChoices: builder.query<Choices, void>({
      query: () => ({ url: `${ROOT}/choices` }),
      transformResponse: data<Choices>,
    }),
    compareHealthMarker: builder.query<
      Comparison,
      { id: string } & Pick<WindowArgs, 'site' | 'contentType'>
    >({
      query: ({ id, site, contentType }) => ({
        url: `${ROOT}/markers/${id}/comparison`,
        config: {
          params: {
            ...(site === null ? {} : { site }),
            ...(contentType === null ? {} : { contentType: encodeURIComponent(contentType) }),
          },
        },
      }),
      transformResponse: data<Comparison>,
      providesTags: ['HealthFigures'],
    }),
    addHealthMarker: builder.mutation<Marker, { label: string; kind: 'deploy' | 'note' }>({
      query: (body) => ({ url: `${ROOT}/markers`, method: 'POST', data: body }),
      transformResponse: data<Marker>,
      invalidatesTags: ['HealthFigures'],
    }),
  }),
});

export const {
  useGetHealthOverviewQuery,
  useGetHealthGlanceQuery,
  useGetHealthRoutesQuery,
  useGetHealthRouteQuery,
  useGetHealthQueriesQuery,
  useGetHealthQueryQuery,
  useGetServerStatementsQuery,
  useExplainHealthQueryMutation,
  useGetHealthDeliveryQuery,
  useGetHealthAiQuery,
  useListHealthTracesQuery,
  useGetHealthTraceQuery,
  useGetHealthChoicesQuery,
  useAddHealthMarkerMutation,
  useCompareHealthMarkerQuery,
} = healthApi;
