import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import { UID } from '../../../shared/plugin';
import { service } from './service';
import type { SqlQuery } from './sql-query';

const INSERT_BATCH = 100;

/**
 * The registry `site_content`: which document belongs to which site. All SQL on it and on the
 * site column is in this file and in `adoption`. Reading content never needs it.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const column = () => service(strapi, 'isolation').tables().column;
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);
  const on = (uid: string) => strapi.db.getConnection(strapi.db.metadata.get(uid).tableName);

  /** Joins the transaction of the write it belongs to, if there is one. */
  async function execute<T>(query: SqlQuery): Promise<T> {
    if (!strapi.db.inTransaction()) return (await query) as T;
    return strapi.db.transaction(async ({ trx }) => (await query.transacting(trx)) as T);
  }

  return {
    /** The site of a document, by the column of its rows; null where it has none. */
    siteOf: (uid: string, documentId: string): Promise<number | null> =>
      unscoped(async () => {
        const row = await execute<{ site: number } | undefined>(
          on(uid)
            .where({ document_id: documentId })
            .whereNotNull(column())
            .first(`${column()} as site`),
        );
        return row?.site ?? null;
      }),

    documentIdsOf: (uid: string, ids: readonly number[]): Promise<string[]> =>
      unscoped(async () => {
        const query = on(uid)
          .whereIn('id', [...ids])
          .distinct('document_id');
        const rows = await execute<{ document_id: string | null }[]>(query);
        return rows.map((row) => row.document_id).filter((id) => id !== null);
      }),

    /** Idempotent: a document that is known keeps its site. */
    async add(entry: { uid: string; site: number; documentIds: readonly string[] }) {
      const rows = entry.documentIds.map((documentId) => toRow(entry, documentId));
      await unscoped(async () => {
        for (let start = 0; start < rows.length; start += INSERT_BATCH) {
          const batch = rows.slice(start, start + INSERT_BATCH);
          await execute(on(UID.siteContent).insert(batch).onConflict('key').ignore());
        }
      });
    },

    /** Forgets a document whose last row (draft, published, any locale) is deleted. */
    async removeIfGone(uid: string, documentId: string) {
      await unscoped(async () => {
        const left = await execute(on(uid).where({ document_id: documentId }).first('id'));
        if (left) return;
        const gone = { key: naturalKey([uid, documentId]) };
        await execute(on(UID.siteContent).where(gone).delete());
        // Of what is not there nothing can be read: no instance has to hear of it.
        await execute(on(UID.share).where('entry_key', gone.key).orWhere('via', gone.key).delete());
      });
    },
  };
};

/** A whole row, because Strapi's export expects its own columns to be filled. */
function toRow(entry: { uid: string; site: number }, documentId: string) {
  const key = naturalKey([entry.uid, documentId]);
  const now = new Date();
  return {
    key,
    document_id: key.slice(0, 24),
    site_id: entry.site,
    content_type: entry.uid,
    content_id: documentId,
    created_at: now,
    updated_at: now,
    published_at: now,
  };
}
