import type { Task } from '../../../shared/contracts/tasks';
import { withAnswer, withMoved, withoutDoubles, type BoardColumns } from './board-columns';

const task = (id: string, stage: string, version = 1): Task => ({
  id,
  stage,
  version,
  contentType: 'api::page.page',
  typeName: 'Page',
  documentId: id,
  locale: 'en',
  title: id,
  assignee: null,
  dueOn: null,
  isOverdue: false,
  comments: 0,
  updatedAt: '2026-01-01T00:00:00.000Z',
});

const column = (total: number, ...tasks: Task[]) => ({ tasks, total });

const idsOf = (columns: BoardColumns) =>
  Object.fromEntries(
    Object.entries(columns).map(([stage, { tasks, total }]) => [
      stage,
      `${tasks.map(({ id }) => id).join()} of ${String(total)}`,
    ]),
  );

describe('the columns of a board', () => {
  const board = {
    draft: column(30, task('a', 'draft'), task('b', 'draft')),
    review: column(1, task('c', 'review')),
    ready: column(0),
  };

  it('show an entry that two answers hold once, where its newest version is', () => {
    const read = { ...board, review: column(2, task('b', 'review', 2), task('c', 'review')) };
    expect(idsOf(withoutDoubles(read))).toEqual({
      draft: 'a of 29',
      review: 'b,c of 2',
      ready: ' of 0',
    });
  });

  it('stay as they are without doubles', () => {
    expect(withoutDoubles(board)).toEqual(board);
  });

  it('move an entry at once, with both counts', () => {
    const moved = withMoved(board, 'b', 'review');
    expect(idsOf(moved)).toEqual({ draft: 'a of 29', review: 'b,c of 2', ready: ' of 0' });
    expect(moved.review?.tasks[0]?.stage).toBe('review');
  });

  it.each([
    ['an entry that is not shown', 'z', 'review'],
    ['a stage that is not shown', 'b', 'gone'],
    ['the column it is in', 'b', 'draft'],
  ])('change nothing for %s', (_, id, to) => {
    expect(withMoved(board, id, to)).toBe(board);
  });

  it('take the new version from the answer', () => {
    const answered = withAnswer(board, task('b', 'draft', 5));
    expect(answered.draft?.tasks.map(({ version }) => version)).toEqual([1, 5]);
    expect(idsOf(answered)).toEqual(idsOf(board));
  });
});
