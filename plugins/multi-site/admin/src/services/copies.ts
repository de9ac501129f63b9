import type {
  CopyBody,
  CopyPreview,
  CopyPreviewResponse,
  CopyResponse,
} from '../../../shared/contracts/copies';
import type { SiteName } from '../../../shared/contracts/shares';
import { api } from './api';

const copiesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listCopyTargets: builder.query<SiteName[], string>({
      query: (contentType) => ({
        url: '/multi-site/copies/targets',
        config: { params: { contentType } },
      }),
      transformResponse: (response: { data: SiteName[] }) => response.data,
    }),
    previewCopy: builder.query<CopyPreview, Partial<CopyBody>>({
      query: (data) => ({ url: '/multi-site/copies/preview', method: 'POST', data }),
      transformResponse: (response: CopyPreviewResponse) => response.data,
    }),
    copyEntries: builder.mutation<CopyResponse['data'], Partial<CopyBody>>({
      query: (data) => ({ url: '/multi-site/copies', method: 'POST', data }),
      transformResponse: (response: CopyResponse) => response.data,
      invalidatesTags: ['MultiSiteTask', 'MultiSiteAudit', 'MultiSiteShare'],
    }),
  }),
});

export const { useListCopyTargetsQuery, usePreviewCopyQuery, useCopyEntriesMutation } = copiesApi;
