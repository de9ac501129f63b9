import type { Task } from '../../../shared/contracts/tasks';

export type Column = { tasks: Task[]; total: number };
/** The columns of a board by the key of their stage. */
export type BoardColumns = Record<string, Column>;

/**
 * Columns are lists of their own: an entry that moved between two answers is in both. It belongs
 * where its newest version is.
 */
export function withoutDoubles(columns: BoardColumns): BoardColumns {
  const newest = new Map<string, Task>();
  for (const { tasks } of Object.values(columns)) {
    for (const task of tasks) {
      if ((newest.get(task.id)?.version ?? 0) < task.version) newest.set(task.id, task);
    }
  }
  return Object.fromEntries(
    Object.entries(columns).map(([stage, { tasks, total }]) => {
      const kept = tasks.filter((task) => newest.get(task.id) === task);
      return [stage, { tasks: kept, total: total - (tasks.length - kept.length) }];
    }),
  );
}

/** The board as it will be once an entry has moved: it stands on top of its new column. */
export function withMoved(columns: BoardColumns, id: string, to: string): BoardColumns {
  const [from, column] = Object.entries(columns).find(([, { tasks }]) => holds(tasks, id)) ?? [];
  const task = column?.tasks.find((one) => one.id === id);
  const target = columns[to];
  if (from === undefined || !column || !task || !target || from === to) return columns;
  return {
    ...columns,
    [from]: { tasks: column.tasks.filter((one) => one !== task), total: column.total - 1 },
    [to]: { tasks: [{ ...task, stage: to }, ...target.tasks], total: target.total + 1 },
  };
}

/** What the server says of an entry after the move, in its place. */
export function withAnswer(columns: BoardColumns, answer: Task): BoardColumns {
  return Object.fromEntries(
    Object.entries(columns).map(([stage, { tasks, total }]) => [
      stage,
      { total, tasks: tasks.map((task) => (task.id === answer.id ? answer : task)) },
    ]),
  );
}

const holds = (tasks: Task[], id: string) => tasks.some((task) => task.id === id);
