import { AUTHOR, TAG, refused, streams, works, type Probe } from './probe';

/** knex and SQL: what nobody narrows by himself. */
export const sqlProbes: Probe[] = [
  works('knex select', ({ knex }) => knex('authors').select('name').orderBy('id')),
  works('knex select, alias', ({ knex }) => knex('authors as a').select('a.name').orderBy('a.id')),
  works('knex select, alias as object', ({ knex }) =>
    knex({ a: 'authors' }).select('a.name').orderBy('a.id'),
  ),
  works('knex select, two tables', ({ knex }) =>
    knex({ a: 'authors', t: 'tags' }).select('a.name', 't.name as tag').orderBy(['a.id', 't.id']),
  ),
  works('knex select, capitals', async ({ knex, strapi }) => {
    return strapi.db.dialect.client === 'sqlite'
      ? knex('AUTHORS').select('name').orderBy('id')
      : [];
  }),
  refused('knex select, reference', ({ knex }) =>
    knex.select('name').from(knex.ref('authors')).orderBy('id'),
  ),
  works('knex first, pluck', async ({ knex, target }) => [
    await knex('authors').where('id', target.authors[0].id).first('name'),
    await knex('authors').orderBy('id').pluck('name'),
  ]),
  works('knex orWhere', ({ knex, target }) =>
    knex('authors')
      .where('name', 'nobody')
      .orWhere('id', target.authors[0].id)
      .orWhereNotNull('name')
      .select('name')
      .orderBy('id'),
  ),
  works('knex count, max, sum', async ({ knex }) => [
    await knex('authors').count({ n: 'id' }),
    await knex('authors').max({ n: 'name' }),
    await knex('vaults').sum({ n: 'score' }),
  ]),
  works('knex join', ({ knex }) =>
    knex('articles as x')
      .join('articles_author_lnk as l', 'l.article_id', 'x.id')
      .join('authors as a', 'a.id', 'l.author_id')
      .select('x.title', 'a.name')
      .orderBy('x.id'),
  ),
  works('knex leftJoin', ({ knex }) =>
    knex('vaults as v')
      .leftJoin('authors as a', 'a.id', 'v.keeper_id')
      .select('v.name', 'a.name as k')
      .orderBy('v.id'),
  ),
  works('knex join from a table without sites', ({ knex }) =>
    knex('admin_users as u')
      .crossJoin('tags' as never)
      .select('name')
      .orderBy('tags.id'),
  ),
  works('knex join with a callback', ({ knex }) =>
    knex('tags as t')
      .leftJoin('authors as a', function () {
        this.on('a.slug', '!=', 't.slug').orOn('a.id', '=', 'a.id');
      })
      .select('t.name', 'a.name as author')
      .orderBy(['t.id', 'a.id']),
  ),
  works('knex join to a sub-select', ({ knex }) =>
    knex('tags as t')
      .join(knex('authors').select('name as author', 'site_id as s').as('a'), (join) => {
        join.onVal('a.s', '>', 0);
      })
      .select('t.name', 'a.author')
      .orderBy(['t.id', 'a.author']),
  ),
  works('knex union', ({ knex }) =>
    knex('tags').select('name').union(knex('authors').select('name')).orderBy('name'),
  ),
  works('knex union with a callback', ({ knex }) =>
    knex('tags')
      .select('name')
      .unionAll(function () {
        void this.select('name').from('authors');
      })
      .orderBy('name'),
  ),
  works('knex sub-select as a table', ({ knex }) =>
    knex.from(knex('authors').select('name').as('x')).select('name').orderBy('name'),
  ),
  works('knex sub-select as a column', ({ knex }) =>
    knex('tags').select('name', knex('authors').max('name').as('top')).orderBy('id'),
  ),
  works('knex whereIn', ({ knex }) =>
    knex('tags').whereIn('site_id', knex('authors').select('site_id')).select('name').orderBy('id'),
  ),
  works('knex whereExists with a callback', ({ knex }) =>
    knex('tags')
      .whereExists(function () {
        void this.select('id').from('authors').where('name', 'like', 'zqsecret%');
      })
      .select('name'),
  ),
  works('knex whereNotIn, from a table without sites', ({ knex }) =>
    knex('admin_users')
      .whereNotExists(knex('tags').where('name', 'like', 'zqsecret%').select('id'))
      .count({ n: 'id' }),
  ),
  works('knex with', ({ knex }) =>
    knex.with('w', knex('authors').select('name')).select('name').from('w').orderBy('name'),
  ),
  works('knex with, callback', ({ knex }) =>
    knex
      .with('w', (query) => void query.select('name').from('authors'))
      .select('name')
      .from('w')
      .orderBy('name'),
  ),
  works('knex having, order by a sub-select', ({ knex }) =>
    knex('tags')
      .select('name')
      .orderBy(knex('authors').where('name', 'like', 'zqsecret%').count('id') as never)
      .orderBy('id'),
  ),
  works('knex on a component', ({ knex }) =>
    knex('components_shared_seos').select('meta_title').orderBy('id'),
  ),
  works('knex on a link table', ({ knex }) => knex('articles_tags_lnk').count({ n: 'id' })),
  works('knex join with a component', ({ knex }) =>
    knex('admin_users as u')
      .crossJoin('components_shared_seos as s' as never)
      .select('s.meta_title')
      .orderBy('s.id'),
  ),
  works('knex join with a link table', ({ knex }) =>
    knex('articles as x')
      .leftJoin('articles_author_lnk as l', 'l.article_id', 'x.id')
      .count({ n: 'l.id' }),
  ),
  works('knex on what sites word anew', ({ knex }) =>
    knex('multi_site_overrides').select('name').orderBy('id'),
  ),
  refused('knex on the registry', ({ knex }) => knex('site_content').count({ n: 'id' })),
  refused('knex join with the registry', ({ knex }) =>
    knex('articles as x')
      .leftJoin('site_content as s', 's.content_id', 'x.document_id')
      .count({ n: 's.id' }),
  ),
  refused('knex join with the shares', ({ knex }) =>
    knex('articles as x')
      .join('multi_site_shares as s', 's.content_id', 'x.document_id')
      .select('s.site'),
  ),
  works('knex in a transaction', ({ strapi }) =>
    strapi.db.transaction(({ trx }) => trx('authors').select('name').orderBy('id')),
  ),
  works('knex transacting', ({ knex }) =>
    knex.transaction((trx) => knex('authors').transacting(trx).select('name').orderBy('id')),
  ),
  works('knex savepoint', ({ knex }) =>
    knex.transaction((outer) =>
      outer.transaction((inner) => inner('authors').select('name').orderBy('id')),
    ),
  ),
  streams(
    works('knex stream', async ({ knex }) => {
      const rows: unknown[] = [];
      for await (const row of knex('authors').select('name').orderBy('id').stream()) rows.push(row);
      return rows;
    }),
  ),
  streams(
    works('knex stream in a transaction', ({ knex }) =>
      knex.transaction(async (trx) => {
        const rows: unknown[] = [];
        for await (const row of trx('authors').select('name').orderBy('id').stream())
          rows.push(row);
        return rows;
      }),
    ),
  ),
  works('knex with user parameters', ({ knex }) =>
    knex.withUserParams({ a: 1 })('authors').select('name').orderBy('id'),
  ),
  works('knex insert', async ({ knex, otherSite }) => {
    await knex('tags').insert({ name: 'raw', slug: 'raw', site_id: otherSite });
    return knex('tags').where({ slug: 'raw' }).pluck('name');
  }),
  works('knex batchInsert', async ({ knex, otherSite }) => {
    await knex.batchInsert('tags', [{ name: 'b', slug: 'b', site_id: otherSite }]);
    return knex('tags').where({ slug: 'b' }).pluck('name');
  }),
  refused('knex insert from a select', ({ knex }) =>
    knex('tags').insert(knex('authors').select('name', 'slug', 'site_id')),
  ),
  refused('knex insert from a select, raw columns', ({ knex }) =>
    knex(knex.raw('?? (??, ??)', ['tags', 'name', 'slug'])).insert(
      knex('authors').select('name', 'slug'),
    ),
  ),
  refused('knex upsert', ({ knex, target }) =>
    knex('tags').insert({ id: target.tags[0].id, name: 'x' }).onConflict('id').merge(),
  ),
  works('knex update', ({ knex, otherSite }) =>
    knex('authors').update({ bio: 'swept', site_id: otherSite }),
  ),
  works('knex update by foreign id', ({ knex, target }) =>
    knex('authors').where('id', target.authors[0].id).update({ bio: 'x' }),
  ),
  refused('knex increment of the site', ({ knex, own }) =>
    knex('tags').where('id', own.tags[0].id).increment('site_id', 1),
  ),
  works('knex update of the site, capitals', async ({ knex, strapi, own, otherSite }) => {
    const column = strapi.db.dialect.client === 'sqlite' ? 'SITE_ID' : 'site_id';
    return knex('tags')
      .where('id', own.tags[0].id)
      .update({ name: 'n', [column]: otherSite });
  }),
  works('knex delete', ({ knex }) => knex('tags').delete()),
  works('knex delete by foreign id', ({ knex, target }) =>
    knex('tags').where({ id: target.tags[0].id }).orWhere({ id: target.tags[1].id }).del(),
  ),
  refused('knex truncate', ({ knex }) => knex('tags').truncate()),
  works('knex on a link table, write', ({ knex, target }) =>
    knex('articles_tags_lnk').where('tag_id', target.tags[0].id).delete(),
  ),

  refused('raw select', ({ knex }) => knex.raw('select name from authors')),
  refused('raw select in a transaction', ({ strapi }) =>
    strapi.db.transaction(({ trx }) => trx.raw('select name from authors')),
  ),
  refused('raw select, bound table', ({ knex }) => knex.raw('select * from ??', ['authors'])),
  refused('raw select, named binding', ({ knex }) =>
    knex.raw('select * from :table:', { table: 'authors' }),
  ),
  refused('raw select, quoted and capitals', ({ knex }) => knex.raw('SELECT * FROM "Authors"')),
  refused('raw select, comment in the way', ({ knex }) =>
    knex.raw('select/**/name/**/from/**/authors'),
  ),
  refused('raw select of components', ({ knex }) =>
    knex.raw('select meta_title from components_shared_seos'),
  ),
  refused('raw select of links', ({ knex }) =>
    knex.raw('select count(*) as n from ??', ['articles_author_lnk']),
  ),
  refused('raw select of the registry', ({ knex }) =>
    knex.raw('select count(*) as n from site_content'),
  ),
  refused('raw select of shares', ({ knex }) => knex.raw('select site from multi_site_shares')),
  refused('raw select of what sites word anew', ({ knex }) =>
    knex('tags').whereRaw('exists (select 1 from multi_site_overrides where site > ?)', [0]),
  ),
  refused('raw update', ({ knex }) => knex.raw("update tags set name = 'x'")),
  refused('raw delete', ({ knex }) => knex.raw('delete from tags')),
  refused('raw with', ({ knex }) => knex.raw('with w as (select * from tags) select * from w')),
  streams(
    refused('raw stream', async ({ knex }) => {
      for await (const row of knex.raw('select name from authors').stream()) return row as unknown;
      return null;
    }),
  ),
  refused('raw in a column', ({ knex }) =>
    knex('tags').select(knex.raw('(select max(name) from authors) as top')),
  ),
  refused('raw in a condition', ({ knex }) =>
    knex('tags').whereRaw('exists (select 1 from authors where name like ?)', ['zqsecret%']),
  ),
  refused('raw in a sort', ({ knex }) =>
    knex('tags').orderByRaw('(select count(*) from ??)', ['authors']),
  ),
  refused('raw as a table', ({ knex }) => knex.select('name').from(knex.raw('authors'))),
  refused('raw as a table, bound', ({ knex }) =>
    knex.select('name').from(knex.raw('?? as ??', ['authors', 'a'])),
  ),
  refused('raw join', ({ knex }) =>
    knex('tags').joinRaw('inner join authors on 1 = 1').select('authors.name'),
  ),
  refused('raw join with a comma', ({ knex }) =>
    knex('admin_users').joinRaw(', authors').select('authors.name'),
  ),
  refused('raw in a join', ({ knex }) =>
    knex('tags')
      .join(knex.raw('authors'), (join) => void join.onVal('authors.id', '>', 0))
      .select('authors.name'),
  ),
  refused('raw inside the query builder', ({ builder, knex }) =>
    builder(TAG)
      .select(['name', knex.raw('(select max(name) from authors) as top')])
      .execute({ mapResults: false }),
  ),
  works('builder inside the query builder', ({ query, knex }) =>
    query(TAG).findMany({
      select: ['name'],
      where: {
        name: { $notIn: knex('authors').select('name') },
        id: { $lt: knex('authors').max('id') },
      },
    }),
  ),
  works('builder inside the query builder, in an object without a prototype', ({ query, knex }) => {
    const bare = (members: object): object => Object.assign(Object.create(null) as object, members);
    const name = bare({ $notIn: knex('authors').select('name') });
    const id = bare({ $lt: knex('authors').max('id') });
    return query(TAG).findMany({ select: ['name'], where: bare({ name, id }) });
  }),
  works('query builder taken apart', ({ builder, target }) =>
    builder(AUTHOR)
      .select(['name'])
      .where({ id: 1 })
      .getKnexQuery()
      .clearWhere()
      .where('t0.id', target.authors[0].id),
  ),
  works('query builder turned to another table', ({ builder }) =>
    builder(AUTHOR).select(['name']).getKnexQuery().from('tags as t0'),
  ),
  works('query builder turned into a sub-select', ({ builder, knex }) =>
    knex
      .from(builder(AUTHOR).select(['name']).getKnexQuery().orWhereNotNull('t0.name').as('x'))
      .select('name')
      .orderBy('name'),
  ),
];
