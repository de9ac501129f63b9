import type { ShareLabel } from '../../../shared/contracts/shares';
import { loadShareLabel } from '../sharing/share-labels';
import { api } from './api';

/** `stamp` changes with the row, so that a list read again asks again. */
type Cell = { contentType: string; documentId: string; stamp: string };

const shareLabelApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getShareLabel: builder.query<ShareLabel | null, Cell>({
      queryFn: async ({ contentType, documentId }) => {
        try {
          return { data: await loadShareLabel({ contentType, documentId }) };
        } catch {
          // Decoration of a list: it stays empty, and the list is what people came for.
          return { data: null };
        }
      },
      providesTags: ['MultiSiteShare'],
    }),
  }),
});

export const { useGetShareLabelQuery } = shareLabelApi;
