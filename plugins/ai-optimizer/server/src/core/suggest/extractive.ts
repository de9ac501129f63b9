import { fold, sentencesOf, STOPWORDS, wordsOf } from '../../../../shared/analysis';
import type { Stemmer } from './keyphrases';

type Options = { language: string; stem: Stemmer; keyphrase?: string };
type Scored = { text: string; position: number; score: number };

/** Sentences with how much they say of the whole text: shared words, the beginning, the phrase. */
function scoreSentences(text: string, { language, stem, keyphrase = '' }: Options): Scored[] {
  const sentences = text
    .split(/\n+/)
    .flatMap((paragraph) =>
      sentencesOf(paragraph, language).map((sentence) => sentence.text.trim()),
    )
    .slice(0, 400);
  const stopwords = STOPWORDS[language] ?? new Set<string>();
  const stemsOf = (sentence: string) => [
    ...new Set(
      wordsOf(sentence.toLowerCase())
        .filter((word) => !stopwords.has(word) && word.length > 2)
        .map((word) => stem(fold(word))),
    ),
  ];
  const all = sentences.map(stemsOf);
  const frequency = new Map<string, number>();
  for (const stems of all)
    for (const one of stems) frequency.set(one, (frequency.get(one) ?? 0) + 1);
  const wanted = new Set(stemsOf(keyphrase));

  return sentences.map((sentence, position) => {
    const stems = all[position] ?? [];
    const shared = stems.reduce((sum, one) => sum + ((frequency.get(one) ?? 1) - 1), 0);
    const central = stems.length === 0 ? 0 : shared / Math.sqrt(stems.length + 2);
    const early = 1 + 1 / (position + 1);
    const named = stems.some((one) => wanted.has(one)) ? 1.5 : 1;
    return { text: sentence, position, score: (central + 0.5) * early * named };
  });
}

/** The sentences that say most, in their order, within a length. */
export function summarise(
  text: string,
  { maxLength, ...options }: Options & { maxLength: number },
): string[] {
  const sentences = scoreSentences(text, options).filter(
    ({ text: one }) => wordsOf(one).length >= 4,
  );
  const best = [...sentences].sort((a, b) => b.score - a.score);
  const variants = [0, 1, 2].map((skip) => {
    const chosen: Scored[] = [];
    let length = 0;
    for (const sentence of best.slice(skip)) {
      if (length + sentence.text.length + 1 > maxLength) continue;
      chosen.push(sentence);
      length += sentence.text.length + 1;
    }
    return chosen
      .sort((a, b) => a.position - b.position)
      .map(({ text: one }) => one)
      .join(' ');
  });
  const whole = variants.filter((variant) => variant !== '');
  const [first] = best;
  return whole.length > 0 || !first ? [...new Set(whole)] : [shorten(first.text, maxLength)];
}

/** Cut at a word, with an ellipsis. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > maxLength / 2 ? space : cut.length).replace(/[\s,;:–-]+$/, '')}…`;
}

/** A meta description of 120 to 156 characters, from what the text says itself. */
export function describe(text: string, options: Options & { maxLength: number }): string[] {
  const { maxLength } = options;
  const sentences = scoreSentences(text, options).filter(
    ({ text: one }) => wordsOf(one).length >= 4,
  );
  const best = [...sentences].sort((a, b) => b.score - a.score).slice(0, 6);
  const made = best.map((start) => {
    const following = sentences.slice(sentences.indexOf(start));
    let description = '';
    for (const { text: next } of following) {
      if (description.length >= 120) break;
      description = description === '' ? next : `${description} ${next}`;
    }
    return shorten(description, maxLength);
  });
  return [...new Set(made)].slice(0, 3);
}

export function slugify(text: string, language: string, maxLength: number): string {
  const plain =
    language === 'de'
      ? text.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue').replace(/ß/g, 'ss')
      : text;
  const stopwords = STOPWORDS[language] ?? new Set<string>();
  const words = wordsOf(plain).map((word) => fold(word).replace(/[^a-z0-9]/g, ''));
  const telling = words.filter((word) => word !== '' && !stopwords.has(word));
  const chosen = telling.length >= 2 ? telling : words.filter(Boolean);
  let slug = '';
  for (const word of chosen) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > maxLength) break;
    slug = next;
  }
  return slug;
}
