import { api, data, params, url } from './base';
import type { BrowserKey, ImportResult, IntakeFigures } from '../../../shared/contracts/analytics';
import type { One } from '../../../shared/contracts/common';
import type { Settings } from '../../../shared/contracts/settings';

/** Keys, figures, settings, and the app's own content to choose from. */
const endpoints = api.injectEndpoints({
  endpoints: (builder) => ({
    getP13nAnalytics: builder.query<IntakeFigures, void>({
      query: () => ({ url: url('/analytics') }),
      transformResponse: data<IntakeFigures>,
      providesTags: ['P13nVisitor'],
    }),
    importP13nLines: builder.mutation<ImportResult, unknown[]>({
      query: (lines) => ({ url: url('/analytics/import'), method: 'POST', data: { lines } }),
      transformResponse: data<ImportResult>,
    }),
    listP13nKeys: builder.query<BrowserKey[], void>({
      query: () => ({ url: url('/keys') }),
      transformResponse: data<BrowserKey[]>,
      providesTags: ['P13nKey'],
    }),
    createP13nKey: builder.mutation<
      BrowserKey,
      { label: string; origins: string[]; site?: number }
    >({
      query: (body) => ({ url: url('/keys'), method: 'POST', data: body }),
      transformResponse: data<BrowserKey>,
      invalidatesTags: ['P13nKey'],
    }),
    rotateP13nKey: builder.mutation<unknown, number>({
      query: (id) => ({ url: url(`/keys/${id}/rotate`), method: 'POST', data: {} }),
      invalidatesTags: ['P13nKey'],
    }),
    revokeP13nKey: builder.mutation<unknown, number>({
      query: (id) => ({ url: url(`/keys/${id}`), method: 'DELETE' }),
      invalidatesTags: ['P13nKey'],
    }),
    previewP13n: builder.mutation<
      { token: string; exp: number },
      { facts?: Record<string, unknown>; rule?: string; variant?: string }
    >({
      query: (body) => ({ url: url('/preview'), method: 'POST', data: body }),
      transformResponse: data<{ token: string; exp: number }>,
    }),
    getP13nSettings: builder.query<Settings, void>({
      query: () => ({ url: url('/settings') }),
      transformResponse: data<Settings>,
      providesTags: ['P13nSettings'],
    }),
    updateP13nSettings: builder.mutation<Settings, Partial<Settings>>({
      query: (body) => ({ url: url('/settings'), method: 'PUT', data: body }),
      transformResponse: data<Settings>,
      invalidatesTags: ['P13nSettings', 'P13nRule'],
    }),

    /** Entries of a type, to choose one from; through Strapi, so its permissions hold. */
    findP13nEntries: builder.query<
      { documentId: string; title: string }[],
      { uid: string; q: string }
    >({
      query: ({ uid, q }) => ({
        url: `/content-manager/collection-types/${uid}`,
        config: params({ page: 1, pageSize: 20, _q: q }),
      }),
      transformResponse: ({ results }: { results: Record<string, unknown>[] }) =>
        results.map((row) => ({ documentId: String(row.documentId), title: titleOf(row) })),
    }),
    listP13nTypes: builder.query<{ uid: string; label: string }[], void>({
      query: () => ({ url: '/content-manager/content-types' }),
      transformResponse: (response: One<ContentType[]>) =>
        response.data
          .filter(
            ({ uid, kind, isDisplayed }) =>
              uid.startsWith('api::') && kind === 'collectionType' && isDisplayed,
          )
          .map(({ uid, info }) => ({ uid, label: info.displayName })),
    }),
  }),
});

type ContentType = {
  uid: string;
  kind: string;
  isDisplayed: boolean;
  info: { displayName: string };
};

const titleOf = (row: Record<string, unknown>): string => {
  const title = ['title', 'name', 'headline', 'label'].map((name) => row[name]).find(Boolean);
  return typeof title === 'string' ? title : String(row.documentId);
};

export const {
  useGetP13nAnalyticsQuery,
  useImportP13nLinesMutation,
  useListP13nKeysQuery,
  useCreateP13nKeyMutation,
  useRotateP13nKeyMutation,
  useRevokeP13nKeyMutation,
  usePreviewP13nMutation,
  useGetP13nSettingsQuery,
  useUpdateP13nSettingsMutation,
  useFindP13nEntriesQuery,
  useListP13nTypesQuery,
} = endpoints;
