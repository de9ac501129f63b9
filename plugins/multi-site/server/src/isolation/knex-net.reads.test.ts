import type { Knex } from 'knex';
import { aGuard, openDatabase, strapiOf } from './knex-fixture';
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
    [
      'by from and a reference to the table',
      () => knex.select('title').from(knex.ref('articles') as never),
    ],
    ['with a condition', () => articles().where('views', '>', 0).select('title')],
    ['with or', () => articles().where('id', 1).orWhere('id', '>', 0).select('title')],
    ['with or first', () => articles().orWhere('id', '>', 0).orWhere('id', 3).select('title')],
    ['with or in raw SQL', () => articles().whereRaw('1 = 0 or 1 = 1').select('title')],
    [
      'with or in brackets',
      () =>
        articles()
          .where((q) => q.where('id', 1).orWhere('id', '>', 0))
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
        knex.select('title').from(function () {
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
          .union(function () {
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
    [
      'as a stream',
      async () => {
        const rows: unknown[] = [];
        for await (const row of articles().select('title').stream()) rows.push(row);
        return rows;
      },
    ],
    ['by modify', () => articles().modify((q) => void q.select('title'))],
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
          .select(function () {
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

describe('a condition of site 1 feels its own rows only', () => {
  const settings = () => knex('settings').select('settings.title');
  const secret = (q: Knex.QueryBuilder) =>
    q.from('articles').select('id').where('title', 'like', 'secret%');

  it.each<[string, Query]>([
    ['where exists', () => settings().whereExists((q) => void secret(q))],
    ['where exists of a builder', () => settings().whereExists(secret(knex.queryBuilder()))],
    [
      'where in',
      () =>
        settings().whereIn('id', secret(knex.queryBuilder()).clearSelect().select(knex.raw('1'))),
    ],
    [
      'where in a function',
      () =>
        settings().whereIn('id', function () {
          void secret(this).clearSelect().select(knex.raw('1'));
        }),
    ],
    [
      'where a value is a sub-select',
      () => settings().where('id', '=', articles().where('id', 3).count() as never),
    ],
    [
      'where a function compares',
      () =>
        settings().where('id', '=', function () {
          void this.from('articles').where('id', 3).count();
        } as never),
    ],
    [
      'where nested',
      () =>
        settings().where(
          (q) => void q.where('id', 0).orWhere((p) => void p.whereExists((e) => void secret(e))),
        ),
    ],
    [
      'having exists',
      () =>
        settings()
          .groupBy('title')
          .havingExists((q) => void secret(q)),
    ],
    [
      'having in',
      () =>
        settings()
          .groupBy('id')
          .havingIn('id', articles().where('id', 3).count() as never),
    ],
    [
      'join by a sub-select',
      () =>
        settings().join(
          secret(knex.queryBuilder()).as('a'),
          knex.raw('1 = 1') as never,
          '=',
          knex.raw('1 = 1') as never,
        ),
    ],
    [
      'join on exists',
      () =>
        settings().join(
          'countries',
          (on) => void on.on(knex.raw('1 = 1') as never).andOnExists((q) => void secret(q)),
        ),
    ],
    [
      'join on a value in a sub-select',
      () =>
        settings().join(
          'countries',
          (on) =>
            void on.onIn(
              'countries.id',
              secret(knex.queryBuilder()).clearSelect().select(knex.raw('1')) as never,
            ),
        ),
    ],
  ])('%s', async (_what, query) => {
    expect(await query()).toEqual([]);
  });

  it('sorts by no foreign value', async () => {
    const secretFirst = knex('settings')
      .select('title')
      .orderBy(articles().where('id', 3).select('title') as never);
    expect(await secretFirst).toEqual([{ title: 'settings' }]);
  });
});

describe('a join of site 1 shows its own rows only', () => {
  const tagTitles = (rows: unknown) => (rows as { tag: string | null }[]).map((row) => row.tag);
  const linked = () =>
    articles()
      .select('tags.title as tag')
      .orderBy('articles.id')
      .join('links', 'links.article_id', 'articles.id');

  it.each<[string, Query, (string | null)[]]>([
    ['inner join', () => linked().join('tags', 'tags.id', 'links.tag_id'), ['own tag']],
    ['left join', () => linked().leftJoin('tags', 'tags.id', 'links.tag_id'), ['own tag', null]],
    [
      'a join with an alias',
      () =>
        linked().clearSelect().select('t.title as tag').join('tags as t', 't.id', 'links.tag_id'),
      ['own tag'],
    ],
    [
      'a join with an alias as an object',
      () =>
        linked().clearSelect().select('t.title as tag').join({ t: 'tags' }, 't.id', 'links.tag_id'),
      ['own tag'],
    ],
    [
      'a join by a function',
      () => linked().join('tags', (on) => void on.on('tags.id', 'links.tag_id')),
      ['own tag'],
    ],
    [
      'a join with or',
      () =>
        linked().join(
          'tags',
          (on) => void on.on('tags.id', 'links.tag_id').orOnVal('tags.id', '>', 1),
        ),
      ['own tag'],
    ],
    [
      'a left join with or',
      () =>
        linked().leftJoin(
          'tags',
          (on) => void on.on('tags.id', 'links.tag_id').orOnVal('tags.id', 2),
        ),
      ['own tag', null],
    ],
    [
      'a cross join',
      () =>
        knex('settings')
          .crossJoin('tags' as never)
          .select('tags.title as tag'),
      ['own tag'],
    ],
    [
      'a join from a table of nobody',
      () => knex('links').join('tags', 'tags.id', 'links.tag_id').distinct('tags.title as tag'),
      ['own tag'],
    ],
    [
      'a comma join',
      () => knex({ t: 'tags', s: 'settings' } as never).select('t.title as tag'),
      ['own tag'],
    ],
    [
      'a comma join the other way round',
      () => knex({ s: 'settings', t: 'tags' } as never).select('t.title as tag'),
      ['own tag'],
    ],
  ])('%s', async (_what, query, expected) => {
    expect(tagTitles(await query())).toEqual(expected);
  });
});
