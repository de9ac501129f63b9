import { indexHints, readMysqlPlan, readPostgresPlan, readSqlitePlan } from './plan';

describe('plans', () => {
  it('of PostgreSQL are lines, without values', () => {
    const lines = readPostgresPlan([
      {
        Plan: {
          'Node Type': 'Sort',
          'Plan Rows': 3,
          Plans: [
            {
              'Node Type': 'Seq Scan',
              'Relation Name': 'articles',
              'Plan Rows': 300,
              Filter: "((title)::text = 'sec''ret'::text)",
            },
            { 'Node Type': 'Index Scan', 'Relation Name': 'tags', 'Index Name': 'tags_pkey' },
          ],
        },
      },
    ]);
    expect(lines).toEqual([
      { depth: 0, text: 'Sort, about 3 rows', isScan: false },
      {
        depth: 1,
        text: 'Seq Scan on articles, about 300 rows, filter ((title)::text = ?::text)',
        isScan: true,
      },
      { depth: 1, text: 'Index Scan on tags by tags_pkey', isScan: false },
    ]);
  });

  it('of SQLite know a scan from a search', () => {
    const lines = readSqlitePlan([
      { id: 3, parent: 0, detail: 'SCAN t0' },
      { id: 5, parent: 3, detail: 'SEARCH t1 USING INDEX x (id=?)' },
      { id: 6, parent: 0, detail: 'SCAN t2 USING INDEX y' },
    ]);
    expect(lines.map(({ depth, isScan }) => [depth, isScan])).toEqual([
      [0, true],
      [1, false],
      [0, false],
    ]);
  });

  it('of MySQL say where no index is used', () => {
    const lines = readMysqlPlan([
      { table: 't0', type: 'ALL', key: null, rows: 300, Extra: 'Using where' },
    ]);
    expect(lines).toEqual([
      { depth: 0, text: 't0, ALL, no index, 300 rows, Using where', isScan: true },
    ]);
  });
});

it.each([
  [
    'SCAN t0',
    'select t0.* from articles as t0 where (t0.notes = ? and t0.locale in (?)) order by t0.title asc',
    ['t0: notes, locale, title'],
  ],
  ['SCAN articles', 'select * from articles', ['articles']],
  ['Seq Scan on public.x', 'select 1', ['public.x']],
])('indexHints: %s', (text, sql, expected) => {
  expect(indexHints([{ depth: 0, text, isScan: true }], sql)).toEqual(expected);
});
