import { VAULT } from '../lib/vault-schema';
import { ARTICLE, AUTHOR, CATEGORY, NAVIGATION, TAG, refused, works, type Probe } from './probe';

const names = (rows: unknown) =>
  (rows as { name?: string; title?: string }[]).map((row) => row.name ?? row.title).sort();

/** strapi.documents(): what controllers and most custom code use. */
export const documentProbes: Probe[] = [
  works('documents.findMany', async ({ documents }) =>
    names(await documents(ARTICLE).findMany({ status: 'draft' })),
  ),
  works('documents.findMany, all locales', ({ documents }) =>
    documents(ARTICLE).findMany({ locale: '*', sort: 'id', fields: ['title', 'locale'] }),
  ),
  works('documents.findMany by foreign documentId', ({ documents, target }) =>
    documents(ARTICLE).findMany({ filters: { documentId: target.articles[0].documentId } }),
  ),
  works('documents.findFirst', ({ documents }) =>
    documents(ARTICLE).findFirst({ sort: 'title:desc', fields: ['title'] }),
  ),
  works('documents.findFirst by foreign title', ({ documents, target }) =>
    documents(ARTICLE).findFirst({ filters: { title: target.articles[0].name } }),
  ),
  works('documents.findOne, foreign', ({ documents, target }) =>
    documents(ARTICLE).findOne({ documentId: target.articles[0].documentId, populate: '*' }),
  ),
  works('documents.findOne, foreign draft', ({ documents, target }) =>
    documents(ARTICLE).findOne({ documentId: target.articles[2].documentId, status: 'draft' }),
  ),
  works('documents.findOne with own relations', ({ documents, own }) =>
    documents(ARTICLE).findOne({ documentId: own.articles[0].documentId, populate: '*' }),
  ),
  works('documents.count', async ({ documents }) => [
    await documents(ARTICLE).count({ status: 'published' }),
    await documents(AUTHOR).count(),
    await documents(TAG).count({ filters: { name: { $contains: 'a' } } }),
  ]),
  works('documents.findMany, _q', async ({ documents }) => [
    names(await documents(AUTHOR).findMany({ _q: 'bio' })),
    names(await documents(ARTICLE).findMany({ _q: 'zqsecret' })),
  ]),
  works('documents single type', ({ documents }) =>
    documents(NAVIGATION).findFirst({ populate: { header: { populate: '*' }, footer: true } }),
  ),
  works('documents.create stamps the site', async ({ documents, strapi, knex }) => {
    const { documentId } = (await documents(TAG).create({
      data: { name: 'new', slug: 'new' },
    })) as { documentId: string };
    const row = await strapi
      .plugin('multi-site')
      .service('context')
      .runUnscoped(() => knex('tags').where({ document_id: documentId }).first('name', 'site_id'));
    return row as unknown;
  }),
  works('documents.create with a stuffed site', async ({ documents, otherSite }) =>
    names([
      await documents(TAG).create({
        data: { name: 'stuffed', slug: 'stuffed', site_id: otherSite, siteId: otherSite },
      }),
    ]),
  ),
  works('documents.update, foreign', ({ documents, target }) =>
    documents(AUTHOR).update({ documentId: target.authors[0].documentId, data: { bio: 'x' } }),
  ),
  works('documents.update with a stuffed site', async ({ documents, own, otherSite }) =>
    names([
      await documents(TAG).update({
        documentId: own.tags[0].documentId,
        data: { name: 'renamed', site_id: otherSite, siteId: otherSite },
      }),
    ]),
  ),
  works('documents.update, foreign, new locale', ({ documents, target }) =>
    documents(CATEGORY).update({
      documentId: target.category.documentId,
      locale: 'de',
      data: { name: 'x', slug: 'x' },
    }),
  ),
  works('documents.delete, foreign', ({ documents, target }) =>
    documents(ARTICLE).delete({ documentId: target.articles[0].documentId }),
  ),
  works('documents.delete, foreign, all locales', ({ documents, target }) =>
    documents(ARTICLE).delete({ documentId: target.articles[1].documentId, locale: '*' }),
  ),
  works('documents.publish, foreign', ({ documents, target }) =>
    documents(ARTICLE).publish({ documentId: target.articles[2].documentId }),
  ),
  works('documents.unpublish, foreign', ({ documents, target }) =>
    documents(ARTICLE).unpublish({ documentId: target.articles[0].documentId }),
  ),
  works('documents.discardDraft, foreign', ({ documents, target }) =>
    documents(ARTICLE).discardDraft({ documentId: target.articles[0].documentId }),
  ),
  works('documents.clone, foreign', ({ documents, target }) =>
    documents(ARTICLE).clone({ documentId: target.articles[0].documentId, data: { slug: 'c' } }),
  ),
  works('documents.publish, own with links to hidden rows', async ({ documents, own }) => {
    const { documentId } = own.articles[0];
    await documents(ARTICLE).publish({ documentId });
    const shown = { tags: true, related: true, gallery: true, author: true } as const;
    const row = (await documents(ARTICLE).findOne({
      documentId,
      status: 'published',
      populate: shown,
    })) as { [name in keyof typeof shown]: unknown };
    return [names(row.tags), names(row.related), names(row.gallery), names([row.author])];
  }),
  refused('documents.create, link to a foreign documentId', ({ documents, target }) =>
    documents(ARTICLE).create({
      data: { title: 'n', slug: 'n', author: target.authors[0].documentId },
    }),
  ),
  refused('documents.update, connect a foreign documentId', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { tags: { connect: [{ documentId: target.tags[0].documentId }] } },
    }),
  ),
  refused('documents.update, set a foreign id', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { category: { set: [{ id: target.category.id }] } },
    }),
  ),
  refused('documents.update, inverse side, foreign', ({ documents, own, target }) =>
    documents(TAG).update({
      documentId: own.tags[0].documentId,
      data: { articles: { connect: [target.articles[0].documentId] } },
    }),
  ),
  refused('documents.update, foreign media', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { cover: target.files[0].id },
    }),
  ),
  refused('documents.update, foreign media in a component', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { seo: { metaTitle: 's', shareImage: target.files[0].id } },
    }),
  ),
  refused('documents.update, foreign entry in a dynamic zone', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: {
        sections: [
          {
            __component: 'sections.featured-articles',
            articles: [target.articles[0].documentId],
          },
        ],
      },
    }),
  ),
  refused('documents.update, disconnect a foreign documentId', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { tags: { disconnect: [{ documentId: target.tags[0].documentId }] } },
    }),
  ),
  refused('documents.update, component row of another entry', ({ documents, own, target }) =>
    documents(ARTICLE).update({
      documentId: own.articles[0].documentId,
      data: { seo: { id: target.components['shared.seo'], metaTitle: 'mine' } },
    }),
  ),
  works('documents, unique value of another site', async ({ documents, target }) =>
    names([
      await documents(VAULT).create({ data: { name: 'same', serial: `${target.mark}-first` } }),
    ]),
  ),
  works(
    'entityService.findMany',
    ({ strapi }) =>
      (
        strapi as unknown as { entityService: { findMany: (uid: string, p: object) => unknown } }
      ).entityService.findMany(AUTHOR, {
        sort: 'id',
        populate: { articles: true },
      }) as Promise<unknown>,
  ),
];
