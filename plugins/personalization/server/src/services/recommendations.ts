import type { Core } from '@strapi/strapi';
import type { Contribution, Recommendation } from '../../../shared/contracts/recommendations';
import { scoreItems, type Interaction, type Scored } from '../core/recommender';
import { service } from './service';

type Wish = {
  history: readonly Interaction[];
  /** Items that are not shown: seen, or the one the list is for. */
  without: readonly string[];
  limit: number;
  locale?: string | undefined;
  type?: string | undefined;
};

const BATCH = 100;

/** What suits a visitor, or what is like an entry: answered from a trained model in memory. */
const recommendations = ({ strapi }: { strapi: Core.Strapi }) => {
  /** After scoring: only what is published in this locale and site, once. */
  async function allowed(scored: readonly Scored[], { without, limit, locale, type }: Wish) {
    const hidden = new Set(without);
    const kept: Scored[] = [];
    const wanted = scored.filter(
      ({ item }) =>
        !hidden.has(item.documentId) &&
        (!type || item.uid === type) &&
        (!locale || !item.locale || item.locale === locale),
    );
    for (let at = 0; at < wanted.length && kept.length < limit; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      const there = await published(batch, locale);
      kept.push(...batch.filter(({ item }) => there.has(`${item.uid} ${item.documentId}`)));
    }
    const seen = new Set<string>();
    return kept
      .filter(({ item }) => !seen.has(item.documentId) && seen.add(item.documentId))
      .slice(0, limit);
  }

  async function published(
    batch: readonly Scored[],
    locale: string | undefined,
  ): Promise<Set<string>> {
    const there = new Set<string>();
    for (const uid of new Set(batch.map(({ item }) => item.uid))) {
      if (!service(strapi, 'content').typeOf(uid)) continue;
      const ids = batch.filter(({ item }) => item.uid === uid).map(({ item }) => item.documentId);
      const found = (await strapi.db.query(uid).findMany({
        where: {
          documentId: { $in: ids },
          publishedAt: { $notNull: true },
          ...(locale ? { $or: [{ locale }, { locale: null }] } : {}),
        },
        select: ['documentId'],
      })) as { documentId: string }[];
      for (const { documentId } of found) there.add(`${uid} ${documentId}`);
    }
    return there;
  }

  async function recommend(site: number, wish: Wish): Promise<Recommendation[]> {
    const model = await service(strapi, 'models').of(site);
    if (!model) return [];
    const scored = scoreItems(model, wish.history, Date.now());
    const kept = await allowed(scored, wish);
    const titles = new Map(model.items.map(({ documentId, title }) => [documentId, title]));
    const tags = new Map(model.items.map((item) => [item.documentId, item.tags]));
    const seenTags = new Set(wish.history.flatMap(({ documentId }) => tags.get(documentId) ?? []));
    return kept.map(({ item, score, parts }, index) => {
      const because: Contribution[] = parts.map(({ kind, documentId, value }) =>
        documentId === undefined
          ? { kind, value }
          : { kind, documentId, title: titles.get(documentId) ?? null, value },
      );
      const sharedTags = item.tags.filter((tag) => seenTags.has(tag));
      return {
        uid: item.uid,
        documentId: item.documentId,
        title: item.title,
        score,
        rank: index + 1,
        source: because[0]?.kind === 'item' ? 'similar' : 'popular',
        reason: { because, sharedTags, sentence: sentenceOf(because, sharedTags) },
      };
    });
  }

  return {
    recommend,
    similarTo: (site: number, documentId: string, wish: Omit<Wish, 'history' | 'without'>) =>
      recommend(site, { ...wish, history: [{ documentId, t: Date.now() }], without: [documentId] }),

    /** For a visitor, by what is stored of him; somebody unknown gets what is popular. */
    forVisitor(
      site: number,
      patterns: { lastItems: readonly Interaction[] } | null,
      wish: Omit<Wish, 'history' | 'without'>,
    ) {
      const history = patterns?.lastItems ?? [];
      return recommend(site, {
        ...wish,
        history,
        without: history.map(({ documentId }) => documentId),
      });
    },
  };
};

/** A fixed sentence: the parts say the same, exactly. */
function sentenceOf(because: readonly Contribution[], tags: readonly string[]): string {
  const [first] = because;
  if (!first || first.kind === 'popularity') return 'Many visitors read this lately.';
  const about = tags.length > 0 ? `, also filed under ${tags.slice(0, 2).join(' and ')}` : '';
  return `Because of “${first.title ?? first.documentId ?? ''}”${about}.`;
}

export default recommendations;
