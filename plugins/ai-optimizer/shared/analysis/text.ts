const WORD = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;

/** More than this is cut off: an entry is a page, not a book, and time is limited. */
export const MAX_CHARACTERS = 200_000;
/** Segmenting takes more than linear time: a paragraph that is longer is cut into pieces. */
const MAX_PARAGRAPH = 4_000;

/** A full stop after these ends no sentence. */
const ABBREVIATIONS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no|fig|approx|jr|sr|inc|u\.s|[a-z])\.$/i,
  de: /\b(?:z\. ?b|d\. ?h|u\. ?a|bzw|usw|ca|nr|dr|prof|str|ggf|evtl|inkl|vgl|abb|hr|fr|\d+|[a-z])\.$/i,
};

export type Span = { text: string; start: number };

/** Language of a locale: `de-AT` becomes `de`. */
export const languageOf = (locale: string): string =>
  locale.toLowerCase().split(/[-_]/)[0] ?? locale;

export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** Sentences of one paragraph with their offsets in it. */
export function sentencesOf(paragraph: string, language: string): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < paragraph.length; from += MAX_PARAGRAPH) {
    const piece = paragraph.slice(from, from + MAX_PARAGRAPH);
    for (const { segment, index } of segmenterFor(language).segment(piece)) {
      spans.push({ text: segment, start: from + index });
    }
  }
  return joinAbbreviations(spans, ABBREVIATIONS[language]).filter(
    ({ text }) => wordsOf(text).length > 0,
  );
}

function joinAbbreviations(spans: Span[], abbreviation: RegExp | undefined): Span[] {
  if (!abbreviation) return spans;
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && abbreviation.test(last.text.trimEnd())) last.text += span.text;
    else joined.push({ ...span });
  }
  return joined;
}

/** Letters without their accents, in lower case: what two spellings of a word share. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
