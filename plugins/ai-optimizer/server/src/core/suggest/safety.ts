import type { SuggestTask } from './task';

export type LanguageGuess = (text: string, languages: readonly string[]) => string | null;

type Context = { guessLanguage?: LanguageGuess; locales?: readonly string[]; fence?: string };

export const SAFETY_RULES = [
  'empty',
  'too-long',
  'markup',
  'script',
  'new-host',
  'invented-number',
  'lost-placeholder',
  'lost-number',
  'other-language',
  'fence',
  'control-characters',
] as const;
export type SafetyRule = (typeof SAFETY_RULES)[number];

const HOST = /\b(?:https?:\/\/|www\.)([^\s/"'<>)\]]+)/gi;
/** A domain without a scheme is a link as well. */
const BARE_HOST =
  /\b([a-z0-9-]+\.(?:com|net|org|io|dev|app|ru|cn|xyz|top|info|biz|link|click|site|online|shop))\b/gi;
const SCRIPT = /javascript:|data:text\/html|vbscript:|<\s*script|on[a-z]+\s*=/i;
const MARKUP = /<\/?[a-z][^>]*>|<!--|\{%|\]\(/i;
const PLACEHOLDER = /\{\{[^}]*\}\}|\$\{[^}]*\}|%[sd]\b/g;
const NUMBER = /\d+(?:[.,:]\d+)*/g;
const CONTROL = /[^\P{Cc}\t\n\r]|\p{Cf}/u;
/** Shorter texts say too little about their language. */
const MIN_FOR_LANGUAGE = 80;

const hostsIn = (text: string) =>
  new Set([
    ...[...text.matchAll(HOST)].map(([, host]) =>
      (host ?? '')
        .toLowerCase()
        .replace(/[.,:;]+$/, '')
        .replace(/^www\./, ''),
    ),
    ...[...text.matchAll(BARE_HOST)].map(([, host]) =>
      (host ?? '').toLowerCase().replace(/^www\./, ''),
    ),
  ]);
const countOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([found]) => found);

/**
 * Why a text may not be offered; empty if it may. The answer of a model is foreign: it was made
 * from content that anybody may have written into.
 */
export function unsafeReasons(
  value: string,
  task: SuggestTask,
  context: Context = {},
): SafetyRule[] {
  const source = [
    task.title,
    task.text,
    task.before,
    ...task.headings,
    task.keyphrase ?? '',
    task.fileName ?? '',
  ].join('\n');
  const reasons = new Set<SafetyRule>();
  if (value.trim() === '') reasons.add('empty');
  if (value.length > task.maxLength) reasons.add('too-long');
  if (SCRIPT.test(value)) reasons.add('script');
  if (MARKUP.test(value) && !(task.kind === 'rewrite' && isMarkupOf(value, task.before)))
    reasons.add('markup');
  if (CONTROL.test(value)) reasons.add('control-characters');
  if (context.fence && value.includes(context.fence)) reasons.add('fence');

  const known = hostsIn(source);
  if ([...hostsIn(value)].some((host) => !known.has(host))) reasons.add('new-host');
  const numbers = new Set(countOf(source, NUMBER));
  if (countOf(value, NUMBER).some((number) => !numbers.has(number))) reasons.add('invented-number');

  if (task.kind === 'rewrite') {
    if (countOf(task.before, PLACEHOLDER).some((placeholder) => !value.includes(placeholder)))
      reasons.add('lost-placeholder');
    const kept = new Set(countOf(value, NUMBER));
    if (countOf(task.before, NUMBER).some((number) => !kept.has(number)))
      reasons.add('lost-number');
  }
  const { guessLanguage, locales = [] } = context;
  if (guessLanguage && value.length >= MIN_FOR_LANGUAGE) {
    const wanted = task.locale.split('-')[0] ?? task.locale;
    const guess = guessLanguage(value, [wanted, ...locales]);
    if (guess !== null && guess !== wanted) reasons.add('other-language');
  }
  return [...reasons];
}

/** A link in Markdown may stay if it was there before. */
const isMarkupOf = (value: string, before: string) =>
  countOf(value, /\]\([^)]*\)|<\/?[a-z][^>]*>/gi).every((piece) => before.includes(piece));
