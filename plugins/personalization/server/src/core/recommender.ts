import { decayed } from './profile';

/**
 * Content similarity and popularity. Items are vectors of what they are filed under (tags,
 * categories: weighty) and of their words (TF-IDF); a visitor is what he looked at, the newer the
 * weightier. The score is a sum over those items plus popularity, so its parts explain it exactly.
 */
export type Item = {
  uid: string;
  documentId: string;
  locale: string;
  title: string | null;
  tags: string[];
  text: string;
};
export type Interaction = { documentId: string; t: number };
export type Vector = Record<string, number>;
export type ModelItem = Omit<Item, 'text'> & { vector: Vector; popularity: number };
export type ItemModel = { version: string; trainedAt: number; items: ModelItem[] };

export type Part = { kind: 'item' | 'popularity'; documentId?: string; value: number };
export type Scored = { item: ModelItem; score: number; parts: Part[] };

const TAG_WEIGHT = 2.5;
const WORDS_PER_ITEM = 40;
const POPULARITY_WEIGHT = 0.15;
const STOP = new Set(
  (
    'the a an and or of to in is it for on with as at by be this that from are was were you your we our not but have has had will can ' +
    'der die das und oder ein eine einer eines einem einen ist im in zu den dem des mit auf für von sich nicht auch es an als bei aus wie so dass wird sind ihr wir man'
  ).split(' '),
);

const words = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !STOP.has(word));

export function trainModel(
  items: readonly Item[],
  interactions: readonly Interaction[],
  { now, version }: { now: number; version: string },
): ItemModel {
  const counts = items.map((item) =>
    countOf(words(`${item.title ?? ''} ${item.title ?? ''} ${item.text}`)),
  );
  const documents = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) add(documents, word, 1);
  const tagCounts = new Map<string, number>();
  for (const { tags } of items) for (const tag of tags) add(tagCounts, tag, 1);
  const popularity = popularityOf(interactions, now);
  const total = items.length;

  return {
    version,
    trainedAt: now,
    items: items.map(({ text: _text, ...item }, index) => {
      const vector: [string, number][] = [...(counts[index] ?? [])]
        .map(([word, count]): [string, number] => [
          word,
          (1 + Math.log(count)) * Math.log(1 + total / (documents.get(word) ?? 1)),
        ])
        .sort((a, b) => b[1] - a[1])
        .slice(0, WORDS_PER_ITEM);
      const length = lengthOf(vector) || 1;
      const tags = item.tags.map((tag): [string, number] => [
        `#${tag}`,
        TAG_WEIGHT * Math.log(1 + total / (tagCounts.get(tag) ?? 1)),
      ]);
      const all = [
        ...vector.map(([word, value]): [string, number] => [word, value / length]),
        ...tags,
      ];
      return { ...item, vector: normalised(all), popularity: popularity.get(item.documentId) ?? 0 };
    }),
  };
}

/** Decayed views of each item, as a share of the most viewed. */
function popularityOf(interactions: readonly Interaction[], now: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { documentId, t } of interactions) add(sums, documentId, decayed(1, now - t));
  const most = Math.max(1e-9, ...sums.values());
  return new Map([...sums].map(([id, sum]) => [id, sum / most]));
}

/**
 * Scores every item for what somebody looked at (or for one item, given as the only history).
 * What may not be shown is left to the caller: filtering before would change the figures.
 */
export function scoreItems(
  model: ItemModel,
  history: readonly Interaction[],
  now: number,
): Scored[] {
  const byId = new Map(model.items.map((item) => [item.documentId, item]));
  const seen = history.flatMap(({ documentId, t }) => {
    const item = byId.get(documentId);
    return item ? [{ item, weight: decayed(1, now - t) }] : [];
  });
  const sum = seen.reduce((total, { weight }) => total + weight, 0) || 1;
  return model.items
    .map((item) => {
      const parts: Part[] = seen
        .map(({ item: other, weight }) => ({
          kind: 'item' as const,
          documentId: other.documentId,
          value: (weight / sum) * similarity(item.vector, other.vector),
        }))
        .filter(({ value }) => value > 0);
      if (item.popularity > 0) {
        parts.push({ kind: 'popularity', value: POPULARITY_WEIGHT * item.popularity });
      }
      parts.sort((a, b) => b.value - a.value);
      return { item, parts, score: parts.reduce((total, { value }) => total + value, 0) };
    })
    .sort((a, b) => b.score - a.score || a.item.documentId.localeCompare(b.item.documentId));
}

export function similarity(one: Vector, other: Vector): number {
  let sum = 0;
  for (const key in one) sum += (one[key] ?? 0) * (other[key] ?? 0);
  return sum;
}

const countOf = (list: readonly string[]) => {
  const count = new Map<string, number>();
  for (const word of list) add(count, word, 1);
  return count;
};
const add = (map: Map<string, number>, key: string, value: number) =>
  map.set(key, (map.get(key) ?? 0) + value);
const lengthOf = (vector: readonly (readonly [string, number])[]) =>
  Math.sqrt(vector.reduce((sum, [, value]) => sum + value * value, 0));

function normalised(vector: readonly [string, number][]): Vector {
  const length = lengthOf(vector) || 1;
  return Object.fromEntries(
    vector.map(([key, value]) => [key, Number((value / length).toFixed(5))]),
  );
}
