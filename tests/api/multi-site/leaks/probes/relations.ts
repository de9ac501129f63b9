import { VAULT } from '../lib/vault-schema';
import {
  ARTICLE,
  AUTHOR,
  BY_ID,
  FILE,
  FOLDER,
  NAVIGATION,
  PAGE,
  TAG,
  refused,
  works,
  type Probe,
} from './probe';

const all = (uid: string, populate: object): Probe =>
  works(`populate ${uid} ${JSON.stringify(populate)}`, ({ query }) =>
    query(uid).findMany({ orderBy: BY_ID, populate }),
  );

const filter = (name: string, uid: string, where: object): Probe =>
  works(`filter ${name}`, ({ query }) =>
    query(uid).findMany({ select: ['id'], where, orderBy: BY_ID }),
  );

const sorted = (name: string, uid: string, orderBy: object): Probe =>
  works(`sort ${name}`, ({ query }) => query(uid).findMany({ select: ['id'], orderBy }));

const SECRET_START = { $startsWith: 'zqs' };

/** Populates, filters and sorts over every kind of relation; own rows link to hidden ones. */
export const relationProbes: Probe[] = [
  all(ARTICLE, { author: true, category: true }),
  all(ARTICLE, { tags: true, related: true, relatedFrom: true }),
  all(ARTICLE, { cover: true, gallery: true }),
  all(ARTICLE, { seo: { populate: { shareImage: true } }, links: true }),
  all(ARTICLE, {
    sections: {
      on: {
        'sections.gallery': { populate: { images: true } },
        'sections.featured-articles': { populate: { articles: { populate: { author: true } } } },
      },
    },
  }),
  all(ARTICLE, { createdBy: true, localizations: true }),
  all(AUTHOR, { articles: true, portrait: true }),
  all(TAG, { articles: { populate: { author: { populate: { articles: true } } } } }),
  all(PAGE, { parent: true, children: true }),
  all(NAVIGATION, { header: { populate: { page: true } } }),
  all(FILE, { folder: true, related: true }),
  all(FOLDER, { parent: true, children: true, files: true }),
  all(VAULT, { keeper: true, owner: true, badge: true }),
  all(VAULT, { things: true, labels: true, twin: true, twinOf: true, picture: true }),
  all(VAULT, { subject: true }),
  all(VAULT, { subjects: true, watchedBy: true, pinnedBy: true }),
  all(AUTHOR, { articles: { count: true } }),
  all(TAG, { articles: { count: true } }),
  all(FOLDER, { children: { count: true }, files: { count: true } }),
  all(VAULT, { owner: { count: true }, keeper: { count: true }, labels: { count: true } }),
  // The count of a morphToOne is no query: Strapi reads it off the row, so it is no probe here.
  all(VAULT, { subjects: { count: true } }),
  all(VAULT, { twinOf: { count: true }, things: { count: true } }),
  all(FILE, { related: { count: true } }),
  all(ARTICLE, { author: { where: { name: SECRET_START } }, tags: { orderBy: { name: 'desc' } } }),
  works('populate by a number that is not the row’s', async ({ query, own, target }) => {
    const where = { id: own.articles[0].id };
    await query(ARTICLE).update({ where, data: { readingMinutes: target.articles[1].id } });
    // The last one of the two is told.
    const select = ['id', 'reading_minutes as id'];
    const rows = await query(ARTICLE).findMany({ where, select, populate: { tags: true } });
    return (rows as { tags: { name: string }[] }[]).map(({ tags }) => tags.map((tag) => tag.name));
  }),

  filter('manyToOne', ARTICLE, { author: { name: SECRET_START } }),
  filter('manyToOne, $null', ARTICLE, { author: { id: { $null: true } } }),
  filter('manyToOne, $notNull', ARTICLE, { author: { $notNull: true } }),
  filter('manyToOne by bare id', ARTICLE, { category: { id: { $gt: 999 } } }),
  filter('manyToMany', ARTICLE, { tags: { name: SECRET_START } }),
  filter('manyToMany, $notContains', ARTICLE, { tags: { name: { $notContains: 'zq' } } }),
  filter('oneToMany', AUTHOR, { articles: { title: SECRET_START } }),
  filter('oneToMany, $null', AUTHOR, { articles: { id: { $null: true } } }),
  filter('deep', TAG, { articles: { author: { articles: { title: SECRET_START } } } }),
  filter('deep, $null', TAG, { articles: { author: { articles: { id: { $null: true } } } } }),
  filter('self relation', PAGE, { parent: { title: SECRET_START } }),
  filter('media', ARTICLE, { gallery: { name: SECRET_START } }),
  filter('media, $null', AUTHOR, { portrait: { id: { $null: true } } }),
  filter('folder', FILE, { folder: { name: SECRET_START } }),
  filter('folder, $null', FILE, { folder: null }),
  filter('component relation', NAVIGATION, { header: { page: { title: SECRET_START } } }),
  filter('foreign key', VAULT, { keeper: { name: SECRET_START } }),
  filter('foreign key, $null', VAULT, { keeper: { id: { $null: true } } }),
  filter('foreign key, null', VAULT, { keeper: null }),
  filter('oneToOne', VAULT, { badge: { name: SECRET_START } }),
  filter('oneToOne inverse, $null', VAULT, { twinOf: { id: { $null: true } } }),
  filter('polymorphic', VAULT, { watchedBy: { name: SECRET_START } }),
  filter('polymorphic, $null', VAULT, { watchedBy: { id: { $null: true } } }),
  filter('the site of a relation', ARTICLE, { tags: { site_id: { $gt: 2 } } }),
  filter('$or over relations', ARTICLE, {
    $or: [{ author: { name: SECRET_START } }, { tags: { name: SECRET_START } }],
  }),
  filter('$not over a relation', ARTICLE, { $not: { author: { name: SECRET_START } } }),

  sorted('manyToOne', ARTICLE, [{ author: { name: 'asc' } }, BY_ID]),
  sorted('manyToOne desc', ARTICLE, [{ author: { name: 'desc' } }, BY_ID]),
  sorted('manyToMany', ARTICLE, [{ tags: { name: 'desc' } }, BY_ID]),
  sorted('oneToMany', AUTHOR, [{ articles: { title: 'desc' } }, BY_ID]),
  sorted('deep', TAG, [{ articles: { author: { name: 'desc' } } }, BY_ID]),
  sorted('media', ARTICLE, [{ cover: { name: 'desc' } }, BY_ID]),
  sorted('foreign key', VAULT, [{ keeper: { name: 'desc' } }, BY_ID]),
  sorted('relation id', ARTICLE, [{ author: { id: 'desc' } }, BY_ID]),

  refused('link by number', ({ query, own, target }) =>
    query(ARTICLE).update({
      where: { id: own.articles[0].id },
      data: { author: target.authors[0].id },
    }),
  ),
  refused('link by set', ({ query, own, target }) =>
    query(ARTICLE).update({
      where: { id: own.articles[0].id },
      data: { tags: { set: [target.tags[0].id] } },
    }),
  ),
  refused('link by connect with position', ({ query, own, target }) =>
    query(ARTICLE).update({
      where: { id: own.articles[0].id },
      data: { tags: { connect: [{ id: target.tags[1].id, position: { start: true } }] } },
    }),
  ),
  refused('link from the inverse side', ({ query, own, target }) =>
    query(AUTHOR).update({
      where: { id: own.authors[0].id },
      data: { articles: { connect: [target.articles[0].id] } },
    }),
  ),
  refused('link at create', ({ query, target }) =>
    query(VAULT).create({ data: { name: 'v', labels: [target.tags[0].id] } }),
  ),
  refused('link by foreign key', ({ query, own, target }) =>
    query(VAULT).update({
      where: { id: own.vaults[0].id },
      data: { keeper: target.authors[0].id },
    }),
  ),
  refused('link by foreign key at create', ({ query, target }) =>
    query(VAULT).create({ data: { name: 'v', keeper: target.authors[0].id } }),
  ),
  // Writes no link at all, to a hidden row as to none.
  works('link by foreign key for many', ({ query, target }) =>
    query(VAULT).updateMany({ where: {}, data: { keeper: target.authors[0].id } }),
  ),
  refused('link media', ({ query, own, target }) =>
    query(VAULT).update({ where: { id: own.vaults[0].id }, data: { picture: target.files[0].id } }),
  ),
  refused('link polymorphic one', ({ query, own, target }) =>
    query(VAULT).update({
      where: { id: own.vaults[0].id },
      data: { subject: { id: target.tags[0].id, __type: TAG } },
    }),
  ),
  refused('link polymorphic many', ({ query, own, target }) =>
    query(VAULT).update({
      where: { id: own.vaults[0].id },
      data: { subjects: { connect: [{ id: target.authors[0].id, __type: AUTHOR }] } },
    }),
  ),
  refused('link polymorphic many at create', ({ query, target }) =>
    query(VAULT).create({ data: { subjects: [{ id: target.authors[0].id, __type: AUTHOR }] } }),
  ),
  refused('link a file to a foreign entry', ({ query, own, target }) =>
    query(FILE).update({
      where: { id: own.files[0].id },
      data: {
        related: [{ id: target.articles[0].id, __type: ARTICLE, __pivot: { field: 'cover' } }],
      },
    }),
  ),
  refused('link a file into a foreign folder', ({ query, own, target }) =>
    query(FILE).update({ where: { id: own.files[0].id }, data: { folder: target.folders[0].id } }),
  ),
  refused('link next to a hidden one', ({ query, own, target }) =>
    query(ARTICLE).update({
      where: { id: own.articles[0].id },
      data: {
        tags: { connect: [{ id: own.tags[0].id, position: { before: target.tags[0].id } }] },
      },
    }),
  ),
  {
    isRenumbering: true,
    ...works('unlink a hidden one', async ({ query, own, target }) => {
      const where = { id: own.articles[0].id };
      await query(ARTICLE).update({ where, data: { tags: { disconnect: [target.tags[0].id] } } });
      const populate = { tags: { select: ['name'] } };
      return query(ARTICLE).findOne({ where, select: ['title'], populate });
    }),
  },
];
