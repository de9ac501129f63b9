import type { PaletteName } from '../images/palettes';
import type { Scene } from '../images/svg';

export type Locale = 'en' | 'de';

export interface LinkSeed {
  label: string;
  url: string;
  newTab?: boolean;
}

/** Pictures and articles are named by their keys; ids are put in when the entry is written. */
export type SectionSeed =
  | { kind: 'text'; heading?: string; text: string }
  | { kind: 'quote'; text: string; source?: string }
  | { kind: 'gallery'; caption?: string; images: string[] }
  | { kind: 'call-to-action'; heading: string; text?: string; link: LinkSeed }
  | { kind: 'featured-articles'; heading?: string; articles: string[] };

export interface ArticleText {
  title: string;
  /** Left out: the slug of the entry. */
  slug?: string;
  summary: string;
  /** Small Markdown, turned into blocks. */
  body: string;
  /** Markdown, stored as it is. */
  notes?: string;
  seo?: { metaTitle: string; metaDescription: string };
  links?: LinkSeed[];
  sections?: SectionSeed[];
}

/** `changed` is published with a newer draft over it. */
export type State = { kind: 'published' } | { kind: 'draft' } | { kind: 'changed'; title: string };

export interface ArticleSeed {
  slug: string;
  author: string;
  category: string;
  tags: string[];
  cover: string;
  gallery?: string[];
  /** Slugs of articles that stand before this one in the list of the site. */
  related?: string[];
  isFeatured?: boolean;
  readingMinutes: number;
  /** When it was written; left out: now. */
  daysAgo?: number;
  state: State;
  en: ArticleText;
  de?: ArticleText;
}

export interface PageText {
  title: string;
  slug?: string;
  intro: string;
  body: string;
  seo?: { metaTitle: string; metaDescription: string };
  sections?: SectionSeed[];
}

export interface PageSeed {
  slug: string;
  parent?: string;
  cover?: string;
  state: State;
  en: PageText;
  de?: PageText;
}

export interface AuthorSeed {
  slug: string;
  name: string;
  email: string;
  bio: string;
  portrait: string;
}

export interface CategorySeed {
  slug: string;
  colour: string;
  en: { name: string; description: string };
  de: { name: string; slug: string; description: string };
}

export interface MenuText {
  title: string;
  tagline: string;
  header: { label: string; url?: string; page?: string; children?: LinkSeed[] }[];
  footer: LinkSeed[];
}

export interface ImageSeed {
  key: string;
  scene: Scene;
  palette: PaletteName;
  folder: string;
  alt: string;
  caption?: string;
}

export interface SiteSeed {
  slug: string;
  name: string;
  domain: string;
  color: string;
  timeZone: string;
  description: string;
  authors: AuthorSeed[];
  categories: CategorySeed[];
  tags: { slug: string; name: string }[];
  images: ImageSeed[];
  pages: PageSeed[];
  articles: ArticleSeed[];
  navigation: Record<Locale, MenuText>;
}
