import type { Core } from '@strapi/strapi';
import { rowsOf, runInSite } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import {
  scoreItems,
  trainModel,
  type Interaction,
  type Item,
  type ItemModel,
} from '../core/recommender';
import { historyOf } from './history';
import { service } from './service';
import type { EventRow, ProfileRow } from './types';

type Progress = (done: number, total: number | null, note?: string) => Promise<void>;

const INTERACTIONS = 100_000;
const PER_VISITOR = 20;
const EXPIRES_MS = 7 * 86_400_000;
const STORE_BATCH = 100;

/** Training in the background: what entries have in common and what is read, into a model. */
const training = ({ strapi }: { strapi: Core.Strapi }) => {
  async function readItems(): Promise<Item[]> {
    const items: Item[] = [];
    for await (const batch of service(strapi, 'content').items()) items.push(...batch);
    return items;
  }

  async function readInteractions(): Promise<(Interaction & { userId: string })[]> {
    const found: (Interaction & { userId: string })[] = [];
    const PAGE = 5_000;
    for (let offset = 0; offset < INTERACTIONS; offset += PAGE) {
      const page = await rowsOf<EventRow>(strapi, UID.event).findMany({
        where: { contentId: { $ne: '' } },
        select: ['contentId', 'at', 'userId'],
        orderBy: { id: 'desc' },
        limit: PAGE,
        offset,
      });
      found.push(
        ...page.map(({ contentId, at, userId }) => ({
          documentId: contentId,
          t: new Date(at).getTime(),
          userId,
        })),
      );
      if (page.length < PAGE) break;
    }
    return found;
  }

  async function storeFor(
    model: ItemModel,
    { site, count, progress }: { site: number; count: number; progress: Progress },
  ) {
    const settings = service(strapi, 'state').of(site)?.settings;
    const isFullByDefault = settings?.consentDefault === 'full';
    const profiles = await rowsOf<ProfileRow>(strapi, UID.profile).findMany({
      // Whoever never said anything has what the site decided for him.
      where: { $or: [{ consent: 'full' }, ...(isFullByDefault ? [{ consent: null }] : [])] },
      orderBy: { lastSeen: 'desc' },
      limit: count,
    });
    const expiresAt = new Date(Date.now() + EXPIRES_MS);
    const query = rowsOf(strapi, UID.recommendation);
    let waiting: Record<string, unknown>[] = [];
    const write = async () => {
      for (let at = 0; at < waiting.length; at += STORE_BATCH)
        await query.createMany(waiting.slice(at, at + STORE_BATCH));
      waiting = [];
    };
    for (const [index, row] of profiles.entries()) {
      const history = historyOf(row);
      if (history.length === 0) continue;
      const seen = new Set(history.map(({ documentId }) => documentId));
      const best = scoreItems(model, history, Date.now())
        .filter(({ item }) => !seen.has(item.documentId))
        .slice(0, PER_VISITOR);
      waiting.push(
        ...best.map(({ item, score, parts }, rank) => ({
          site,
          userId: row.userId,
          contentId: item.documentId,
          contentUid: item.uid,
          contentLocale: item.locale,
          score,
          rank: rank + 1,
          source: parts[0]?.kind === 'item' ? 'similar' : 'popular',
          reason: parts.slice(0, 5),
          modelVersion: model.version,
          expiresAt,
          isSample: row.isSample,
        })),
      );
      if (waiting.length >= 1_000) await write();
      if (index % 100 === 0) await progress(index, profiles.length, 'storing');
    }
    await write();
    await query.deleteMany({ modelVersion: { $ne: model.version } });
    return profiles.length;
  }

  return {
    /** Trains a model of one site and puts it in use; stored recommendations follow. */
    async train(site: number, { progress, visitors }: { progress: Progress; visitors: number }) {
      return runInSite(strapi, site, async () => {
        const startedAt = Date.now();
        await progress(0, null, 'reading');
        const items = await readItems();
        const interactions = await readInteractions();
        await progress(0, null, 'training');
        const version = new Date(startedAt).toISOString();
        const model = trainModel(items, interactions, { now: startedAt, version });
        const features = new Set(model.items.flatMap(({ vector }) => Object.keys(vector)));
        const row = await service(strapi, 'models').put(site, model, {
          items: items.length,
          interactions: interactions.length,
          features: features.size,
        });
        const stored = await storeFor(model, { site, count: visitors, progress });
        const durationMs = Date.now() - startedAt;
        await service(strapi, 'models').note(row.id, { durationMs, visitors: stored });
        await progress(stored, stored, 'done');
        return {
          version,
          items: items.length,
          interactions: interactions.length,
          visitors: stored,
          durationMs,
        };
      });
    },
  };
};

export default training;
