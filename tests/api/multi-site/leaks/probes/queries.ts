import { VAULT } from '../lib/vault-schema';
import { ARTICLE, AUTHOR, BY_ID, FILE, FOLDER, TAG, refused, works, type Probe } from './probe';

const named = { select: ['name'], orderBy: BY_ID };

/** strapi.db.query() and the query builder below it. */
export const queryProbes: Probe[] = [
  works('query.findMany', ({ query }) => query(AUTHOR).findMany(named)),
  works('query.findMany, media and folders', async ({ query }) => [
    await query(FILE).findMany(named),
    await query(FOLDER).findMany(named),
  ]),
  works('query.findOne, foreign id', ({ query, target }) =>
    query(AUTHOR).findOne({ where: { id: target.authors[0].id } }),
  ),
  works('query.findMany, $or at the top', ({ query, target }) =>
    query(AUTHOR).findMany({
      ...named,
      where: { $or: [{ id: target.authors[0].id }, { name: { $contains: 'ada' } }] },
    }),
  ),
  works('query.findMany, $not and $notIn', ({ query, own }) =>
    query(AUTHOR).findMany({
      ...named,
      where: { $not: { name: own.authors[0].name }, id: { $notIn: [own.authors[0].id] } },
    }),
  ),
  works('query.findPage', ({ query }) =>
    query(AUTHOR).findPage({ ...named, page: 1, pageSize: 3 }),
  ),
  works('query.findWithCount', ({ query }) => query(TAG).findWithCount(named)),
  works('query.count', async ({ query, target }) => [
    await query(ARTICLE).count(),
    await query(TAG).count({ where: { name: { $startsWith: target.mark } } }),
  ]),
  works('query.findMany, _q', ({ query, target }) =>
    query(AUTHOR).findMany({ ...named, _q: target.mark }),
  ),
  works('query.findMany, the site column named', ({ query, otherSite }) =>
    query(TAG).findMany({ ...named, where: { site_id: otherSite } }),
  ),
  works('query.findMany, the site column in $or', ({ query, otherSite }) =>
    query(TAG).findMany({
      ...named,
      where: { $or: [{ site_id: otherSite }, { site_id: { $null: true } }] },
    }),
  ),
  works('query.create with a stuffed site', async ({ query, otherSite }) => {
    const row = await query(TAG).create({ data: { name: 'q', slug: 'q', site_id: otherSite } });
    return (row as { name: string }).name;
  }),
  works('query.createMany with a stuffed site', async ({ query, otherSite }) => {
    const data = [1, 2].map((n) => ({ name: `m${n}`, slug: `m${n}`, site_id: otherSite }));
    return ((await query(TAG).createMany({ data })) as { count: number }).count;
  }),
  works('query.update, foreign id', ({ query, target }) =>
    query(AUTHOR).update({ where: { id: target.authors[0].id }, data: { bio: 'x' } }),
  ),
  works('query.update with a stuffed site', async ({ query, own, otherSite }) => {
    const where = { id: own.tags[0].id };
    await query(TAG).update({ where, data: { name: 'moved', site_id: otherSite } });
    return query(TAG).findOne({ where, select: ['name'] });
  }),
  works('query.updateMany', ({ query }) =>
    query(AUTHOR).updateMany({ where: {}, data: { bio: 'swept' } }),
  ),
  works('query.updateMany with a stuffed site', ({ query, otherSite }) =>
    query(AUTHOR).updateMany({ where: {}, data: { bio: 's', site_id: otherSite } }),
  ),
  works('query.updateMany, site in capitals', ({ query, otherSite }) =>
    query(AUTHOR).updateMany({ where: {}, data: { bio: 's', SITE_ID: otherSite } }),
  ),
  works('query.delete, foreign id', ({ query, target }) =>
    query(TAG).delete({ where: { id: target.tags[0].id } }),
  ),
  works('query.deleteMany', ({ query }) => query(TAG).deleteMany({ where: {} })),
  works('query.deleteMany through a relation', ({ query, target }) =>
    query(ARTICLE).deleteMany({ where: { author: { name: target.authors[0].name } } }),
  ),
  works('query.load from a foreign row', async ({ query, target }) => [
    await query(AUTHOR).load({ id: target.authors[0].id }, 'articles', { orderBy: BY_ID }),
    await query(ARTICLE).load({ id: target.articles[0].id }, 'author'),
  ]),
  works('query.load from an own row', ({ query, own }) =>
    query(ARTICLE).load({ id: own.articles[0].id }, 'tags', named),
  ),
  works('query on a component', ({ query }) =>
    query('shared.seo').findMany({ select: ['metaTitle'], orderBy: BY_ID }),
  ),
  works('query on a component, count', ({ query }) => query('shared.link').count()),
  works('query.updateMany on a component', ({ query }) =>
    query('shared.link').updateMany({ where: {}, data: { label: 'swept' } }),
  ),
  works('query on a link table', ({ query }) =>
    query('articles_tags_lnk').findMany({ orderBy: BY_ID }),
  ),
  works('query on a polymorphic link table', ({ query }) => query('files_related_mph').count()),
  refused('query on the registry', ({ query }) =>
    query('plugin::multi-site.site-content').findMany({ orderBy: BY_ID }),
  ),

  works('builder select', ({ builder }) =>
    builder(AUTHOR).select(['name']).orderBy(BY_ID).execute(),
  ),
  works('builder clone', ({ builder }) =>
    builder(AUTHOR).select(['name']).orderBy(BY_ID).clone().execute(),
  ),
  works('builder max, min', async ({ builder }) => [
    await builder(AUTHOR).max('name').first().execute(),
    await builder(AUTHOR).min('name').first().execute(),
    await builder(FILE).max('name').first().execute(),
  ]),
  works('builder increment', async ({ builder, query, own }) => {
    await builder(VAULT)
      .where({ name: { $notNull: true } })
      .increment('score', 3)
      .execute();
    return query(VAULT).findOne({ where: { id: own.vaults[0].id }, select: ['score'] });
  }),
  works('builder increment of the site', ({ builder, own }) =>
    builder(TAG).where({ id: own.tags[0].id }).increment('site_id', 1).execute(),
  ),
  works('builder update', ({ builder }) =>
    builder(AUTHOR)
      .where({ name: { $notNull: true } })
      .update({ bio: 'swept' })
      .execute(),
  ),
  works('builder delete', ({ builder }) => builder(TAG).where({}).delete().execute()),
  refused('builder upsert', ({ builder, target }) =>
    builder(TAG)
      .insert({ id: target.tags[0].id, name: 'taken', slug: 'taken' })
      .onConflict('id')
      .merge(['name'])
      .execute(),
  ),
  works('builder stream', async ({ builder }) => {
    const rows: unknown[] = [];
    for await (const row of builder(AUTHOR)
      .init({ select: ['name'], orderBy: BY_ID })
      .stream()) {
      rows.push(row);
    }
    return rows;
  }),
  works('builder stream with populate', async ({ builder }) => {
    const rows: unknown[] = [];
    const params = { select: ['title'], orderBy: BY_ID, populate: { tags: true, author: true } };
    for await (const row of builder(ARTICLE).init(params).stream()) rows.push(row);
    return rows;
  }),
  works('builder join by hand', ({ builder }) =>
    builder(TAG)
      .select(['name', 'a.name'])
      .join({
        alias: 'a',
        referencedTable: 'authors',
        referencedColumn: 'slug',
        rootColumn: 'slug',
        rootTable: 't0',
      })
      .orderBy(BY_ID)
      .execute({ mapResults: false }),
  ),
  works('builder inside a transaction', ({ strapi, query }) =>
    strapi.db.transaction(async () => query(AUTHOR).findMany(named)),
  ),
];
