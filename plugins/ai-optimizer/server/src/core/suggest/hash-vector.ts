import { fold, wordsOf } from '../../../../shared/analysis';
import type { Stemmer } from './keyphrases';

const DIMENSIONS = 256;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value ^= text.charCodeAt(at);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/**
 * A text as a vector without a model: stems and pairs of stems hashed into 256 dimensions, signed,
 * dampened, of length one. Texts that share words are near; synonyms are not.
 */
export function hashVector(
  text: string,
  { stem, stopwords }: { stem: Stemmer; stopwords?: ReadonlySet<string> },
): number[] {
  const stems = wordsOf(text.toLowerCase())
    .filter((word) => word.length > 2 && !stopwords?.has(word))
    .slice(0, 20_000)
    .map((word) => stem(fold(word)));
  const counts = new Map<string, number>();
  stems.forEach((one, at) => {
    counts.set(one, (counts.get(one) ?? 0) + 1);
    const next = stems[at + 1];
    if (next) counts.set(`${one} ${next}`, (counts.get(`${one} ${next}`) ?? 0) + 0.5);
  });
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  for (const [feature, count] of counts) {
    const code = hash(feature);
    const place = code % DIMENSIONS;
    vector[place] =
      (vector[place] ?? 0) + (code & 0x80000000 ? -1 : 1) * (1 + Math.log(Math.max(count, 0.5)));
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
