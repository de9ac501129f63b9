import type { Core, UID } from '@strapi/strapi';
import { multiSite } from './multi-site';

const STORE = { type: 'core', name: 'demo', key: 'samples' } as const;

/** What the demo wrote into the content types of the app, and when it had done so. */
type Samples = { at: string; entries: [uid: string, documentId: string][]; files: number[] };

export type RemovedSamples = {
  /** Rows that a plugin removed: plugin id → what → how many. */
  plugins: Record<string, Record<string, number>>;
  entries: number;
  /** Entries somebody has worked on since: they stay. */
  kept: number;
  files: number;
};

type Row = { documentId: string; updatedAt: string };

/** As much of a plugin as has sample rows. */
type SampleService = { remove(): Promise<Record<string, number>> };

const contentTypes = (strapi: Core.Strapi) =>
  Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::')) as UID.ContentType[];

const unscoped = <T>(strapi: Core.Strapi, work: () => T): T => {
  const plugin = multiSite(strapi);
  return plugin ? plugin.context.runUnscoped(work) : work();
};

const rowsOf = (strapi: Core.Strapi, uid: UID.ContentType): Promise<Row[]> =>
  strapi.db.query(uid).findMany({ select: ['documentId', 'updatedAt'] });

/** At the end of the seed: everything that is there is a sample. */
export const rememberSamples = async (strapi: Core.Strapi): Promise<void> => {
  const entries: Samples['entries'] = [];
  for (const uid of contentTypes(strapi)) {
    const ids = new Set((await rowsOf(strapi, uid)).map(({ documentId }) => documentId));
    entries.push(...[...ids].map((id): [string, string] => [uid, id]));
  }
  const files: { id: number }[] = await strapi.db
    .query('plugin::upload.file')
    .findMany({ select: ['id'] });
  const value: Samples = {
    at: new Date().toISOString(),
    entries,
    files: files.map(({ id }) => id),
  };
  await strapi.store.set({ ...STORE, value });
};

const read = async (strapi: Core.Strapi) => (await strapi.store.get(STORE)) as Samples | null;

export const countSamples = async (strapi: Core.Strapi) => {
  const samples = await read(strapi);
  return samples ? { entries: samples.entries.length, files: samples.files.length } : null;
};

/** Entries that nobody has changed since they were made, by their latest row. */
const untouched = async (strapi: Core.Strapi, { at, entries }: Samples) => {
  const latest = new Map<string, number>();
  for (const uid of new Set(entries.map(([name]) => name))) {
    if (!(uid in strapi.contentTypes)) continue;
    for (const row of await rowsOf(strapi, uid as UID.ContentType)) {
      const key = `${uid}:${row.documentId}`;
      latest.set(key, Math.max(latest.get(key) ?? 0, Date.parse(row.updatedAt)));
    }
  }
  const there = entries.filter(([uid, id]) => latest.has(`${uid}:${id}`));
  const clean = there.filter(([uid, id]) => (latest.get(`${uid}:${id}`) ?? 0) <= Date.parse(at));
  return { clean, kept: there.length - clean.length };
};

/** Pictures of the demo that no entry shows any more. */
const removeFiles = async (strapi: Core.Strapi, files: readonly number[]): Promise<number> => {
  const upload = strapi.plugin('upload').service('upload') as unknown as {
    findOne(id: number): Promise<object | null>;
    remove(file: object): Promise<unknown>;
  };
  let removed = 0;
  for (const id of files) {
    const [used] = await strapi.db.connection('files_related_mph').where({ file_id: id }).limit(1);
    const file = used ? null : await upload.findOne(id);
    if (!file) continue;
    await upload.remove(file);
    removed += 1;
  }
  return removed;
};

/**
 * Takes away what the demo made: the marked rows of every plugin, the entries nobody has changed
 * since, and pictures that are not in use then. Sites, people and tokens stay.
 */
export const removeSamples = (strapi: Core.Strapi): Promise<RemovedSamples> =>
  unscoped(strapi, async () => {
    const plugins: RemovedSamples['plugins'] = {};
    for (const [id, plugin] of Object.entries(strapi.plugins)) {
      if (!('samples' in plugin.services)) continue;
      const service = plugin.service('samples') as unknown as SampleService;
      plugins[id] = await service.remove();
    }
    const samples = await read(strapi);
    if (!samples) return { plugins, entries: 0, kept: 0, files: 0 };

    const { clean, kept } = await untouched(strapi, samples);
    for (const [uid, documentId] of clean) {
      const documents = strapi.documents(uid as UID.ContentType);
      await documents.delete({ documentId, locale: '*' });
    }
    const files = await removeFiles(strapi, samples.files);
    await strapi.store.delete(STORE);
    return { plugins, entries: clean.length, kept, files };
  });
