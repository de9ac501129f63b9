import { languageOf } from '../../../shared/analysis';
import type { LanguageTools } from '../core/suggest/local-engine';
import { defaultOf } from './default-of';
import type { Tagger } from '../core/suggest/keyphrases';

const STEMMERS: Readonly<Record<string, string>> = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  sv: 'swedish',
  da: 'danish',
  nb: 'norwegian',
  no: 'norwegian',
  fi: 'finnish',
  ru: 'russian',
  hu: 'hungarian',
  ro: 'romanian',
  tr: 'turkish',
};
const MAX_TAGGED = 60_000;

let tagger: Promise<Tagger> | undefined;

/** English part-of-speech tags by wink-nlp; loaded when first needed (0.2 s, 30 MB). */
function loadTagger(): Promise<Tagger> {
  tagger ??= Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]).then(
    ([wink, model]) => {
      const nlp = defaultOf(wink)(defaultOf(model), ['pos']);
      return (text) =>
        text.split(/\n+/).flatMap((paragraph): ReturnType<Tagger> => {
          const tokens = nlp.readDoc(paragraph.slice(0, MAX_TAGGED)).tokens();
          const tags = tokens.out(nlp.its.pos) as string[];
          return [
            tokens.out().map((word, at) => ({
              word,
              isNoun: tags[at] === 'NOUN' || tags[at] === 'PROPN',
              isAdjective: tags[at] === 'ADJ',
            })),
          ];
        });
    },
  );
  return tagger;
}

/** Stemmer and tagger of a locale's language; what there is none of is left out. */
export async function languageTools(locale: string): Promise<LanguageTools> {
  const language = languageOf(locale);
  const name = STEMMERS[language];
  if (!name) return { stem: (word) => word };
  const stemmer = defaultOf(await import('snowball-stemmers')).newStemmer(name);
  const stem = (word: string) => stemmer.stem(word);
  return language === 'en' ? { stem, tagger: await loadTagger() } : { stem };
}
