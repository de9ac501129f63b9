import { totalOf, waitingLinesOf, type WaitingLine } from './lines';

const line = (id: string): WaitingLine => ({
  id,
  label: { id },
  to: `plugins/${id}`,
  permission: { action: `plugin::${id}.read` },
  path: `/${id}/list`,
  count: totalOf,
});

describe('the lines of “Waiting for you”', () => {
  it('are those of every plugin that has some', () => {
    const plugins = {
      federation: { apis: { waiting: [line('conflicts'), line('runs')] } },
      'content-manager': { apis: { addBulkAction: () => undefined } },
      other: {},
      monitor: { apis: { waiting: [line('alerts')] } },
    };
    const ids = waitingLinesOf(plugins).map(({ id }) => id);
    expect(ids).toEqual(['conflicts', 'runs', 'alerts']);
  });

  it.each([
    [{ data: [1], meta: { pagination: { total: 12 } } }, 12],
    [{ data: [1, 2] }, 2],
    [{ data: null }, 0],
    [{}, 0],
  ])('count %j as %i', (answer, total) => {
    expect(totalOf(answer)).toBe(total);
  });
});
