import type {
  EntryVariantsQuery,
  ReviewVariantBody,
  TestVariant,
} from '../../../shared/contracts/variants';
import { api, encoded } from './api';

const entryVariantsApi = api.injectEndpoints({
  endpoints: (builder) => ({
    listTestVariants: builder.query<TestVariant[], EntryVariantsQuery>({
      query: (params) => ({ url: '/ai-optimizer/variants', config: { params: encoded(params) } }),
      transformResponse: ({ data }: { data: TestVariant[] }) => data,
      providesTags: ['QualityExperiment'],
    }),
    reviewTestVariant: builder.mutation<TestVariant, { id: string; body: ReviewVariantBody }>({
      query: ({ id, body }) => ({
        url: `/ai-optimizer/variants/${id}/review`,
        method: 'POST',
        data: body,
      }),
      transformResponse: ({ data }: { data: TestVariant }) => data,
      // The edit view shows the variant and keeps a stamp of it. Its tags are the Content Manager's.
      invalidatesTags: ['QualityExperiment', 'Document'] as never,
    }),
  }),
});

export const { useListTestVariantsQuery, useReviewTestVariantMutation } = entryVariantsApi;
