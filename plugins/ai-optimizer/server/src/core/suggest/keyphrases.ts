import { fold, sentencesOf, STOPWORDS, wordsOf } from '../../../../shared/analysis';

export type Phrase = { text: string; score: number };

/** Nouns and the adjectives before them, when a tagger is there for the language. */
export type Tagger = (text: string) => { word: string; isNoun: boolean; isAdjective: boolean }[][];
export type Stemmer = (word: string) => string;

type Options = { language: string; stem: Stemmer; tagger?: Tagger; limit?: number };

const MAX_WORDS = 3;

/**
 * Phrases that say what a text is about: candidates are noun phrases (with a tagger) or runs of
 * words between stop words; the score grows with how often, how early and how long.
 */
export function keyphrasesOf(
  text: string,
  { language, stem, tagger, limit = 8 }: Options,
): Phrase[] {
  const runs = tagger ? nounPhrases(tagger(text)) : plainRuns(text, language);
  const found = new Map<string, { text: string; count: number; first: number; words: number }>();
  runs.forEach((run, position) => {
    for (let from = 0; from < run.length; from += 1) {
      for (let size = 1; size <= MAX_WORDS && from + size <= run.length; size += 1) {
        const words = run.slice(from, from + size);
        const key = words.map((word) => stem(fold(word))).join(' ');
        const known = found.get(key);
        if (known) known.count += 1;
        else
          found.set(key, {
            text: words.join(' ').toLowerCase(),
            count: 1,
            first: position,
            words: size,
          });
      }
    }
  });

  const total = Math.max(1, runs.length);
  const scored = [...found].map(([key, phrase]) => ({
    key,
    text: phrase.text,
    score: phrase.count * (1 + 0.6 * (phrase.words - 1)) * (1 + (total - phrase.first) / total),
  }));
  scored.sort((a, b) => b.score - a.score || a.text.localeCompare(b.text));
  const chosen: typeof scored = [];
  for (const candidate of scored) {
    // "harbour" says nothing beside "harbour pilot".
    const isPart = chosen.some(
      ({ key }) =>
        ` ${key} `.includes(` ${candidate.key} `) || ` ${candidate.key} `.includes(` ${key} `),
    );
    if (!isPart) chosen.push(candidate);
    if (chosen.length === limit) break;
  }
  return chosen.map(({ text: phrase, score }) => ({
    text: phrase,
    score: Math.round(score * 100) / 100,
  }));
}

function nounPhrases(sentences: ReturnType<Tagger>): string[][] {
  return sentences.flatMap((tokens) => {
    const runs: string[][] = [];
    let run: typeof tokens = [];
    const close = () => {
      while (run.length > 0 && !run.at(-1)?.isNoun) run.pop();
      if (run.length > 0) runs.push(run.map(({ word }) => word));
      run = [];
    };
    for (const token of tokens) {
      if ((token.isNoun || token.isAdjective) && token.word.length > 1) run.push(token);
      else close();
    }
    close();
    return runs;
  });
}

function plainRuns(text: string, language: string): string[][] {
  const stopwords = STOPWORDS[language] ?? new Set<string>();
  return text.split(/\n+/).flatMap((paragraph) =>
    sentencesOf(paragraph, language).flatMap((sentence) =>
      // Punctuation ends a phrase as a stop word does.
      sentence.text.split(/[,;:()„“”"–—.!?]+/).flatMap((part) => {
        const runs: string[][] = [[]];
        for (const word of wordsOf(part)) {
          if (stopwords.has(word.toLowerCase()) || word.length < 3 || /^\d+$/.test(word))
            runs.push([]);
          else runs.at(-1)?.push(word);
        }
        return runs.filter((run) => run.length > 0);
      }),
    ),
  );
}
