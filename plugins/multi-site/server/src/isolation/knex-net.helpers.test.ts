import vm from 'node:vm';
import type { Knex } from 'knex';
import { aGuard, openDatabase, strapiOf } from './knex-fixture';
import { checkStatement, installKnexNet } from './knex-net';

let knex: Knex;
let remove: () => void;
const { guard } = aGuard();

beforeAll(async () => {
  knex = await openDatabase();
  for (const table of ['registry', 'wordings']) {
    await knex.schema.createTable(table, (builder) => {
      builder.integer('site');
      builder.text('text');
    });
    await knex(table).insert([
      { site: 1, text: 'own' },
      { site: 2, text: 'secret' },
    ]);
  }
  remove = installKnexNet(strapiOf(knex), guard);
});
afterAll(async () => {
  remove();
  await knex.destroy();
});

type Query = () => PromiseLike<unknown>;
const run = (query: Query) => Promise.resolve(query());

describe('the tables that say what belongs to whom', () => {
  it.each<[string, Query]>([
    ['read', () => knex('registry').select('text')],
    ['joined', () => knex('tags').join('registry as r', 'r.site', 'tags.id').select('r.text')],
    [
      'joined whole',
      () =>
        knex('settings')
          .crossJoin('registry' as never)
          .select('text'),
    ],
    [
      'counted in a sub-select',
      () => knex('settings').whereExists(knex('registry').select('site')),
    ],
    ['read with raw SQL', () => knex.raw('select text from registry')],
    ['joined with raw SQL', () => knex('tags').joinRaw('join registry on 1 = 1')],
  ])('are closed inside a site: %s', async (_what, query) => {
    await expect(run(query)).rejects.toThrow();
  });
});

describe('what sites word in their own way', () => {
  it.each<[string, Query]>([
    ['read', () => knex('wordings').select('text')],
    ['read under another name', () => knex('wordings as w').select('w.text')],
    [
      'joined',
      () =>
        knex('settings')
          .join('wordings as w', 'w.site', '>', 0 as never)
          .select('w.text'),
    ],
    [
      'joined whole',
      () =>
        knex('settings')
          .crossJoin('wordings' as never)
          .select('text'),
    ],
  ])('is the site’s own: %s', async (_what, query) => {
    expect(await run(query)).toEqual([{ text: 'own' }]);
  });

  it('is changed by its own site only', async () => {
    expect(await knex('wordings').update({ text: 'own' })).toBe(1);
  });
});

describe('raw SQL that names a link table', () => {
  it('is refused', async () => {
    await expect(run(() => knex.raw('select count(*) from ??', ['links']))).rejects.toMatchObject({
      details: { code: 'MULTI_SITE_RAW_SQL_REFUSED', table: 'links' },
    });
  });

  it('is let through where Strapi puts the table in order', async () => {
    const order =
      'UPDATE ?? as a SET tag_id = b.n FROM (select article_id, tag_id as n from links) AS b';
    await knex.raw(`${order} WHERE b.article_id = a.article_id`, ['links']);
    expect(await knex('links').count({ n: '*' })).toEqual([{ n: 4 }]);
  });
});

describe('a condition that holds a builder', () => {
  it.each<[string, () => object]>([
    ['as an object', () => ({})],
    ['as one without a prototype', () => Object.create(null) as object],
    ['as one of another realm', () => vm.runInNewContext('({})') as object],
  ])('is narrowed: %s', (_what, make) => {
    const titles = knex('articles').select('title');
    checkStatement(Object.assign(make(), { title: Object.assign(make(), { $in: titles }) }), guard);
    expect(titles.toSQL().sql).toContain('site_id');
  });
});
