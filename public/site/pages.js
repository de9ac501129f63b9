import { el } from './dom.js';
import { image, renderBlocks, renderSections } from './render.js';

const CARD = {
  fields: ['title', 'slug', 'summary', 'readingMinutes'],
  populate: { cover: true, author: { fields: ['name'] } },
};

const cards = (page, articles) =>
  el(
    'ul',
    { class: 'cards' },
    articles.map((article, index) =>
      el(
        'li',
        { class: 'card' },
        image(article.cover, index === 0),
        el(
          'div',
          {},
          el(
            'h3',
            {},
            el(
              'a',
              { href: page.hrefOf({ article: article.slug, locale: page.locale }) },
              article.title,
            ),
          ),
          el('p', {}, article.summary ?? ''),
          el('p', { class: 'meta' }, byline(page, article)),
        ),
      ),
    ),
  );

const byline = ({ texts }, { author, readingMinutes }) =>
  [author?.name, readingMinutes && texts.minutes(readingMinutes)].filter(Boolean).join(' · ');

/** Recommendations name entries; their articles are read as any other, in the same order. */
async function recommended(page, query) {
  const { client, locale } = page;
  const found = await client.recommendations({ limit: 3, locale, ...query }).catch(() => []); // Decoration: without it the page is whole.
  const ids = found.map(({ documentId }) => documentId);
  if (ids.length === 0) return [];
  const { data } = await client.find('articles', {
    ...CARD,
    locale,
    filters: { documentId: { $in: ids } },
  });
  return data.sort((a, b) => ids.indexOf(a.documentId) - ids.indexOf(b.documentId));
}

export async function showHome(page) {
  const { client, locale, texts, site } = page;
  const number = Number(new URLSearchParams(window.location.search).get('page')) || 1;
  const [{ data: articles, meta }, forYou] = await Promise.all([
    client.find('articles', {
      ...CARD,
      locale,
      sort: ['publishedAt:desc', 'id:desc'],
      pagination: { page: Math.max(1, Math.trunc(number)), pageSize: 12 },
    }),
    client.visitor.id ? recommended(page, {}) : [],
  ]);
  client.events.page('Home');
  return [
    el('h1', {}, site?.name ?? texts.latest),
    el('p', { class: 'tagline' }, site?.settings.public?.tagline ?? ''),
    ...(forYou.length > 0 ? [el('h2', {}, texts.forYou), cards(page, forYou)] : []),
    el('h2', {}, texts.latest),
    articles.length > 0 ? cards(page, articles) : el('p', {}, texts.empty),
    pager(page, meta.pagination),
    await whySo(page, []),
  ];
}

function pager({ hrefOf, locale, texts }, { page, pageCount }) {
  const to = (number, text) =>
    el('a', { class: 'button', href: `${hrefOf({ locale })}?page=${number}` }, text);
  return el(
    'nav',
    { 'aria-label': texts.pages, class: 'buttons' },
    page > 1 && to(page - 1, texts.newer),
    page < pageCount && to(page + 1, texts.older),
  );
}

export async function showArticle(page) {
  const { client, locale, texts, slug } = page;
  const { data } = await client.find('articles', {
    locale,
    filters: { slug },
    populate: { cover: true, author: true, tags: true, sections: { populate: '*' } },
  });
  const [article] = data;
  const back = el('p', {}, el('a', { href: page.hrefOf({ locale }) }, texts.back));
  if (!article) return [el('h1', {}, texts.missing), back];
  document.title = `${article.title} – ${document.title}`;
  client.events.page('Article', {
    uid: 'api::article.article',
    documentId: article.documentId,
    locale,
  });
  const [alike, seen] = await Promise.all([
    recommended(page, { for: article.documentId }),
    client.experiments.shown(article).catch(() => []),
  ]);
  return [
    el(
      'article',
      {},
      back,
      el('h1', {}, article.title),
      el('p', { class: 'summary' }, article.summary ?? ''),
      el('p', { class: 'meta' }, byline(page, article)),
      article.cover && el('figure', {}, image(article.cover, true)),
      renderBlocks(article.body),
      renderSections(article.sections),
    ),
    ...(alike.length > 0 ? [el('h2', {}, texts.alike), cards(page, alike)] : []),
    await whySo(page, seen),
  ];
}

/** For people who try the demo: which site, audiences and experiments made this page. */
async function whySo({ client, texts, site }, seen) {
  const audiences = await client
    .request('personalization/resolve')
    .then(({ data }) => data.audiences)
    .catch(() => []);
  const tests = seen.map(
    ({ name, variation }) =>
      `${name}: ${variation === 0 ? texts.original : texts.variation(variation)}`,
  );
  const line = (name, value) => [el('dt', {}, name), el('dd', {}, value)];
  return el(
    'details',
    { class: 'seen' },
    el('summary', {}, texts.seen),
    el(
      'dl',
      {},
      line(texts.site, site?.slug ?? texts.none),
      line(texts.audiences, audiences.join(', ') || texts.none),
      line(texts.experiments, tests.join(', ') || texts.none),
    ),
  );
}
