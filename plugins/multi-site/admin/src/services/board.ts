import type { ListTasksQuery, ListTasksResponse } from '../../../shared/contracts/tasks';
import { withoutDoubles, type BoardColumns } from '../core/board-columns';
import { api } from './api';

export type BoardQuery = {
  site: string;
  filter: Omit<Partial<ListTasksQuery>, 'stage' | 'page' | 'pageSize'>;
  /** How many entries are shown, by the key of their stage. */
  sizes: Record<string, number>;
};

const columnOf = (answer: unknown) => {
  const { data, meta } = answer as ListTasksResponse;
  return { tasks: data, total: meta.pagination.total };
};

export const boardApi = api.injectEndpoints({
  endpoints: (builder) => ({
    /** All columns at once: one by one an entry that moves would be in two of them, or in none. */
    getBoardColumns: builder.query<BoardColumns, BoardQuery>({
      queryFn: async ({ site, filter, sizes }, _api, _options, fetch) => {
        const url = `/multi-site/sites/${site}/tasks`;
        const answers = await Promise.all(
          Object.entries(sizes).map(async ([stage, pageSize]) => {
            const answer = await fetch({ url, config: { params: { ...filter, stage, pageSize } } });
            return { stage, ...answer };
          }),
        );
        const failed = answers.find(({ error }) => error !== undefined);
        if (failed?.error) return { error: failed.error };
        const columns = answers.map(({ stage, data }) => [stage, columnOf(data)] as const);
        return { data: withoutDoubles(Object.fromEntries(columns)) };
      },
      providesTags: ['MultiSiteTask'],
    }),
  }),
});

export const { useGetBoardColumnsQuery } = boardApi;
