import type { Core } from '@strapi/strapi';
import { runUnscoped } from '../ports';
import { countFailure, registryOf, runBare } from './registry';
import { toOverlay } from './store';
import type { LiveIndex, OverlayRecord } from './types';

const POLL_MS = 5000;

/** By entry and locale; documentIds are unique in themselves. */
export const entryKey = (documentId: string, locale: string) => `${documentId}\n${locale}`;

/**
 * All live overlays in memory, so that a request without any costs a look into a map. Read again
 * at the first request after a change on this instance; changes of other instances are looked for
 * every few seconds.
 */
export async function freshIndex(strapi: Core.Strapi): Promise<LiveIndex> {
  const registry = registryOf(strapi);
  if (!registry.isDirty) return registry.live;
  registry.isDirty = false;
  try {
    registry.live = await runUnscoped(strapi, () => runBare(strapi, () => readIndex(strapi)));
  } catch (error) {
    registry.isDirty = true;
    throw error;
  }
  return registry.live;
}

async function readIndex(strapi: Core.Strapi): Promise<LiveIndex> {
  const index: LiveIndex = new Map();
  for (const { layer, uid, isActive } of registryOf(strapi).layers.values()) {
    const records = (await strapi.db.query(uid).findMany({
      where: { live: { $notNull: true } },
      orderBy: { id: 'asc' },
    })) as OverlayRecord[];
    for (const record of records) {
      const isServed = (record.live?.length ?? 0) > 0 && (isActive?.(record) ?? true);
      if (!isServed) continue;
      const overlay = toOverlay(layer, record);
      const entries = index.get(overlay.entryUid) ?? new Map<string, (typeof overlay)[]>();
      const key = entryKey(overlay.entryDocumentId, overlay.entryLocale);
      entries.set(key, [...(entries.get(key) ?? []), overlay]);
      index.set(overlay.entryUid, entries);
    }
  }
  return index;
}

/** Notices what other instances changed. An embedded database has no other instance. */
export function watchTables(strapi: Core.Strapi): () => void {
  if (strapi.db.dialect.client === 'sqlite') return () => undefined;
  let known: string | null = null;
  const look = async () => {
    const now = await runUnscoped(strapi, () => stampOfTables(strapi));
    if (known !== null && known !== now) registryOf(strapi).isDirty = true;
    known = now;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => countFailure(strapi, error));
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Rises with every save and changes with every new or removed row. */
async function stampOfTables(strapi: Core.Strapi): Promise<string> {
  const stamps: string[] = [];
  for (const { uid } of registryOf(strapi).layers.values()) {
    const { tableName } = strapi.db.metadata.get(uid);
    const row = (await strapi.db
      .connection(tableName)
      .count({ count: '*' })
      .sum({ saves: 'revision' })
      .max({ last: 'id', changed: 'updated_at' })
      .first()) as Record<string, unknown> | undefined;
    stamps.push(JSON.stringify(row));
  }
  return stamps.join();
}
