import type { SaveWorkflowBody, WorkflowResponse } from '../../../shared/contracts/workflows';
import { api, refreshSwitcher } from './api';

export type WorkflowData = WorkflowResponse['data'];

const workflowsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getSiteWorkflow: builder.query<WorkflowData, string>({
      query: (site) => ({ url: `/multi-site/sites/${site}/workflow` }),
      transformResponse: (response: WorkflowResponse) => response.data,
      providesTags: ['MultiSiteWorkflow', 'MultiSiteTask'],
    }),
    saveSiteWorkflow: builder.mutation<WorkflowData, { site: string; body: SaveWorkflowBody }>({
      query: ({ site, body }) => ({
        url: `/multi-site/sites/${site}/workflow`,
        method: 'PUT',
        data: body,
      }),
      transformResponse: (response: WorkflowResponse) => response.data,
      invalidatesTags: ['MultiSiteWorkflow', 'MultiSiteTask'],
      // The content manager's list learns from the switcher which types have a column of stages.
      onQueryStarted: refreshSwitcher,
    }),
  }),
});

export const { useGetSiteWorkflowQuery, useSaveSiteWorkflowMutation } = workflowsApi;
