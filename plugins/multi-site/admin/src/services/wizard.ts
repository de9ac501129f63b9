import type {
  CheckWizardResponse,
  CloneSiteBody,
  CreateByWizardResponse,
  SiteRun,
  SiteRunResponse,
  TemplateEntriesQuery,
  TemplateEntriesResponse,
  TemplatesResponse,
  WizardInput,
} from '../../../shared/contracts/wizard';
import { api, refreshSwitcher } from './api';

const LIST = { type: 'MultiSiteSite', id: 'LIST' } as const;
type Created = CreateByWizardResponse['data'];

const wizardApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getSiteTemplates: builder.query<TemplatesResponse['data'], void>({
      query: () => ({ url: '/multi-site/wizard/templates' }),
      transformResponse: (response: TemplatesResponse) => response.data,
      providesTags: [LIST],
    }),
    listTemplateEntries: builder.query<
      TemplateEntriesResponse,
      { site: string } & Partial<TemplateEntriesQuery>
    >({
      query: ({ site, q, ...params }) => ({
        url: `/multi-site/wizard/templates/${site}/entries`,
        config: { params: { ...params, ...(q ? { q: encodeURIComponent(q) } : {}) } },
      }),
    }),
    checkSiteDraft: builder.mutation<CheckWizardResponse['data'], WizardInput>({
      query: (draft) => ({ url: '/multi-site/wizard/check', method: 'POST', data: { draft } }),
      transformResponse: (response: CheckWizardResponse) => response.data,
    }),
    createSiteByWizard: builder.mutation<Created, WizardInput>({
      query: (data) => ({ url: '/multi-site/wizard', method: 'POST', data }),
      transformResponse: (response: CreateByWizardResponse) => response.data,
      invalidatesTags: [LIST, 'MultiSiteIsolation'],
      onQueryStarted: refreshSwitcher,
    }),
    cloneMultiSite: builder.mutation<Created, { id: string; body: CloneSiteBody }>({
      query: ({ id, body }) => ({
        url: `/multi-site/sites/${id}/clone`,
        method: 'POST',
        data: body,
      }),
      transformResponse: (response: CreateByWizardResponse) => response.data,
      invalidatesTags: [LIST],
      onQueryStarted: refreshSwitcher,
    }),
    getSiteRun: builder.query<SiteRun, number>({
      query: (id) => ({ url: `/multi-site/wizard/runs/${id}` }),
      transformResponse: (response: SiteRunResponse) => response.data,
      keepUnusedDataFor: 0,
    }),
    undoMultiSite: builder.mutation<unknown, string>({
      query: (id) => ({ url: `/multi-site/sites/${id}/undo`, method: 'POST', data: {} }),
      invalidatesTags: [LIST],
      onQueryStarted: refreshSwitcher,
    }),
  }),
});

export const {
  useGetSiteTemplatesQuery,
  useListTemplateEntriesQuery,
  useCheckSiteDraftMutation,
  useCreateSiteByWizardMutation,
  useCloneMultiSiteMutation,
  useGetSiteRunQuery,
  useUndoMultiSiteMutation,
} = wizardApi;
