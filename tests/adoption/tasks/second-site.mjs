const ARTICLE = 'api::article.article';
const PAGE = 'api::page.page';
const MOVED = 6;

const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);

/** Entries the second site writes for itself: drafts, published ones, two locales, links between them. */
const writeContent = async (strapi) => {
  const author = await strapi
    .documents('api::author.author')
    .create({ data: { name: 'Second author', slug: 'second-author', address: { city: 'Hamm' } } });
  const tag = await strapi.documents('api::tag.tag').create({ data: { name: 'Second tag' } });
  const articles = [];
  for (const number of numbers(8)) {
    const data = {
      title: `Second ${number}`,
      slug: `second-${number}`,
      body: 'one two three',
      author: author.documentId,
      tags: [tag.documentId],
      links: [{ label: 'Elsewhere' }],
    };
    const { documentId } = await strapi.documents(ARTICLE).create({ locale: 'en', data });
    if (number % 2 === 0) {
      const german = { title: `Zweite ${number}`, slug: `zweite-${number}`, body: 'eins zwei' };
      await strapi.documents(ARTICLE).update({ documentId, locale: 'de', data: german });
    }
    if (number % 3 !== 0) await strapi.documents(ARTICLE).publish({ documentId, locale: '*' });
    articles.push(documentId);
  }
  for (const number of numbers(3)) {
    await strapi.documents(PAGE).create({
      locale: 'en',
      status: 'published',
      data: { title: `Second page ${number}`, slug: `second-page-${number}` },
    });
  }
  const folder = await strapi.plugin('upload').service('folder').create({ name: 'Second photos' });
  await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'second.png',
      hash: 'photo_1',
      ext: '.png',
      mime: 'image/png',
      size: 0.1,
      url: '/uploads/photo_1.png',
      provider: 'local',
      folder: folder.id,
      folderPath: folder.path,
    },
  });
  return articles;
};

/** Some entries of the first site become the second's: rows and registry, as a move leaves them. */
const moveArticles = async (strapi, { site, tables }) => {
  const knex = strapi.db.connection;
  const rows = await knex('articles')
    .where({ [tables.column]: 1, locale: 'en' })
    .whereNull('published_at')
    .orderBy('id')
    .offset(30)
    .limit(MOVED)
    .select('document_id');
  const moved = rows.map((row) => row.document_id);
  await knex('articles')
    .whereIn('document_id', moved)
    .update({ [tables.column]: site });
  await knex(`${tables.tablePrefix}site_content`)
    .where({ content_type: ARTICLE })
    .whereIn('content_id', moved)
    .update({ site_id: site });
  return moved;
};

/** Fills the second site; answers with documents that the next steps edit. */
export default async function secondSite(strapi, { site, tables }) {
  const context = strapi.plugin('multi-site').service('context');
  const written = await context.run(site, () => writeContent(strapi));
  const moved = await context.runUnscoped(() => moveArticles(strapi, { site, tables }));
  return { written, moved };
}
