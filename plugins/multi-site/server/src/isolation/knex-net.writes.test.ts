import type { Knex } from 'knex';
import { aGuard, openDatabase, strapiOf } from './knex-fixture';
import { installKnexNet } from './knex-net';

let knex: Knex;
let remove: () => void;

beforeEach(async () => {
  knex = await openDatabase();
  remove = installKnexNet(strapiOf(knex), aGuard().guard);
});
afterEach(() => knex.destroy());

const articles = () => knex('articles');
const secret = (table: string) => knex(table).where('title', 'like', 'secret%');
type Query = () => PromiseLike<unknown>;

/** The whole table, looked at from outside any site. */
const allRows = async (table = 'articles') => {
  remove();
  const rows: { id: number; title: string | null; views: number; site_id: number | null }[] =
    await knex(table).orderBy('id');
  return rows;
};
const foreignRows = [
  { id: 3, title: 'secret one', views: 10, site_id: 2 },
  { id: 4, title: 'secret two', views: 20, site_id: 2 },
];

describe('a change by site 1 reaches its own rows only', () => {
  it.each<[string, Query]>([
    ['an update of everything', () => articles().update({ views: 7 })],
    ['an update by a foreign id', () => articles().where('id', 3).update({ views: 7 })],
    ['an update with or', () => articles().where('id', 1).orWhere('id', 3).update({ views: 7 })],
    ['an update with an alias', () => knex('articles as a').update({ views: 7 })],
    ['an increment', () => articles().increment('views', 7)],
    ['a decrement', () => articles().decrement('views', 7)],
    ['a deletion of everything', () => articles().delete()],
    ['a deletion by a foreign id', () => articles().where('id', 3).del()],
    ['a deletion with or', () => articles().where('id', 1).orWhere('id', 3).delete()],
    ['an update with returning', () => articles().update({ views: 7 }).returning('*')],
    [
      'an update in a transaction',
      () => knex.transaction((trx) => trx('articles').update({ views: 7 })),
    ],
  ])('%s', async (_what, query) => {
    await query();
    const rows = await allRows();
    expect(rows.filter((row) => row.site_id === 2)).toEqual(foreignRows);
  });

  it('changes the own rows', async () => {
    expect(await articles().update({ views: 7 })).toBe(2);
    expect((await allRows()).map((row) => row.views)).toEqual([7, 7, 10, 20]);
  });

  it('returns the own rows only', async () => {
    const returned = await articles().update({ views: 7 }).returning('title');
    expect(returned).toEqual([{ title: 'own one' }, { title: 'own two' }]);
  });

  it.each<[string, Query]>([
    ['an update', () => articles().update({ views: 7, site_id: 2 })],
    [
      'an update of a qualified column',
      () => articles().update({ views: 7, 'articles.site_id': 2 } as never),
    ],
    ['an update by column and value', () => articles().where('id', 1).update('site_id', 2)],
  ])('moves no row by %s', async (_what, query) => {
    // Where nothing is left to be set, that is an error; the row stays in any case.
    await Promise.resolve(query()).catch(() => undefined);
    expect((await allRows()).map((row) => row.site_id)).toEqual([1, 1, 2, 2]);
  });
});

describe('an insert by site 1 gets that site', () => {
  it.each<[string, Query]>([
    ['a row', () => articles().insert({ title: 'new' })],
    ['a row that says another site', () => articles().insert({ title: 'new', site_id: 2 })],
    ['a list of rows', () => articles().insert([{ title: 'new' }])],
    ['into', () => knex.insert({ title: 'new' }).into('articles')],
    ['a batch', () => knex.batchInsert('articles', [{ title: 'new', site_id: 2 }])],
    [
      'a row that gives way to another',
      () => articles().insert({ title: 'new' }).onConflict('title').ignore(),
    ],
  ])('%s', async (_what, query) => {
    await query();
    const row = (await allRows()).find(({ title }) => title === 'new');
    expect(row?.site_id).toBe(1);
  });

  it.each<[string, Query]>([
    [
      'a row that overwrites another',
      () => articles().insert({ title: 'secret one', views: 7 }).onConflict('title').merge(),
    ],
    [
      'a row that overwrites one column',
      () =>
        articles().insert({ title: 'secret one', views: 7 }).onConflict('title').merge(['views']),
    ],
    ['rows that are selected', () => articles().insert(secret('tags').select('title') as never)],
    [
      'rows that are selected into columns',
      () =>
        knex
          .into(knex.raw('articles (title)') as never)
          .insert(secret('articles').select(knex.raw("title || 'x'")) as never),
    ],
    [
      'rows in raw SQL',
      () => articles().insert(knex.raw('(title) select title from tags') as never),
    ],
    ['a truncation', () => articles().truncate()],
  ])('refuses %s', async (_what, query) => {
    await expect(Promise.resolve(query())).rejects.toThrow(/Raw SQL/);
    expect(await allRows()).toHaveLength(4);
  });
});

describe('what site 1 writes carries nothing of another site', () => {
  const theft = () => secret('articles').select('title').first();

  it.each<[string, Query]>([
    ['an inserted value', () => knex('settings').insert({ title: theft() })],
    ['a value of a list', () => knex('settings').insert([{ title: theft() }] as never)],
    ['an updated value', () => knex('settings').update({ title: theft() } as never)],
    [
      'an inserted value in raw SQL',
      () => knex('settings').insert({ title: knex.raw('(?)', [theft()]) }),
    ],
    [
      'rows selected into a table of nobody',
      () => knex('settings').insert(secret('articles').select('id', 'title') as never),
    ],
    [
      'rows selected by a function',
      () =>
        knex('settings').insert(function (this: Knex.QueryBuilder) {
          void this.from('articles').where('id', 3).select('id', 'title');
        }),
    ],
  ])('in %s', async (_what, query) => {
    await Promise.resolve(query()).catch(() => undefined);
    const rows = await allRows('settings');
    expect(rows.filter((row) => row.title?.startsWith('secret'))).toEqual([]);
  });

  it.each<[string, Query]>([
    [
      'returning',
      () =>
        knex('settings')
          .insert({ title: 'x' })
          .returning(knex.raw('(select title from articles where id = 3) as t') as never),
    ],
    [
      'returning with a bound builder',
      () =>
        knex('settings')
          .update({ title: 'x' })
          .returning(knex.raw('(?) as t', [theft()]) as never),
    ],
    ['a limit', () => knex('settings').limit(knex.raw('(select count(*) from articles)') as never)],
    [
      'an inserted value of raw SQL',
      () =>
        knex('settings').insert({ title: knex.raw('(select title from articles where id = 3)') }),
    ],
    [
      'an updated value of raw SQL',
      () =>
        knex('settings').update({ title: knex.raw('(select title from articles where id = 3)') }),
    ],
  ])('by %s', async (_what, query) => {
    const answer = await Promise.resolve(query()).catch(() => 'refused');
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(JSON.stringify(await allRows('settings'))).not.toContain('secret');
  });
});
