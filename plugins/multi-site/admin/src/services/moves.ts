import type {
  ListAuditQuery,
  ListAuditResponse,
  UndoResponse,
} from '../../../shared/contracts/audit';
import type {
  MoveBody,
  MovePreview,
  MovePreviewResponse,
  MoveResponse,
  MoveTarget,
  MoveTargetsResponse,
} from '../../../shared/contracts/moves';
import { api } from './api';

const movesApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listMoveTargets: builder.query<MoveTarget[], string>({
      query: (contentType) => ({
        url: '/multi-site/move/targets',
        config: { params: { contentType } },
      }),
      transformResponse: (response: MoveTargetsResponse) => response.data,
    }),
    previewMove: builder.query<MovePreview, MoveBody>({
      query: (data) => ({ url: '/multi-site/move/preview', method: 'POST', data }),
      transformResponse: (response: MovePreviewResponse) => response.data,
    }),
    moveEntries: builder.mutation<MoveResponse['data'], MoveBody>({
      query: (data) => ({ url: '/multi-site/move', method: 'POST', data }),
      transformResponse: (response: MoveResponse) => response.data,
      invalidatesTags: ['MultiSiteTask', 'MultiSiteAudit'],
    }),
    /** After entries came or went: the lists of the content manager know nothing of it. */
    refreshEntryLists: builder.mutation<null, void>({
      queryFn: () => ({ data: null }),
      // Tags of the content manager, whose types are not published.
      invalidatesTags: ['Document', 'Relations'] as never,
    }),
    listSiteAudit: builder.query<ListAuditResponse, Partial<ListAuditQuery>>({
      query: (params) => ({ url: '/multi-site/audit', config: { params } }),
      providesTags: ['MultiSiteAudit'],
    }),
    undoSiteChange: builder.mutation<UndoResponse['data'], string>({
      query: (id) => ({ url: `/multi-site/audit/${id}/undo`, method: 'POST' }),
      transformResponse: (response: UndoResponse) => response.data,
      invalidatesTags: ['MultiSiteTask', 'MultiSiteAudit', 'MultiSiteShare'],
    }),
  }),
});

export const {
  useListMoveTargetsQuery,
  usePreviewMoveQuery,
  useMoveEntriesMutation,
  useRefreshEntryListsMutation,
  useListSiteAuditQuery,
  useUndoSiteChangeMutation,
} = movesApi;
