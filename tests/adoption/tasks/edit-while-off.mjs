const ARTICLE = 'api::article.article';

/** A day's work in the newsroom on articles of both sites, while the plugin is switched off. */
export default async function editWhileOff(strapi, { main, second }) {
  const articles = strapi.documents(ARTICLE);
  const created = [];

  for (const [changed, republished, withdrawn, translated, cloned] of [main, second]) {
    await articles.update({ documentId: changed, locale: 'en', data: { summary: 'Changed' } });

    await articles.update({ documentId: republished, locale: 'en', data: { summary: 'Again' } });
    await articles.publish({ documentId: republished, locale: 'en' });

    await articles.publish({ documentId: withdrawn, locale: 'en' });
    await articles.unpublish({ documentId: withdrawn, locale: 'en' });
    await articles.publish({ documentId: withdrawn, locale: 'en' });
    await articles.update({ documentId: withdrawn, locale: 'en', data: { summary: 'Not this' } });
    await articles.discardDraft({ documentId: withdrawn, locale: 'en' });

    const german = { title: `Neu ${translated}`, slug: `neu-${translated}` };
    await articles.update({
      documentId: translated,
      locale: 'de',
      data: german,
      status: 'published',
    });

    const copy = { title: `Copy ${cloned}`, slug: `copy-${cloned}` };
    const clone = await articles.clone({ documentId: cloned, locale: 'en', data: copy });
    created.push(clone.documentId);
  }

  const fresh = await articles.create({
    locale: 'en',
    data: { title: 'Written while off', slug: 'written-while-off' },
    status: 'published',
  });
  created.push(fresh.documentId);
  return created;
}
