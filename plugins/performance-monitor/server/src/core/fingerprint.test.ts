import { fingerprintOf, isPlainSelect } from './fingerprint';
import type { SqlDialect } from './sql-tokens';
import { seededRandom } from './random-fixture';

const CASES: [SqlDialect, string, string][] = [
  ['postgres', "select * from a where b = 'secret'", 'select * from a where b = ?'],
  ['postgres', "select 'it''s secret'", 'select ?'],
  ['postgres', "select E'it\\'s secret' , 1", 'select ?, ?'],
  ['postgres', 'select $$secret; drop$$, $t$a $$ secret$t$', 'select ?, ?'],
  ['postgres', 'select $1, $23', 'select ?, ?'],
  ['postgres', "select U&'secret', N'secret', B'10', X'ff'", 'select ?, ?, ?, ?'],
  ['postgres', 'select "a""b"."c" from "t"', 'select "a""b".c from t'],
  [
    'postgres',
    'select a -- secret\n from t /* secret /* nested */ still */ where b=1',
    'select a from t where b = ?',
  ],
  ['postgres', "select a::text, '{}'::jsonb", 'select a::text, ?::jsonb'],
  [
    'postgres',
    'select a->>$1 from t where x <= 5 and y != 6 and z <> 7',
    'select a ->> ? from t where x <= ? and y != ? and z <> ?',
  ],
  ['postgres', 'select * from t where a in (1, 2,3)', 'select * from t where a in (?)'],
  [
    'postgres',
    'select * from t where a = any(array[$1,$2,$3])',
    'select * from t where a = any (array [?])',
  ],
  ['postgres', 'insert into t (a, b) values ($1, $2), ($3, $4)', 'insert into t (a, b) values (?)'],
  ['postgres', 'select 1.5e10, .5, 0xFF, 12.', 'select ?, ?, ?, ?'],
  [
    'postgres',
    'select * from t where a = -5 and b - 5 > 0',
    'select * from t where a = ? and b - ? > ?',
  ],
  ['postgres', "select 'never ends and is secret", 'select ?'],
  ['postgres', 'SELECT  *\n\tFROM   T1', 'select * from t1'],
  ['sqlite', 'select `a` from `t` where `b` = ? limit 25', 'select a from t where b = ? limit ?'],
  ['sqlite', 'select "secret" from t', 'select ? from t'],
  [
    'sqlite',
    'select * from t where a = :name and b = @other and c = ?1',
    'select * from t where a = ? and b = ? and c = ?',
  ],
  ['sqlite', "select 'a\\' , 'secret'", 'select ?, ?'],
  ['mysql', "select 'it\\'s secret', _utf8'secret' # secret\n from t", 'select ?, ? from t'],
  ['mysql', 'select "it\\"s secret" from t', 'select ? from t'],
  ['sqlite', 'select `t`.`order` from `Tables`', 'select t."order" from "Tables"'],
  ['mysql', 'select `t`.`order` from t', 'select t.`order` from t'],
  ['mysql', 'select /* a */ 1 /* b */', 'select ?'],
];

describe('a fingerprint', () => {
  it.each(CASES)('%s: %s', (dialect, sql, expected) => {
    expect(fingerprintOf(sql, dialect).sql).toBe(expected);
  });

  it('holds no value, whatever the value is', () => {
    const random = seededRandom(11);
    const alphabet = [...Array.from('abc\'"\\$`-/*;()?:é \n'), "''", '$$', '--', '/*', '*/'];
    const leaks: string[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const noise = Array.from(
        { length: 12 },
        () => alphabet[Math.floor(random() * alphabet.length)],
      );
      const value = `zqx${noise.join('')}zqx`;
      const statements: [SqlDialect, string][] = [
        ['postgres', `select a from t where b = '${value.replaceAll("'", "''")}' and c = 1`],
        ['sqlite', `select a from t where b = '${value.replaceAll("'", "''")}' and c = 1`],
        [
          'mysql',
          `select a from t where b = '${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}' and c = 1`,
        ],
      ];
      for (const [dialect, sql] of statements) {
        const { sql: text } = fingerprintOf(sql, dialect);
        if (text !== 'select a from t where b = ? and c = ?') leaks.push(text);
      }
    }
    expect(leaks).toEqual([]);
  });

  it('is the same for statements that differ in values only', () => {
    const ids = [
      'select * from `t` where `id` in (1)',
      'select * from `t` where `id` in (1, 2, 3)',
      'select * from t where id in (?, ?)',
      '  SELECT * FROM t /* x */ WHERE id IN (-7)',
    ].map((sql) => fingerprintOf(sql, 'sqlite').id);
    expect(new Set(ids).size).toBe(1);
  });

  it('tells statements and their tables apart', () => {
    const { verb, tables } = fingerprintOf(
      'select a from "public"."articles" as t0 left join "authors_articles_lnk" as t1 on t0.id = t1.id where x in (select id from up)',
      'postgres',
    );
    expect(verb).toBe('select');
    expect(tables).toEqual(['articles', 'authors_articles_lnk', 'up']);
    expect(fingerprintOf('insert into a values (1)', 'sqlite').tables).toEqual(['a']);
    expect(fingerprintOf('update `a` set b = 1', 'mysql')).toMatchObject({
      verb: 'update',
      tables: ['a'],
    });
    expect(fingerprintOf('vacuum', 'sqlite').verb).toBe('other');
  });

  it('of a very long statement is cut', () => {
    const sql = `select * from t where a in (${Array.from({ length: 50_000 }, (_, at) => at).join()})`;
    expect(fingerprintOf(sql, 'sqlite').sql.length).toBeLessThan(100);
  });
});

describe('isPlainSelect', () => {
  it.each([
    ['select a from b where c = ?', true],
    ['select a from b;', true],
    ['select a from b; delete from b', false],
    ['select a into c from b', false],
    ['select a from b for update', false],
    ['with x as (delete from b returning *) select * from x', false],
    ['insert into a values (?)', false],
    ['explain select 1', false],
    ["select 'delete; insert'", true],
    ['', false],
  ])('%s: %s', (sql, expected) => {
    expect(isPlainSelect(sql, 'postgres')).toBe(expected);
  });
});

it.each([
  [
    'select t1.* from tags as t1 left join articles_tags_lnk as t0 on t0.a = t1.id where t0.b in (1, 2)',
    true,
  ],
  ['select * from t where id in ($1)', true],
  ['select * from t where id in (select id from u)', false],
  ['select * from t where id = 1', false],
  ['select count(*) from t', false],
  ['delete from t where id in (1, 2)', false],
])('isLoad: %s', (sql, expected) => {
  expect(fingerprintOf(sql, 'postgres').isLoad).toBe(expected);
});
