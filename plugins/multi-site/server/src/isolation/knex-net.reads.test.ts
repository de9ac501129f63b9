import type { Knex } from 'knex';
import { aGuard, openDatabase, readAll, strapiOf } from './knex-fixture';
import { installKnexNet } from './knex-net';

let knex: Knex;
let remove: () => void;

beforeAll(async () => {
  knex = await openDatabase();
  remove = installKnexNet(strapiOf(knex), aGuard().guard);
});
afterAll(async () => {
  remove();
  await knex.destroy();
});

const articles = () => knex('articles');
const titles = (rows: { title: string | null }[]) => rows.map((row) => row.title).sort();
type Query = () => PromiseLike<unknown>;

/** Everything site 1 can read of articles. */
const OWN = ['own one', 'own two'];

describe('a read of site 1 shows its own rows only', () => {
  it.each<[string, Query]>([
    ['plain', () => articles().select('title')],
    ['without columns', () => articles()],
    ['with an alias', () => knex('articles as a').select('a.title')],
    ['with an alias in capitals', () => knex('articles AS a').select('a.title')],
    ['with an alias as an object', () => knex({ a: 'articles' }).select('a.title')],
    ['with a schema in the name', () => knex('main.articles').select('title')],
    ['with a schema of its own', () => articles().withSchema('main').select('title')],
    ['with the name in another case', () => knex('ARTICLES').select('title')],
    ['by from', () => knex.select('title').from('articles')],
    ['with a condition', () => articles().where('views', '>', 0).select('title')],
    ['with or', () => articles().where('id', 1).orWhere('id', '>', 0).select('title')],
    ['with or first', () => articles().orWhere('id', '>', 0).orWhere('id', 3).select('title')],
    ['with or in raw SQL', () => articles().whereRaw('1 = 0 or 1 = 1').select('title')],
    [
      'with or in brackets',
      () =>
        articles()
          .where((q) => void q.where('id', 1).orWhere('id', '>', 0))
          .select('title'),
    ],
    ['with not', () => articles().whereNot('id', 99).select('title')],
    [
      'asking for the other site',
      () => articles().whereNot('site_id', 1).orWhere('id', '<', 3).select('title'),
    ],
    ['distinct', () => articles().distinct('title')],
    ['sorted and limited', () => articles().orderBy('id', 'desc').limit(2).select('title')],
    ['grouped', () => articles().groupBy('title').select('title')],
    ['with having', () => articles().groupBy('title').havingRaw('1 = 1').select('title')],
    ['from a sub-select', () => knex.select('title').from(articles().as('t'))],
    [
      'from a function',
      () =>
        knex.select('title').from(function (this: Knex.QueryBuilder) {
          void this.from('articles').as('t');
        }),
    ],
    ['from a sub-select of a sub-select', () => knex.from(knex.from(articles().as('x')).as('y'))],
    ['by with', () => knex.with('t', articles()).select('title').from('t')],
    ['by with and a function', () => knex.with('t', (q) => void q.from('articles')).from('t')],
    [
      'by with and a column list',
      () => knex.with('t', ['title'], articles().select('title')).from('t'),
    ],
    ['by recursive with', () => knex.withRecursive('t', articles()).from('t')],
    ['by union', () => articles().select('title').union(articles().select('title'))],
    [
      'by union of a list',
      () =>
        articles()
          .select('title')
          .union([articles().select('title')]),
    ],
    [
      'by union of a function',
      () =>
        articles()
          .select('title')
          .union(function (this: Knex.QueryBuilder) {
            void this.from('articles').select('title');
          }),
    ],
    [
      'by union onto nothing',
      () => knex('settings').where('id', 0).select('title').union(articles().select('title')),
    ],
    [
      'by intersect',
      () =>
        articles()
          .select('title')
          .intersect([articles().select('title')]),
    ],
    ['in a transaction', () => knex.transaction((trx) => trx('articles').select('title'))],
    ['after clone', () => articles().where('id', '>', 0).clone().select('title')],
    ['as a stream', () => readAll(articles().select('title').stream())],
    ['by modify', () => articles().modify((q, column) => void q.select(column), 'title')],
  ])('%s', async (_what, query) => {
    const rows = (await query()) as { title: string }[];
    expect(titles(rows)).toEqual(OWN);
  });
});

describe('a figure of site 1 counts its own rows only', () => {
  it.each<[string, Query, unknown]>([
    ['count', () => articles().count({ n: '*' }).first(), { n: 2 }],
    ['count distinct', () => articles().countDistinct({ n: 'id' }).first(), { n: 2 }],
    ['max', () => articles().max({ n: 'views' }).first(), { n: 2 }],
    ['sum in raw SQL', () => articles().select(knex.raw('sum(views) as n')).first(), { n: 3 }],
    [
      'a column made by a sub-select',
      () => knex.select({ n: articles().count() }).first(),
      { n: 2 },
    ],
    [
      'a column made by a named sub-select',
      () => knex.select(articles().count().as('n')).first(),
      { n: 2 },
    ],
    [
      'a column made by a function',
      () =>
        knex
          .select(function (this: Knex.QueryBuilder) {
            void this.from('articles').count().as('n');
          })
          .first(),
      { n: 2 },
    ],
    [
      'a builder bound into raw SQL',
      () => knex.select(knex.raw('(?) as n', [articles().count()])).first(),
      { n: 2 },
    ],
    [
      'a builder bound by name',
      () => knex.select(knex.raw('(:q) as n', { q: articles().count() })).first(),
      { n: 2 },
    ],
    [
      'a builder as all of raw SQL',
      async () =>
        (
          (await knex.raw('select * from (?) as t', [articles().count({ n: '*' })])) as unknown[]
        )[0],
      { n: 2 },
    ],
    ['pluck', () => articles().orderBy('id').pluck('id'), [1, 2]],
    ['first, by a foreign id', () => articles().where('id', 3).first(), undefined],
    [
      'a count of what another condition hides',
      () => articles().where('title', 'like', 'secret%').count({ n: '*' }).first(),
      { n: 0 },
    ],
  ])('%s', async (_what, query, expected) => {
    expect(await query()).toEqual(expected);
  });
});
