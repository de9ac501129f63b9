import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import type { SharedRow } from '../core/share-directory';
import { sqlOf } from '../moving/sql';

/** All shares with their owners, as the registry knows them. One statement. */
export function readShares(strapi: Core.Strapi): Promise<SharedRow[]> {
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  return sqlOf(strapi)<SharedRow[]>((table) =>
    table(`${tableOf(UID.share)} as s`)
      .join(`${tableOf(UID.siteContent)} as c`, 'c.key', 's.entry_key')
      .select(
        's.content_type as uid',
        's.content_id as documentId',
        's.site as site',
        'c.site_id as owner',
      ),
  );
}
