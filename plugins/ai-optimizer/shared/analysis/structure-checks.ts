import { evidenceOf, lowIsGood, type Context, type Finding } from './context';
import { EXCLUSIVE } from './language-data';
import type { Term } from './types';

/** A level is never skipped, and the page's own title stays the only first one. */
export function headingOrder(context: Context): Finding {
  const headings = context.prose.filter(({ kind }) => kind === 'heading');
  if (headings.length === 0) return null;
  let last = 1;
  const wrong = headings.filter(({ level = 2 }) => {
    const isWrong = level === 1 || level > last + 1;
    last = level;
    return isWrong;
  });
  return {
    light: lowIsGood(wrong.length, { good: 0, fair: 1 }),
    value: wrong.length,
    threshold: '0',
    evidence: evidenceOf(wrong),
  };
}

export function subheadings(context: Context): Finding {
  if (context.words < 300) return null;
  const count = context.prose.filter(({ kind }) => kind === 'heading').length;
  return { light: count > 0 ? 'good' : 'poor', value: count, threshold: '>= 1' };
}

export function altTexts(context: Context): Finding {
  const images = context.nodes.filter(({ role }) => role === 'alt');
  if (images.length === 0) return null;
  const missing = images.filter(({ text }) => text.trim() === '');
  return {
    light: missing.length === 0 ? 'good' : missing.length === images.length ? 'poor' : 'fair',
    value: missing.length,
    threshold: '0',
    evidence: missing.map(({ path, name }) => ({ path, start: 0, end: 0, excerpt: name ?? '' })),
  };
}

const isOutside = (href: string) => /^(https?:)?\/\//i.test(href);
const linksOf = (context: Context) =>
  context.nodes.flatMap(({ path, links }) => links.map((link) => ({ ...link, path })));

export function innerLinks(context: Context): Finding {
  if (context.words < 150) return null;
  const count = linksOf(context).filter(({ href }) => href !== '' && !isOutside(href)).length;
  return { light: count > 0 ? 'good' : 'fair', value: count, threshold: '>= 1' };
}

export function outerLinks(context: Context): Finding {
  if (context.words < 300) return null;
  const count = linksOf(context).filter(({ href }) => isOutside(href)).length;
  return { light: count > 0 ? 'good' : 'fair', value: count, threshold: '>= 1' };
}

/** Links without a target or without words. */
export function emptyLinks(context: Context): Finding {
  const links = linksOf(context);
  if (links.length === 0) return null;
  const empty = links.filter(
    ({ href, text }) => href.trim() === '' || href === '#' || text.trim() === '',
  );
  return {
    light: empty.length === 0 ? 'good' : 'poor',
    value: empty.length,
    threshold: '0',
    evidence: empty.map(({ path, text, href }) => ({
      path,
      start: 0,
      end: 0,
      excerpt: text || href,
    })),
  };
}

export function shareImage(context: Context): Finding {
  const image = context.nodes.find(({ path }) =>
    /(^|\.)(share|og|social|cover)\w*(\.\d+)?$/i.test(path),
  );
  const hasField = context.nodes.some(({ role }) => role === 'metaTitle' || role === 'alt');
  if (!hasField) return null;
  return { light: image ? 'good' : 'fair', value: Number(Boolean(image)), threshold: '1' };
}

const DAY = 86_400_000;
export function freshness({ options }: Context): Finding {
  if (options.updatedAt === undefined || options.now === undefined) return null;
  const days = Math.max(0, Math.floor((options.now - options.updatedAt) / DAY));
  return { light: lowIsGood(days, { good: 365, fair: 730 }), value: days, threshold: '<= 365' };
}

function findTerms(context: Context, terms: readonly Term[]) {
  return context.nodes
    .filter(({ role }) => role !== 'relation' && role !== 'slug')
    .flatMap(({ path, text }) => {
      const lower = text.toLowerCase();
      return terms.flatMap((entry) =>
        [...lower.matchAll(wordPattern(entry.term))].map((match) => ({
          path,
          start: match.index,
          text: text.slice(match.index, match.index + entry.term.length),
          note: [entry.replacement ? `→ ${entry.replacement}` : '', entry.reason ?? '']
            .filter(Boolean)
            .join(' · '),
        })),
      );
    });
}

const wordPattern = (term: string) =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${term.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );

export function inclusiveWords(context: Context): Finding {
  const list = EXCLUSIVE[context.language];
  if (!list || context.words === 0) return null;
  const found = findTerms(
    context,
    list.map(([term, replacement]) => ({ term, replacement })),
  );
  return {
    light: lowIsGood(found.length, { good: 0, fair: 1 }),
    value: found.length,
    threshold: '0',
    evidence: evidenceOf(found),
  };
}

export function wordList(context: Context): Finding {
  const { terms = [] } = context.options;
  if (terms.length === 0 || context.words === 0) return null;
  const found = findTerms(context, terms);
  return {
    light: lowIsGood(found.length, { good: 0, fair: 1 }),
    value: found.length,
    threshold: '0',
    evidence: evidenceOf(found),
  };
}
