import { serverStatements, type TakenDown } from './server-statements';

const row = (query: string, calls: string, totalMs: number): TakenDown => ({
  query,
  calls,
  total_ms: totalMs,
  rows: calls,
  blocks_hit: '8',
  blocks_read: '2',
});

it('adds up what differs in values only, the most costly first', () => {
  const found = serverStatements(
    [
      row('select * from b where id = $1', '2', 5),
      row('select * from a where id = $1', '10', 1),
      row('select * from a where id in ($1, $2)', '1', 2),
      row('SELECT * FROM a WHERE id = 7', '5', 6),
    ],
    2,
  );
  expect(found.map(({ sql, calls, totalMs }) => [sql, calls, totalMs])).toEqual([
    ['select * from a where id = ?', 15, 7],
    ['select * from b where id = ?', 2, 5],
  ]);
  expect(found[0]).toMatchObject({ rows: 15, blocksHit: 16, blocksRead: 4, tables: ['a'] });
});

it.each([
  "alter role admin password 'secret'",
  'set search_path to x',
  '<insufficient privilege>',
  'begin',
])('leaves out %s', (query) => {
  expect(serverStatements([row(query, '1', 1)], 10)).toEqual([]);
});
