import type { ArticleSeed, SiteSeed, State } from './types';

/** One short entry: title, category, tags, summary, body in small Markdown. */
export type NoteRow = [
  title: string,
  category: string,
  tags: string[],
  summary: string,
  body: string,
];

const WORDS_A_MINUTE = 200;

const slugOf = (title: string) =>
  title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A desk never is tidy: some are drafts, some have changes that are not out yet. */
const stateOf = (index: number, title: string): State => {
  if (index % 13 === 5) return { kind: 'draft' };
  if (index % 17 === 9) return { kind: 'changed', title: `${title} (updated)` };
  return { kind: 'published' };
};

/** Short entries as articles of the site: authors and pictures take turns. */
export const articlesOf = (
  rows: NoteRow[],
  { authors, images }: Pick<SiteSeed, 'authors' | 'images'>,
): ArticleSeed[] => {
  const covers = images.filter(({ key }) => !key.startsWith('portrait-'));
  const pick = <T>(list: T[], index: number): T => {
    const item = list[index % list.length];
    if (item === undefined) throw new Error('A site needs an author and a picture.');
    return item;
  };
  return rows.map(([title, category, tags, summary, body], index) => ({
    slug: slugOf(title),
    author: pick(authors, index * 2 + Math.floor(index / 5)).slug,
    category,
    tags,
    cover: pick(covers, index * 5 + Math.floor(index / 9)).key,
    readingMinutes: Math.max(1, Math.round(body.split(/\s+/).length / WORDS_A_MINUTE)),
    daysAgo: 3 + ((index * 97) % 640),
    state: stateOf(index, title),
    en: { title, summary, body },
  }));
};
