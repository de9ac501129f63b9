import { useRef } from 'react';
import type { Task } from '../../../../shared/contracts/tasks';
import { useTaskActions } from '../../workflow/use-task-actions';

type Target = Parameters<ReturnType<typeof useTaskActions>['move']>[1];

/**
 * Moves cards one after the other: who drags a card on before the server has answered means the
 * version that the answer will tell, not the one on the card.
 */
export function useBoardMoves(site: string) {
  const actions = useTaskActions(site);
  const last = useRef(new Map<string, ReturnType<typeof actions.move>>());
  return (task: Task, target: Target) => {
    const before = last.current.get(task.id) ?? Promise.resolve(null);
    const next = before.then((moved) => {
      const version = Math.max(task.version, moved?.version ?? 0);
      return actions.move({ ...task, version }, target);
    });
    last.current.set(task.id, next);
    return next;
  };
}
