import { useNotify } from 'suite-kit/admin';
import type { Task, UpdateTaskBody } from '../../../shared/contracts/tasks';
import { PLUGIN_ID } from '../../../shared/plugin';
import {
  useCommentOnTaskMutation,
  useMoveTaskMutation,
  useUpdateTaskMutation,
} from '../services/tasks';
import { useTexts } from '../texts';

type Named = Pick<Task, 'id' | 'version' | 'title'>;

/** What can be done with a task, with its notices. Each answers whether it worked, a move with the task. */
export function useTaskActions(site: string) {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [move, moving] = useMoveTaskMutation();
  const [update, updating] = useUpdateTaskMutation();
  const [comment, commenting] = useCommentOnTaskMutation();

  return {
    isBusy: moving.isLoading || updating.isLoading || commenting.isLoading,

    async move(task: Named, to: { key: string; name: string; isOverride: boolean }) {
      const body = {
        to: to.key,
        version: task.version,
        ...(to.isOverride ? { override: true } : {}),
      };
      const result = await move({ site, task: task.id, body });
      if ('error' in result) {
        notify.problem(result.error);
        return null;
      }
      notify.success(t('tasks.moved', { title: task.title, stage: to.name }));
      return result.data;
    },

    async update(task: Named, change: Omit<UpdateTaskBody, 'version'>) {
      const body = { ...change, version: task.version };
      const result = await update({ site, task: task.id, body });
      if ('error' in result) notify.problem(result.error);
      else notify.success(t('tasks.saved'));
      return !('error' in result);
    },

    async comment(task: Named, text: string) {
      const result = await comment({ site, task: task.id, text });
      if ('error' in result) notify.problem(result.error);
      return !('error' in result);
    },
  };
}
