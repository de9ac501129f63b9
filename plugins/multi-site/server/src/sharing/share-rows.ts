import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import { FILE, filesOf, type FileUse } from '../moving/media';
import { withComponents } from '../moving/owned';
import { sqlOf } from '../moving/sql';
import { service } from '../services/service';

export type Entry = { uid: string; documentId: string };
/** With whom an entry is shared. */
export type Share = Entry & { site: number };
type Stored = { key: string; uid: string; documentId: string; site: number; via: string };

const INSERT_BATCH = 100;
const QUERY_BATCH = 500;

export const entryKeyOf = ({ uid, documentId }: Entry) => naturalKey([uid, documentId]);
const keyOf = ({ uid, documentId, site }: Share, via = '') =>
  naturalKey([uid, documentId, String(site), via]);

/** The rows of the table of shares. Nothing here tells other instances: the service does. */
export function shareRows(strapi: Core.Strapi) {
  const sql = sqlOf(strapi);
  const name = () => strapi.db.metadata.get(UID.share).tableName;
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;

  async function insert(shares: readonly Share[], via = '') {
    const rows = shares.map((share) => toRow(share, via));
    for (let start = 0; start < rows.length; start += INSERT_BATCH) {
      const batch = rows.slice(start, start + INSERT_BATCH);
      await sql((table) => table(name()).insert(batch).onConflict('key').ignore());
    }
  }

  async function removeKeys(keys: readonly string[]) {
    for (let start = 0; start < keys.length; start += QUERY_BATCH) {
      const batch = keys.slice(start, start + QUERY_BATCH);
      await sql((table) => table(name()).whereIn('key', batch).delete());
    }
  }

  const select = (table: (name: string) => ReturnType<typeof strapi.db.connection>) =>
    table(name()).select('key', 'content_type as uid', 'content_id as documentId', 'site', 'via');

  /** Entries as they were shared, without the files that go along. */
  async function direct(entries: readonly Entry[]): Promise<Share[]> {
    const keys = entries.map(entryKeyOf);
    const found: Share[] = [];
    for (let start = 0; start < keys.length; start += QUERY_BATCH) {
      const batch = keys.slice(start, start + QUERY_BATCH);
      const rows = await sql<Stored[]>((table) =>
        select(table).where('via', '').whereIn('entry_key', batch).orderBy('id'),
      );
      found.push(...rows.map(({ uid, documentId, site }) => ({ uid, documentId, site })));
    }
    return found;
  }

  /** What the rows of a document show in their media fields and components. */
  async function filesShown({ uid, documentId }: Entry): Promise<FileUse[]> {
    const ids = await sql<number[]>((table) =>
      table(tableOf(uid)).where('document_id', documentId).pluck('id'),
    );
    return filesOf(strapi, await withComponents(strapi, { uid, ids }));
  }

  /** Files of the owner only: what was shared with it is not handed on. */
  async function documentsOf(files: readonly FileUse[], owner: number): Promise<string[]> {
    if (files.length === 0) return [];
    const { column } = service(strapi, 'isolation').tables();
    return sql<string[]>((table) =>
      table(tableOf(FILE))
        .whereIn(
          'id',
          files.map(({ id }) => id),
        )
        .where(column, owner)
        .distinct()
        .pluck('document_id'),
    );
  }

  /** The files an entry shows are shared with whom it is shared. @returns whether that changed. */
  async function matchMedia(entry: Entry): Promise<boolean> {
    const via = entryKeyOf(entry);
    const have = await sql<Stored[]>((table) => select(table).where('via', via));
    const targets = (await direct([entry])).map(({ site }) => site);
    const owner = await service(strapi, 'registry').siteOf(entry.uid, entry.documentId);
    const files =
      targets.length === 0 || owner === null
        ? []
        : await documentsOf(await filesShown(entry), owner);
    const want = new Map<string, Share>();
    for (const site of targets) {
      for (const documentId of files) {
        const share = { uid: FILE, documentId, site };
        want.set(keyOf(share, via), share);
      }
    }
    const known = new Set(have.map(({ key }) => key));
    const gone = have.filter(({ key }) => !want.has(key)).map(({ key }) => key);
    const fresh = [...want].filter(([key]) => !known.has(key)).map(([, share]) => share);
    await removeKeys(gone);
    await insert(fresh, via);
    return gone.length > 0 || fresh.length > 0;
  }

  return {
    direct,
    filesShown,
    matchMedia,
    add: (shares: readonly Share[]) => insert(shares),
    remove: (shares: readonly Share[]) => removeKeys(shares.map((share) => keyOf(share))),
  };
}

/** A whole row, because Strapi's export expects its own columns to be filled. */
function toRow(share: Share, via: string) {
  const key = keyOf(share, via);
  const now = new Date();
  return {
    key,
    document_id: key.slice(0, 24),
    entry_key: entryKeyOf(share),
    site: share.site,
    content_type: share.uid,
    content_id: share.documentId,
    via,
    created_at: now,
    updated_at: now,
    published_at: now,
  };
}
