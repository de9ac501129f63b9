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
type Query = () => PromiseLike<unknown>;
/** knex has it and does not type it. */
type HavingExists = Knex.QueryBuilder & {
  havingExists: (build: (query: Knex.QueryBuilder) => void) => Knex.QueryBuilder;
};

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
        settings().whereIn('id', function (this: Knex.QueryBuilder) {
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
        settings().where('id', '=', function (this: Knex.QueryBuilder) {
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
      () => (settings().groupBy('title') as HavingExists).havingExists((q) => void secret(q)),
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
      'a right join',
      () =>
        knex('links').rightJoin('tags', 'tags.id', 'links.tag_id').distinct('tags.title as tag'),
      ['own tag'],
    ],
    [
      'a right join that matches nothing',
      () =>
        knex('settings')
          .rightJoin('tags', 'tags.id', knex.raw('99') as never)
          .select('tags.title as tag'),
      ['own tag'],
    ],
    [
      'a full outer join',
      () =>
        knex('settings')
          .fullOuterJoin('tags', 'tags.id', knex.raw('99') as never)
          .whereNotNull('tags.title')
          .select('tags.title as tag'),
      ['own tag'],
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
