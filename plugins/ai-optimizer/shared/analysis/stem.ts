import { fold, wordsOf } from './text';

/**
 * Endings of inflection, longest first. Light on purpose: the panel carries it. It only has to
 * bring the forms of one word together, not to name its stem.
 */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['ingly', 'edly', 'ings', 'ies', 'ing', 'ed', 'es', 'ly', 's', 'y', 'e'],
  de: ['ungen', 'ern', 'end', 'ung', 'est', 'em', 'en', 'er', 'es', 'et', 'st', 'e', 'n', 's', 't'],
  es: [
    'amiento',
    'ciones',
    'cion',
    'ando',
    'iendo',
    'ados',
    'adas',
    'ado',
    'ada',
    'es',
    'os',
    'as',
    'o',
    'a',
    'e',
    's',
  ],
  fr: ['ements', 'ement', 'ations', 'ation', 'ees', 'ant', 'ent', 'er', 'es', 'ee', 'e', 's', 'x'],
  it: ['azioni', 'azione', 'mente', 'ando', 'endo', 'ati', 'ata', 'ate', 'ato', 'i', 'o', 'a', 'e'],
  nl: ['ingen', 'ing', 'en', 'er', 'es', 'e', 's', 't'],
};
const MIN_STEM = 3;

export function lightStem(word: string, language: string): string {
  const folded = fold(word);
  for (const ending of ENDINGS[language] ?? []) {
    const stem = folded.slice(0, -ending.length);
    if (folded.endsWith(ending) && stem.length >= MIN_STEM) {
      // "running" and "runs": a doubled consonant belongs to the ending.
      return language === 'en' ? stem.replace(/([bdfgklmnprt])\1$/, '$1') : stem;
    }
  }
  return folded;
}

/** Where the words of a phrase stand together, in any of their forms. */
export function findPhrase(
  text: string,
  phrase: string,
  language: string,
): { start: number; end: number }[] {
  const wanted = wordsOf(phrase).map((word) => lightStem(word, language));
  if (wanted.length === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)];
  const stems = words.map(([word]) => lightStem(word, language));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at + wanted.length <= stems.length; at += 1) {
    if (!wanted.every((stem, offset) => stems[at + offset] === stem)) continue;
    const last = words[at + wanted.length - 1];
    const first = words[at];
    if (first && last) found.push({ start: first.index, end: last.index + last[0].length });
  }
  return found;
}
