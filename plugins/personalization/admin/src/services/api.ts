import { api, data, params, TAGS, url, type Page } from './base';
import type { Audience, SaveAudienceBody } from '../../../shared/contracts/audiences';
import type { List } from '../../../shared/contracts/common';
import type { Overview, Setup } from '../../../shared/contracts/overview';
import type { Model, Recommendation, RunSummary } from '../../../shared/contracts/recommendations';
import type { MatchCount, Rule, SaveRuleBody, Why } from '../../../shared/contracts/rules';
import type { ReviewVariantBody, Variant } from '../../../shared/contracts/variants';
import type { Receipt, Visitor, VisitorSummary } from '../../../shared/contracts/visitors';
import type { RuleState } from '../../../shared/plugin';
import type { RuleGroup } from '../../../shared/rule-tree';

const endpoints = api.injectEndpoints({
  endpoints: (builder) => ({
    getP13nOverview: builder.query<Overview, void>({
      query: () => ({ url: url('/overview') }),
      transformResponse: data<Overview>,
      providesTags: ['P13nRule', 'P13nVisitor', 'P13nSettings', 'P13nSetup'],
    }),
    getP13nSetup: builder.query<Setup, void>({
      query: () => ({ url: url('/setup') }),
      transformResponse: data<Setup>,
      providesTags: ['P13nSetup', 'P13nKey', 'P13nAudience', 'P13nRule'],
    }),
    grantP13n: builder.mutation<Setup, void>({
      query: () => ({ url: url('/setup/grant'), method: 'POST', data: {} }),
      transformResponse: data<Setup>,
      invalidatesTags: ['P13nSetup'],
    }),
    removeP13nSamples: builder.mutation<Record<string, number>, void>({
      query: () => ({ url: url('/samples'), method: 'DELETE' }),
      transformResponse: data<Record<string, number>>,
      invalidatesTags: [...TAGS],
    }),

    listP13nRules: builder.query<List<Rule>, Page & { state?: RuleState }>({
      query: (given) => ({ url: url('/rules'), config: params(given) }),
      providesTags: ['P13nRule', 'P13nVariant'],
    }),
    getP13nRule: builder.query<Rule, string>({
      query: (id) => ({ url: url(`/rules/${id}`) }),
      transformResponse: data<Rule>,
      providesTags: ['P13nRule', 'P13nVariant'],
    }),
    saveP13nRule: builder.mutation<Rule, { id: string | null; body: SaveRuleBody }>({
      query: ({ id, body }) => ({
        url: url(id ? `/rules/${id}` : '/rules'),
        method: id ? 'PUT' : 'POST',
        data: body,
      }),
      transformResponse: data<Rule>,
      invalidatesTags: ['P13nRule', 'P13nAudience'],
    }),
    setP13nRuleState: builder.mutation<Rule, { id: string; state: RuleState }>({
      query: ({ id, state }) => ({
        url: url(`/rules/${id}/state`),
        method: 'POST',
        data: { state },
      }),
      transformResponse: data<Rule>,
      invalidatesTags: ['P13nRule', 'P13nVariant'],
    }),
    restoreP13nRule: builder.mutation<Rule, { id: string; version: number }>({
      query: ({ id, version }) => ({
        url: url(`/rules/${id}/restore`),
        method: 'POST',
        data: { version },
      }),
      transformResponse: data<Rule>,
      invalidatesTags: ['P13nRule'],
    }),
    orderP13nRules: builder.mutation<unknown, string[]>({
      query: (ids) => ({ url: url('/rules/order'), method: 'POST', data: { ids } }),
      invalidatesTags: ['P13nRule'],
    }),
    deleteP13nRule: builder.mutation<unknown, string>({
      query: (id) => ({ url: url(`/rules/${id}`), method: 'DELETE' }),
      invalidatesTags: ['P13nRule', 'P13nAudience', 'P13nVariant'],
    }),
    countP13nMatches: builder.query<MatchCount, { tree: RuleGroup; audiences: string[] }>({
      query: (body) => ({ url: url('/rules/matches'), method: 'POST', data: body }),
      transformResponse: data<MatchCount>,
      keepUnusedDataFor: 5,
    }),
    askP13nWhy: builder.query<Why, { visitor?: string; facts: Record<string, unknown> }>({
      query: (body) => ({ url: url('/rules/why'), method: 'POST', data: body }),
      transformResponse: data<Why>,
      providesTags: ['P13nRule'],
    }),

    listP13nAudiences: builder.query<Audience[], void>({
      query: () => ({ url: url('/audiences') }),
      transformResponse: data<Audience[]>,
      providesTags: ['P13nAudience'],
    }),
    saveP13nAudience: builder.mutation<Audience, { id: string | null; body: SaveAudienceBody }>({
      query: ({ id, body }) => ({
        url: url(id ? `/audiences/${id}` : '/audiences'),
        method: id ? 'PUT' : 'POST',
        data: body,
      }),
      transformResponse: data<Audience>,
      invalidatesTags: ['P13nAudience'],
    }),
    deleteP13nAudience: builder.mutation<unknown, string>({
      query: (id) => ({ url: url(`/audiences/${id}`), method: 'DELETE' }),
      invalidatesTags: ['P13nAudience'],
    }),
    listP13nVariants: builder.query<
      Variant[],
      { uid?: string; documentId?: string; locale?: string }
    >({
      query: (given) => ({ url: url('/variants'), config: params(given) }),
      transformResponse: data<Variant[]>,
      providesTags: ['P13nVariant'],
    }),
    createP13nVariant: builder.mutation<
      Variant,
      { uid: string; documentId: string; locale: string; name: string }
    >({
      query: (body) => ({ url: url('/variants'), method: 'POST', data: body }),
      transformResponse: data<Variant>,
      invalidatesTags: ['P13nVariant'],
    }),
    reviewP13nVariant: builder.mutation<Variant, { id: string; body: ReviewVariantBody }>({
      query: ({ id, body }) => ({
        url: url(`/variants/${id}/review`),
        method: 'POST',
        data: body,
      }),
      transformResponse: data<Variant>,
      // The edit view shows the variant and keeps a stamp of it. Its tags are the Content Manager's.
      invalidatesTags: ['P13nVariant', 'Document'] as never,
    }),
    deleteP13nVariant: builder.mutation<unknown, string>({
      query: (id) => ({ url: url(`/variants/${id}`), method: 'DELETE' }),
      invalidatesTags: ['P13nVariant', 'P13nRule'],
    }),

    listP13nVisitors: builder.query<List<VisitorSummary>, Page & { rule?: string }>({
      query: (given) => ({ url: url('/visitors'), config: params(given) }),
      providesTags: ['P13nVisitor', { type: 'P13nVisitor', id: 'LIST' }],
    }),
    getP13nVisitor: builder.query<Visitor, string>({
      query: (id) => ({ url: url(`/visitors/${id}`) }),
      transformResponse: data<Visitor>,
      providesTags: ['P13nVisitor'],
    }),
    exportP13nVisitor: builder.mutation<unknown, string>({
      query: (id) => ({ url: url(`/visitors/${id}/export`) }),
      transformResponse: data<unknown>,
    }),
    eraseP13nVisitor: builder.mutation<Receipt, string>({
      query: (id) => ({ url: url(`/visitors/${id}/erase`), method: 'POST', data: {} }),
      transformResponse: data<Receipt>,
      // The list only: the page of who is gone would be asked for once more.
      invalidatesTags: [{ type: 'P13nVisitor', id: 'LIST' }, 'P13nAudience'],
    }),

    getP13nModels: builder.query<{ models: Model[]; run: RunSummary | null }, void>({
      query: () => ({ url: url('/models') }),
      transformResponse: data<{ models: Model[]; run: RunSummary | null }>,
      providesTags: ['P13nModel'],
    }),
    trainP13n: builder.mutation<RunSummary, void>({
      query: () => ({ url: url('/models/train'), method: 'POST', data: {} }),
      transformResponse: data<RunSummary>,
      invalidatesTags: ['P13nModel'],
    }),
    tryP13nRecommendations: builder.query<
      Recommendation[],
      { visitor?: string; item?: string; limit?: number }
    >({
      query: (given) => ({ url: url('/recommendations'), config: params(given) }),
      transformResponse: data<Recommendation[]>,
      providesTags: ['P13nModel'],
    }),
  }),
});

export const {
  useGetP13nOverviewQuery,
  useGetP13nSetupQuery,
  useGrantP13nMutation,
  useRemoveP13nSamplesMutation,
  useListP13nRulesQuery,
  useGetP13nRuleQuery,
  useSaveP13nRuleMutation,
  useSetP13nRuleStateMutation,
  useRestoreP13nRuleMutation,
  useOrderP13nRulesMutation,
  useDeleteP13nRuleMutation,
  useCountP13nMatchesQuery,
  useAskP13nWhyQuery,
  useListP13nAudiencesQuery,
  useSaveP13nAudienceMutation,
  useDeleteP13nAudienceMutation,
  useListP13nVariantsQuery,
  useCreateP13nVariantMutation,
  useReviewP13nVariantMutation,
  useDeleteP13nVariantMutation,
  useListP13nVisitorsQuery,
  useGetP13nVisitorQuery,
  useExportP13nVisitorMutation,
  useEraseP13nVisitorMutation,
  useGetP13nModelsQuery,
  useTrainP13nMutation,
  useTryP13nRecommendationsQuery,
} = endpoints;
