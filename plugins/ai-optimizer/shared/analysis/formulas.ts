import { syllable } from 'syllable';
import { fold, wordsOf } from './text';

/** What the published formulas count. */
export type Counts = {
  words: number;
  sentences: number;
  syllables: number;
  /** Letters and digits. */
  letters: number;
  /** Words of three syllables and more. */
  polysyllables: number;
  monosyllables: number;
  /** Words of more than six letters. */
  longWords: number;
};

type Formula = (counts: Counts) => number;
const perSentence = ({ words, sentences }: Counts) => words / sentences;
const perWord = ({ syllables, words }: Counts) => syllables / words;
const share = (part: number, { words }: Counts) => (100 * part) / words;

/** Flesch 1948. */
const flesch: Formula = (c) => 206.835 - 1.015 * perSentence(c) - 84.6 * perWord(c);
/** Kincaid et al. 1975. */
const fleschKincaid: Formula = (c) => 0.39 * perSentence(c) + 11.8 * perWord(c) - 15.59;
/** Gunning 1952. */
const fog: Formula = (c) => 0.4 * (perSentence(c) + share(c.polysyllables, c));
/** McLaughlin 1969. */
const smog: Formula = (c) => 1.043 * Math.sqrt((c.polysyllables * 30) / c.sentences) + 3.1291;
/** Coleman and Liau 1975. */
const colemanLiau: Formula = (c) =>
  0.0588 * share(c.letters, c) - 0.296 * share(c.sentences, c) - 15.8;
/** Smith and Senter 1967. */
const ari: Formula = (c) => 4.71 * (c.letters / c.words) + 0.5 * perSentence(c) - 21.43;
/** Björnsson 1968. */
const lix: Formula = (c) => perSentence(c) + share(c.longWords, c);
/** Anderson 1981. */
const rix: Formula = (c) => c.longWords / c.sentences;
/** Amstad 1978, German. */
const amstad: Formula = (c) => 180 - perSentence(c) - 58.5 * perWord(c);
/** Bamberger and Vanecek 1984, first formula, German. */
const wiener: Formula = (c) =>
  0.1935 * share(c.polysyllables, c) +
  0.1672 * perSentence(c) +
  0.1297 * share(c.longWords, c) -
  0.0327 * share(c.monosyllables, c) -
  0.875;
/** Fernández Huerta 1959 and Szigriszt Pazos 1993, Spanish. */
const fernandezHuerta: Formula = (c) => 206.84 - 60 * perWord(c) - 1.02 * perSentence(c);
const szigriszt: Formula = (c) => 206.835 - 62.3 * perWord(c) - perSentence(c);
/** Kandel and Moles 1958, French. */
const kandelMoles: Formula = (c) => 207 - 1.015 * perSentence(c) - 73.6 * perWord(c);
/** GULP 1988, Italian. */
const gulpease: Formula = (c) => 89 + (300 * c.sentences - 10 * c.letters) / c.words;
/** Martins et al. 1996, Portuguese. */
const martins: Formula = (c) => 248.835 - 1.015 * perSentence(c) - 84.6 * perWord(c);
/** Douma 1960, Dutch. */
const douma: Formula = (c) => 206.84 - 77 * perWord(c) - 0.93 * perSentence(c);

const ANYWHERE = { lix, rix };
const FORMULAS: Readonly<Record<string, Readonly<Record<string, Formula>>>> = {
  en: { flesch, fleschKincaid, fog, smog, colemanLiau, ari, ...ANYWHERE },
  de: { amstad, wiener, ...ANYWHERE },
  es: { fernandezHuerta, szigriszt, ...ANYWHERE },
  fr: { kandelMoles, ...ANYWHERE },
  it: { gulpease, ...ANYWHERE },
  pt: { martins, ...ANYWHERE },
  nl: { douma, ...ANYWHERE },
};

/** The one figure editors see: a scale from 0 to 100 where more is easier, else LIX. */
const MAIN: Readonly<Record<string, string>> = {
  en: 'flesch',
  de: 'amstad',
  es: 'szigriszt',
  fr: 'kandelMoles',
  it: 'gulpease',
  pt: 'martins',
  nl: 'douma',
};

export const mainFormula = (language: string): string => MAIN[language] ?? 'lix';

/** All formulas published for a language, by name. Empty without a sentence. */
export function formulasFor(language: string, counts: Counts): Record<string, number> {
  if (counts.words === 0 || counts.sentences === 0) return {};
  const entries = Object.entries(FORMULAS[language] ?? ANYWHERE);
  return Object.fromEntries(entries.map(([name, formula]) => [name, formula(counts)]));
}

const VOWELS = /[aeiouyäöüáàâéèêëíìîïóòôõúùûãøåæœ]+/g;
const known = new Map<string, number>();
const MAX_KNOWN = 20_000;

/** Syllables of a word: counted for English, groups of vowels for other languages. */
export function syllablesOf(word: string, language: string): number {
  if (/^\p{N}+$/u.test(word)) return 1;
  const key = `${language} ${word}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const count =
    language === 'en'
      ? syllable(word)
      : (
          word
            .toLowerCase()
            .replace(/e[iu]|ie|[aä]u|ai/g, 'a')
            .match(VOWELS) ?? []
        ).length;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, Math.max(1, count));
  return Math.max(1, count);
}

export function countText(sentences: readonly string[], language: string): Counts {
  const counts: Counts = {
    words: 0,
    sentences: sentences.length,
    syllables: 0,
    letters: 0,
    polysyllables: 0,
    monosyllables: 0,
    longWords: 0,
  };
  for (const sentence of sentences) {
    for (const word of wordsOf(sentence)) {
      const syllables = syllablesOf(word, language);
      const letters = [...fold(word)].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
      counts.words += 1;
      counts.syllables += syllables;
      counts.letters += letters;
      if (syllables >= 3) counts.polysyllables += 1;
      if (syllables === 1) counts.monosyllables += 1;
      if (letters > 6) counts.longWords += 1;
    }
  }
  return counts;
}
