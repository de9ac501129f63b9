const first = async (query, column) => {
  const row = await query.first(column);
  if (!row) throw new Error(`The generated project has no row for ${query.toString()}`);
  return row[column];
};

/** Entries the requests name, read from the filled database: equal for every state of a run. */
export async function readFacts(database) {
  const knex = database.connect();
  const article = (number) =>
    knex('articles')
      .where({ locale: 'en' })
      .whereNull('published_at')
      .andWhereLike('title', `% ${number}%`)
      .orderBy('id');
  const byOrder = (table) => knex(table).orderBy('id').offset(2);
  try {
    return {
      article: await first(article(19), 'document_id'),
      articleRow: await first(article(19), 'id'),
      title: await first(article(19), 'title'),
      slug: await first(article(19), 'slug'),
      chiefsArticle: await first(
        knex('articles').where({ locale: 'en', created_by_id: 1 }).orderBy('id').offset(4),
        'document_id',
      ),
      draftArticle: await first(article(20), 'document_id'),
      modifiedArticle: await first(article(21), 'document_id'),
      author: await first(byOrder('authors'), 'document_id'),
      tag: await first(byOrder('tags'), 'document_id'),
      category: await first(byOrder('categories'), 'document_id'),
      comment: await first(byOrder('comments'), 'document_id'),
      page: await first(byOrder('pages'), 'document_id'),
      file: await first(byOrder('files'), 'id'),
      folder: await first(byOrder('upload_folders'), 'id'),
      apiToken: await first(knex('strapi_api_tokens').orderBy('id').offset(1), 'id'),
      publicRole: await first(knex('up_roles').where({ type: 'public' }), 'id'),
    };
  } finally {
    await knex.destroy();
  }
}
