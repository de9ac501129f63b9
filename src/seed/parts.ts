import { toBlocks } from './blocks';
import type { ArticleText, PageText, SectionSeed } from './content/types';
import type { Data } from './documents';
import { idOf } from './keys';

/** What is known of the site when an entry is written: keys and slugs to ids. */
export interface Known {
  images: ReadonlyMap<string, number>;
  authors: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
  articles: ReadonlyMap<string, string>;
  pages: ReadonlyMap<string, string>;
}

const sectionOf = (section: SectionSeed, known: Known): Data => {
  const { kind, ...fields } = section;
  const component = { __component: `sections.${kind}`, ...fields };
  if (section.kind === 'gallery') {
    return { ...component, images: section.images.map((key) => idOf(known.images, key)) };
  }
  if (section.kind === 'featured-articles') {
    return { ...component, articles: section.articles.map((slug) => idOf(known.articles, slug)) };
  }
  return component;
};

/** Fields that articles and pages share. */
const commonOf = (text: ArticleText | PageText, slug: string, known: Known): Data => ({
  title: text.title,
  slug: text.slug ?? slug,
  body: toBlocks(text.body),
  seo: text.seo,
  sections: text.sections?.map((section) => sectionOf(section, known)),
});

export const articleTextOf = (text: ArticleText, slug: string, known: Known): Data => ({
  ...commonOf(text, slug, known),
  summary: text.summary,
  notes: text.notes,
  links: text.links,
});

export const pageTextOf = (text: PageText, slug: string, known: Known): Data => ({
  ...commonOf(text, slug, known),
  intro: text.intro,
});
