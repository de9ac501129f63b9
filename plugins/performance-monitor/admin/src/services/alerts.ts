import type {
  AlertEvent,
  Channel,
  ChannelBody,
  ChannelTest,
  Rule,
  RuleInput,
  RuleTest,
  Silence,
  SilenceBody,
} from '../../../shared/contracts/alerts';
import type { SettingsAnswer, SettingsBody } from '../../../shared/contracts/settings';
import { api } from './api';
import type { Pagination } from './health';

type Answer<T> = { data: T };
const data = <T>(answer: Answer<T>): T => answer.data;
const ROOT = '/performance-monitor';

const alertsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listHealthRules: builder.query<Rule[], void>({
      query: () => ({ url: `${ROOT}/alerts/rules` }),
      transformResponse: data<Rule[]>,
      providesTags: ['HealthAlerts'],
    }),
    getHealthRule: builder.query<Rule, string>({
      query: (id) => ({ url: `${ROOT}/alerts/rules/${id}` }),
      transformResponse: data<Rule>,
      providesTags: ['HealthAlerts'],
    }),
    saveHealthRule: builder.mutation<Rule, { id: string | null; body: RuleInput }>({
      query: ({ id, body }) => ({
        url: id === null ? `${ROOT}/alerts/rules` : `${ROOT}/alerts/rules/${id}`,
        method: id === null ? 'POST' : 'PUT',
        data: body,
      }),
      transformResponse: data<Rule>,
      invalidatesTags: ['HealthAlerts', 'HealthFigures'],
    }),
    removeHealthRule: builder.mutation<unknown, string>({
      query: (id) => ({ url: `${ROOT}/alerts/rules/${id}`, method: 'DELETE' }),
      invalidatesTags: ['HealthAlerts', 'HealthFigures'],
    }),
    previewHealthRule: builder.mutation<RuleTest, RuleInput>({
      query: (body) => ({ url: `${ROOT}/alerts/preview`, method: 'POST', data: body }),
      transformResponse: data<RuleTest>,
    }),
    listHealthEvents: builder.query<
      { data: AlertEvent[]; meta: { pagination: Pagination } },
      { page: number; pageSize: number }
    >({
      query: (params) => ({ url: `${ROOT}/alerts/events`, config: { params } }),
      providesTags: ['HealthAlerts'],
    }),
    listHealthSilences: builder.query<Silence[], void>({
      query: () => ({ url: `${ROOT}/alerts/silences` }),
      transformResponse: data<Silence[]>,
      providesTags: ['HealthAlerts'],
    }),
    addHealthSilence: builder.mutation<Silence, SilenceBody>({
      query: (body) => ({ url: `${ROOT}/alerts/silences`, method: 'POST', data: body }),
      invalidatesTags: ['HealthAlerts'],
    }),
    removeHealthSilence: builder.mutation<unknown, string>({
      query: (id) => ({ url: `${ROOT}/alerts/silences/${id}`, method: 'DELETE' }),
      invalidatesTags: ['HealthAlerts'],
    }),
    listHealthChannels: builder.query<Channel[], void>({
      query: () => ({ url: `${ROOT}/channels` }),
      transformResponse: data<Channel[]>,
      providesTags: ['HealthChannels'],
    }),
    saveHealthChannel: builder.mutation<Channel, { id: string | null; body: ChannelBody }>({
      query: ({ id, body }) => ({
        url: id === null ? `${ROOT}/channels` : `${ROOT}/channels/${id}`,
        method: id === null ? 'POST' : 'PUT',
        data: body,
      }),
      transformResponse: data<Channel>,
      invalidatesTags: ['HealthChannels'],
    }),
    removeHealthChannel: builder.mutation<unknown, string>({
      query: (id) => ({ url: `${ROOT}/channels/${id}`, method: 'DELETE' }),
      invalidatesTags: ['HealthChannels'],
    }),
    testHealthChannel: builder.mutation<ChannelTest, string>({
      query: (id) => ({ url: `${ROOT}/channels/${id}/test`, method: 'POST' }),
      transformResponse: data<ChannelTest>,
    }),
    getHealthSettings: builder.query<SettingsAnswer, void>({
      query: () => ({ url: `${ROOT}/settings` }),
      transformResponse: data<SettingsAnswer>,
      providesTags: ['HealthSettings'],
    }),
    saveHealthSettings: builder.mutation<SettingsAnswer, SettingsBody>({
      query: (body) => ({ url: `${ROOT}/settings`, method: 'PUT', data: body }),
      invalidatesTags: ['HealthSettings'],
    }),
    renewHealthMetricsToken: builder.mutation<{ token: string }, void>({
      query: () => ({ url: `${ROOT}/settings/metrics-token`, method: 'POST' }),
      transformResponse: data<{ token: string }>,
      invalidatesTags: ['HealthSettings'],
    }),
    removeHealthSamples: builder.mutation<unknown, void>({
      query: () => ({ url: `${ROOT}/samples`, method: 'DELETE' }),
      invalidatesTags: ['HealthSettings', 'HealthFigures', 'HealthAlerts', 'HealthChannels'],
    }),
  }),
});

export const {
  useListHealthRulesQuery,
  useGetHealthRuleQuery,
  useSaveHealthRuleMutation,
  useRemoveHealthRuleMutation,
  usePreviewHealthRuleMutation,
  useListHealthEventsQuery,
  useListHealthSilencesQuery,
  useAddHealthSilenceMutation,
  useRemoveHealthSilenceMutation,
  useListHealthChannelsQuery,
  useSaveHealthChannelMutation,
  useRemoveHealthChannelMutation,
  useTestHealthChannelMutation,
  useGetHealthSettingsQuery,
  useSaveHealthSettingsMutation,
  useRenewHealthMetricsTokenMutation,
  useRemoveHealthSamplesMutation,
} = alertsApi;
