import { evidenceOf, hasPhrase, highIsGood, type Context, type Finding } from './context';
import { STOPWORDS } from './language-data';
import { findPhrase } from './stem';
import { fold, wordsOf } from './text';
import { titleWidth } from './width';

const whole = (context: Context, role: 'title' | 'metaTitle' | 'metaDescription' | 'slug') => {
  const text = context.textOf(role) ?? '';
  return text === '' ? [] : evidenceOf([{ path: context.pathOf(role), text, start: 0 }]);
};
const resultTitle = (context: Context) =>
  context.textOf('metaTitle') || context.textOf('title') || '';

/** What a results page shows before it cuts. */
export function titleLength(context: Context): Finding {
  const title = resultTitle(context);
  const value = titleWidth(title);
  const light = title === '' ? 'poor' : value > 600 ? 'poor' : value < 200 ? 'fair' : 'good';
  const role = context.textOf('metaTitle') ? 'metaTitle' : 'title';
  return {
    light,
    value,
    threshold: '200-600 px',
    evidence: light === 'good' ? [] : whole(context, role),
  };
}

export function metaDescription(context: Context): Finding {
  const text = context.textOf('metaDescription');
  if (text === undefined) return null;
  const value = text.length;
  const light = value === 0 ? 'poor' : value >= 120 && value <= 156 ? 'good' : 'fair';
  return {
    light,
    value,
    threshold: '120-156',
    evidence: light === 'good' ? [] : whole(context, 'metaDescription'),
  };
}

export function slugShape(context: Context): Finding {
  const slug = context.textOf('slug');
  if (slug === undefined) return null;
  const words = slug.split(/[^\p{L}\p{N}]+/u).filter(Boolean).length;
  const isClean = slug === fold(slug).replace(/[^a-z0-9/-]/g, '');
  const light = slug === '' || !isClean ? 'poor' : words > 8 ? 'fair' : 'good';
  return {
    light,
    value: words,
    threshold: '1-8',
    evidence: light === 'good' ? [] : whole(context, 'slug'),
  };
}

export function wordCount(context: Context): Finding {
  return {
    light: highIsGood(context.words, { good: 300, fair: 150 }),
    value: context.words,
    threshold: '>= 300',
  };
}

/** The phrase stands in a text of this role; not asked where there is no such field. */
const phraseIn =
  (role: 'title' | 'slug' | 'metaDescription') =>
  (context: Context): Finding => {
    const text = role === 'title' ? resultTitle(context) : context.textOf(role);
    if (context.phrases.length === 0 || text === undefined) return null;
    const has =
      hasPhrase(context, role === 'slug' ? text.replaceAll('-', ' ') : text) ||
      (role === 'slug' && slugHolds(context, text));
    return {
      light: has ? 'good' : 'poor',
      value: Number(has),
      threshold: '1',
      evidence: has ? [] : whole(context, role),
    };
  };

/** Slugs leave small words out. */
function slugHolds({ phrases, language }: Context, slug: string): boolean {
  const small = STOPWORDS[language];
  return phrases.some((phrase) => {
    const rest = wordsOf(phrase)
      .filter((word) => !small?.has(word.toLowerCase()))
      .join(' ');
    return findPhrase(slug.replaceAll('-', ' '), rest, language).length > 0;
  });
}

export const phraseInTitle = phraseIn('title');
export const phraseInSlug = phraseIn('slug');
export const phraseInMeta = phraseIn('metaDescription');

export function phraseInIntro(context: Context): Finding {
  const first = context.prose.find(({ kind }) => kind === 'paragraph');
  if (context.phrases.length === 0 || !first) return null;
  const has = hasPhrase(context, first.text);
  return {
    light: has ? 'good' : 'poor',
    value: Number(has),
    threshold: '1',
    evidence: has ? [] : evidenceOf([first]),
  };
}

export function phraseInHeadings(context: Context): Finding {
  const headings = context.prose.filter(({ kind }) => kind === 'heading');
  if (context.phrases.length === 0 || headings.length === 0) return null;
  const holding = headings.filter(({ text }) => hasPhrase(context, text));
  return { light: holding.length > 0 ? 'good' : 'fair', value: holding.length, threshold: '>= 1' };
}

export function phraseInAlt(context: Context): Finding {
  const alts = context.nodes.filter(({ role, text }) => role === 'alt' && text !== '');
  if (context.phrases.length === 0 || alts.length === 0) return null;
  const holding = alts.filter(({ text }) => hasPhrase(context, text));
  return { light: holding.length > 0 ? 'good' : 'fair', value: holding.length, threshold: '>= 1' };
}

export function phraseDensity(context: Context): Finding {
  if (context.phrases.length === 0 || context.words < 100) return null;
  const found = context.body.flatMap(({ path, text }) =>
    context.phrases.flatMap((phrase) =>
      findPhrase(text, phrase, context.language).map(({ start, end }) => ({
        path,
        start,
        text: text.slice(start, end),
      })),
    ),
  );
  const [phrase = ''] = context.phrases;
  const value = (100 * found.length * wordsOf(phrase).length) / context.words;
  const light = value >= 0.5 && value <= 3 ? 'good' : value > 0 && value <= 4 ? 'fair' : 'poor';
  return { light, value, threshold: '0.5-3 %', evidence: evidenceOf(found) };
}
