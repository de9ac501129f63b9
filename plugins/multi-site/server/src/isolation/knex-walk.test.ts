import type { Knex } from 'knex';
import { aGuard, createKnex } from './knex-fixture';
import { narrowQuery } from './knex-walk';
import type { KnexQuery, KnexRaw } from './strapi-internals';

const pg = createKnex({ client: 'pg' });
const mysql = createKnex({ client: 'mysql2' });

/** The statement that reaches the database, with site 1's condition in it. */
function narrow(builder: Knex.QueryBuilder, { isReadOnly = false } = {}) {
  const raws: string[] = [];
  const onRaw = (raw: KnexRaw) => raws.push(raw.sql ?? '');
  narrowQuery(builder as unknown as KnexQuery, { guard: aGuard().guard, onRaw, isReadOnly });
  const { sql, bindings } = builder.toSQL().toNative();
  return { sql, bindings, raws };
}

describe('what only PostgreSQL knows', () => {
  it.each<[string, () => Knex.QueryBuilder, string]>([
    [
      'distinct on',
      () => pg('articles').distinctOn('title').select('title'),
      'select distinct on ("title") "title" from "articles" where "articles"."site_id" = $1',
    ],
    [
      'a locked row',
      () => pg('articles').where('id', 3).forUpdate().skipLocked(),
      'select * from "articles" where "id" = $1 and "articles"."site_id" = $2 for update skip locked',
    ],
    [
      'a materialized with',
      () => pg.withMaterialized('t', pg('articles')).from('t'),
      'with "t" as materialized (select * from "articles" where "articles"."site_id" = $1) select * from "t"',
    ],
    [
      'a schema',
      () => pg('articles').withSchema('cms').select('title'),
      'select "title" from "cms"."articles" where "articles"."site_id" = $1',
    ],
    [
      'ilike and or',
      () => pg('articles').whereILike('title', 'a').orWhereILike('title', 'b').select('id'),
      'select "id" from "articles" where ("title" ilike $1 or "title" ilike $2) and "articles"."site_id" = $3',
    ],
    [
      'a deletion with returning',
      () => pg('articles').delete().returning('id') as never,
      'delete from "articles" where "articles"."site_id" = $1 returning "id"',
    ],
    [
      'an update with returning',
      () => pg('articles').update({ views: 1, site_id: 2 }).returning('id') as never,
      'update "articles" set "views" = $1 where "articles"."site_id" = $2 returning "id"',
    ],
  ])('is narrowed: %s', (_what, build, expected) => {
    expect(narrow(build()).sql).toBe(expected);
  });
});

it('keeps a cross join one that PostgreSQL understands: without a condition', () => {
  const { sql } = narrow(
    pg('settings')
      .crossJoin('tags' as never)
      .select('tags.title'),
  );
  expect(sql).not.toMatch(/cross join (?!\().* on /);
  expect(sql).toContain('site_id');
});

describe('on MySQL', () => {
  it.each<[string, () => Knex.QueryBuilder, string]>([
    [
      'a read',
      () => mysql('articles as a').where('a.id', 1).orWhere('a.id', 2).select('a.id'),
      'select `a`.`id` from `articles` as `a` where (`a`.`id` = ? or `a`.`id` = ?) and `a`.`site_id` = ?',
    ],
    [
      'a deletion',
      () => mysql('articles').delete() as never,
      'delete from `articles` where `articles`.`site_id` = ?',
    ],
  ])('is narrowed: %s', (_what, build, expected) => {
    expect(narrow(build()).sql).toBe(expected);
  });
});

describe('the walk itself', () => {
  it('binds the site, never writes it into the text', () => {
    const { sql, bindings } = narrow(pg('articles').where('id', 3));
    expect(sql).not.toMatch(/site_id" = 1/);
    expect(bindings).toEqual([3, 1]);
  });

  it('adds the same condition again when it is called twice', () => {
    const builder = pg('articles').where('id', 1).orWhere('id', 2);
    narrow(builder);
    const { sql } = narrow(builder);
    expect(sql).toBe(
      'select * from "articles" where ("id" = $1 or "id" = $2) and "articles"."site_id" = $3 and "articles"."site_id" = $4',
    );
  });

  it('hands over every piece of raw SQL, however deep', () => {
    const nested = pg('settings').whereIn('id', pg('countries').select(pg.raw('max(id)')));
    const { raws } = narrow(
      nested.orderByRaw('lower(title)').select(pg.raw('?', [pg.raw('now()')])),
    );
    expect(raws.sort()).toEqual(['?', 'lower(title)', 'max(id)', 'now()']);
  });

  it('leaves tables alone that are no site’s business', () => {
    const { sql } = narrow(pg('settings').join('countries', 'countries.id', 'settings.id'));
    expect(sql).not.toContain('site_id');
  });

  it('only looks in report mode', () => {
    const build = () => pg('articles').where('id', 1).orWhere('id', 2);
    expect(narrow(build(), { isReadOnly: true }).sql).toBe(build().toSQL().toNative().sql);
  });
});
