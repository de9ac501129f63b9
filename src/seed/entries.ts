import type { Core } from '@strapi/strapi';
import type { ArticleSeed, Locale, PageSeed, SiteSeed } from './content/types';
import { type Data, ensurePlain, ensurePublishable, ensureTranslated } from './documents';
import { idOf } from './keys';
import { ensureImages } from './media';
import { articleTextOf, type Known, pageTextOf } from './parts';

type Mutable<T> = {
  [K in keyof T]: T[K] extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : T[K];
};

const withCreator = (creator: number | undefined, data: Data): Data =>
  creator === undefined ? data : { ...data, createdBy: creator, updatedBy: creator };

/** Fills the current site. Whatever is there already is left alone, so it can be resumed. */
export const seedEntries = async (
  strapi: Core.Strapi,
  seed: SiteSeed,
  { creator, tick }: { creator?: number; tick: () => void },
): Promise<void> => {
  const own = (data: Data) => withCreator(creator, data);
  const known: Mutable<Known> = {
    images: await ensureImages(strapi, seed.images, tick),
    authors: new Map(),
    categories: new Map(),
    tags: new Map(),
    articles: new Map(),
    pages: new Map(),
  };

  for (const { portrait, ...author } of seed.authors) {
    const data = { ...author, portrait: idOf(known.images, portrait) };
    const id = await ensurePlain(strapi, 'api::author.author', { ...own(data), slug: author.slug });
    known.authors.set(author.slug, id);
    tick();
  }
  for (const tag of seed.tags) {
    known.tags.set(
      tag.slug,
      await ensurePlain(strapi, 'api::tag.tag', { ...own(tag), slug: tag.slug }),
    );
    tick();
  }
  for (const { slug, colour, en, de } of seed.categories) {
    const id = await ensureTranslated(strapi, 'api::category.category', {
      filters: { slug },
      en: own({ ...en, slug, colour }),
      de: own(de),
    });
    known.categories.set(slug, id);
    tick();
  }

  for (const article of seed.articles) {
    const id = await ensurePublishable(strapi, 'api::article.article', {
      filters: { slug: article.slug },
      state: article.state,
      en: own(articleOf(article, 'en', known)),
      de: article.de && own(articleOf(article, 'de', known, hasGerman(seed))),
    });
    known.articles.set(article.slug, id);
    tick();
  }
  for (const page of seed.pages) {
    const id = await ensurePublishable(strapi, 'api::page.page', {
      filters: { slug: page.slug },
      state: page.state,
      en: own(pageOf(page, 'en', known)),
      de: page.de && own(pageOf(page, 'de', known)),
    });
    known.pages.set(page.slug, id);
    tick();
  }
  await ensureTranslated(strapi, 'api::navigation.navigation', {
    filters: {},
    en: own(menuOf(seed, 'en', known)),
    de: own(menuOf(seed, 'de', known)),
  });
  tick();
};

const hasGerman = (seed: SiteSeed) => (slug: string) =>
  seed.articles.some((article) => article.slug === slug && article.de !== undefined);

/** A relation reaches entries in its own language only, so the German text leaves out the others. */
const articleOf = (
  article: ArticleSeed,
  locale: Locale,
  known: Known,
  isThere: (slug: string) => boolean = () => true,
): Data => ({
  ...articleTextOf(article[locale] ?? article.en, article.slug, known),
  ...datesOf(article.daysAgo),
  readingMinutes: article.readingMinutes,
  featured: article.isFeatured ?? false,
  cover: idOf(known.images, article.cover),
  gallery: article.gallery?.map((key) => idOf(known.images, key)),
  author: idOf(known.authors, article.author),
  category: idOf(known.categories, article.category),
  tags: article.tags.map((slug) => idOf(known.tags, slug)),
  related: article.related?.filter(isThere).map((slug) => idOf(known.articles, slug)),
});

const DAY_MS = 24 * 60 * 60 * 1000;

const datesOf = (daysAgo: number | undefined): Data => {
  if (daysAgo === undefined) return {};
  const date = new Date(Date.now() - daysAgo * DAY_MS).toISOString();
  return { createdAt: date, updatedAt: date };
};

const pageOf = (page: PageSeed, locale: Locale, known: Known): Data => ({
  ...pageTextOf(page[locale] ?? page.en, page.slug, known),
  cover: page.cover && idOf(known.images, page.cover),
  parent: page.parent && idOf(known.pages, page.parent),
});

const menuOf = (seed: SiteSeed, locale: Locale, known: Known): Data => {
  const { header, ...menu } = seed.navigation[locale];
  return {
    ...menu,
    header: header.map(({ page, ...item }) => ({
      ...item,
      page: page && idOf(known.pages, page),
    })),
  };
};
