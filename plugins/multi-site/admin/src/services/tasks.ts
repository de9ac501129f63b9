import type {
  BoardResponse,
  EntryQuery,
  EntryTaskResponse,
  MoveTaskBody,
  TaskDetails,
  TaskResponse,
  UpdateTaskBody,
  WaitingResponse,
} from '../../../shared/contracts/tasks';
import { withAnswer, withMoved, type BoardColumns } from '../core/board-columns';
import { api } from './api';
import { boardApi, type BoardQuery } from './board';
import { loadStage, type StageOf, type Wanted } from './stage-loader';

type TaskOfSite = { site: string; task: string };
export type BoardData = BoardResponse['data'];
export type EntryTask = EntryTaskResponse['data'];

const pathOf = ({ site, task }: TaskOfSite) => `/multi-site/sites/${site}/tasks/${task}`;

const tasksApi = api.injectEndpoints({
  endpoints: (builder) => ({
    getSiteBoard: builder.query<BoardData, string>({
      query: (site) => ({ url: `/multi-site/sites/${site}/board` }),
      transformResponse: (response: BoardResponse) => response.data,
      providesTags: ['MultiSiteWorkflow'],
    }),
    /** `stamp` changes with the entry: publishing and editing move its task. */
    getEntryTask: builder.query<EntryTask, EntryQuery & { stamp: string }>({
      query: ({ stamp: _stamp, ...params }) => ({
        url: '/multi-site/sites/current/tasks/entry',
        config: { params },
      }),
      transformResponse: (response: EntryTaskResponse) => response.data,
      providesTags: ['MultiSiteTask'],
    }),
    getStageOf: builder.query<StageOf | null, Wanted & { stamp: string }>({
      queryFn: async ({ stamp: _stamp, ...wanted }) => {
        try {
          return { data: await loadStage(wanted) };
        } catch {
          // Decoration of a list: it stays empty, and the list is what people came for.
          return { data: null };
        }
      },
      providesTags: ['MultiSiteTask'],
    }),
    moveTask: builder.mutation<TaskDetails, TaskOfSite & { body: MoveTaskBody }>({
      query: ({ body, ...task }) => ({ url: `${pathOf(task)}/move`, method: 'POST', data: body }),
      transformResponse: (response: TaskResponse) => response.data,
      invalidatesTags: ['MultiSiteTask'],
      // A card is in its new column when it is let go of, and back if the server refuses.
      onQueryStarted: async ({ task, body }, { dispatch, getState, queryFulfilled }) => {
        const { util } = boardApi;
        const boards = util
          .selectInvalidatedBy(getState() as never, ['MultiSiteTask'])
          .filter(({ endpointName }) => endpointName === 'getBoardColumns')
          .map(({ originalArgs }) => originalArgs as BoardQuery);
        const change = (recipe: (columns: BoardColumns) => BoardColumns) =>
          boards.map((args) => dispatch(util.updateQueryData('getBoardColumns', args, recipe)));
        const patches = change((columns) => withMoved(columns, task, body.to));
        // Strapi's types of it know only that it is dispatched.
        const asked = boards
          .map(
            (args) =>
              dispatch(util.getRunningQueryThunk('getBoardColumns', args)) as unknown as
                | Promise<unknown>
                | undefined,
          )
          .filter((query) => query !== undefined);
        const earlier = { isOver: false };
        const read = Promise.all(asked).then(() => (earlier.isOver = true));
        try {
          const { data } = await queryFulfilled;
          change((columns) => withAnswer(columns, data));
        } catch {
          // The caller tells why; what was shown too early is taken back.
          patches.forEach(({ undo }) => undo());
        }
        // An answer that was under way knows nothing of this, and keeps a new one from being asked.
        if (earlier.isOver) return;
        await read;
        dispatch(util.invalidateTags(['MultiSiteTask']));
      },
    }),
    updateTask: builder.mutation<TaskDetails, TaskOfSite & { body: UpdateTaskBody }>({
      query: ({ body, ...task }) => ({ url: pathOf(task), method: 'PUT', data: body }),
      transformResponse: (response: TaskResponse) => response.data,
      invalidatesTags: ['MultiSiteTask'],
    }),
    commentOnTask: builder.mutation<TaskDetails, TaskOfSite & { text: string }>({
      query: ({ text, ...task }) => ({
        url: `${pathOf(task)}/comments`,
        method: 'POST',
        data: { text },
      }),
      transformResponse: (response: TaskResponse) => response.data,
      invalidatesTags: ['MultiSiteTask'],
    }),
    getWaitingTasks: builder.query<WaitingResponse['data'], void>({
      query: () => ({ url: '/multi-site/waiting' }),
      transformResponse: (response: WaitingResponse) => response.data,
      providesTags: ['MultiSiteTask'],
    }),
  }),
});

export const {
  useGetSiteBoardQuery,
  useGetEntryTaskQuery,
  useGetStageOfQuery,
  useMoveTaskMutation,
  useUpdateTaskMutation,
  useCommentOnTaskMutation,
  useGetWaitingTasksQuery,
} = tasksApi;
