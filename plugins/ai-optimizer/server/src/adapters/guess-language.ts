import { franc } from 'franc';
import type { LanguageGuess } from '../core/suggest/safety';

const CODES: Readonly<Record<string, string>> = {
  en: 'eng',
  de: 'deu',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  nl: 'nld',
  pt: 'por',
  sv: 'swe',
  pl: 'pol',
  ru: 'rus',
};
/** Always among the candidates, so that an answer in the wrong language is noticed. */
const COMMON = ['en', 'de', 'fr', 'es'];

/** Null where the text or the language cannot be judged. */
export const guessLanguage: LanguageGuess = (text, languages) => {
  const wanted = languages[0] ?? '';
  if (!CODES[wanted]) return null;
  const names = [...new Set([...languages, ...COMMON])].filter((name) => CODES[name]);
  const code = franc(text, { only: names.map((name) => CODES[name] ?? '') });
  return names.find((name) => CODES[name] === code) ?? null;
};
