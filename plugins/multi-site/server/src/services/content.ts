import type { Core } from '@strapi/strapi';
import type { ListContentQuery, SiteContentEntry } from '../../../shared/contracts/content';
import { ALL_SITES, UID } from '../../../shared/plugin';
import { service } from './service';
import type { SqlQuery } from './sql-query';

type Scope = {
  site: number;
  /** Types the caller may read. */
  uids: readonly string[];
  /** The content API shows what is published, the admin everything. */
  publishedOnly: boolean;
};

/** What is on a site, over all types: GET /sites/{id}/content, answered by the registry. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const registry = () => strapi.db.metadata.get(UID.siteContent).tableName;

  function select(scope: Scope): SqlQuery {
    // What others share with the site is read there like its own.
    const shared = strapi.db
      .getConnection(strapi.db.metadata.get(UID.share).tableName)
      .where('via', '')
      .whereIn('site', [scope.site, ALL_SITES])
      .select('entry_key');
    const query = strapi.db.getConnection(`${registry()} as c`).where((seen) => {
      void seen.where('c.site_id', scope.site).orWhereIn('c.key', shared);
    });
    return query.where((anyType) => {
      for (const uid of scope.uids) anyType.orWhere((one) => matchType(one, uid, scope));
      if (scope.uids.length === 0) anyType.whereRaw('1 = 0');
    });
  }

  function matchType(query: SqlQuery, uid: string, { publishedOnly }: Scope) {
    query.where('c.content_type', uid);
    const { tableName } = strapi.db.metadata.get(uid);
    const { column } = service(strapi, 'isolation').tables();
    query.whereExists((rows) => {
      rows.from(`${tableName} as t`).select(strapi.db.connection.raw('1'));
      rows.whereRaw('t.document_id = c.content_id').whereRaw('t.?? = c.site_id', [column]);
      if (publishedOnly) rows.whereNotNull('t.published_at');
    });
  }

  async function describe(uid: string, documentIds: readonly string[], scope: Scope) {
    const rows: Row[] = await strapi.db.query(uid).findMany({
      where: { documentId: { $in: [...documentIds] } },
      select: ['documentId', 'locale', 'publishedAt', 'updatedAt'] as never,
      orderBy: [{ locale: 'asc' }, { id: 'asc' }] as never,
    });
    return new Map(documentIds.map((id) => [id, summarise(uid, id, rows, scope.publishedOnly)]));
  }

  return {
    async list(query: ListContentQuery, scope: Scope) {
      return service(strapi, 'context').runUnscoped(async () => {
        const uids = query.contentType
          ? scope.uids.filter((uid) => uid === query.contentType)
          : scope.uids;
        const wanted = { ...scope, uids };
        const counted = await select(wanted).count({ count: 'c.id' }).first();
        const total = Number((counted as { count: number | string }).count);
        const page: { uid: string; id: string }[] = await select(wanted)
          .select('c.content_type as uid', 'c.content_id as id')
          .orderBy([{ column: 'c.content_type' }, { column: 'c.content_id' }])
          .limit(query.pageSize)
          .offset((query.page - 1) * query.pageSize);

        const data: SiteContentEntry[] = [];
        for (const uid of new Set(page.map((row) => row.uid))) {
          const ids = page.filter((row) => row.uid === uid).map((row) => row.id);
          const entries = await describe(uid, ids, wanted);
          data.push(...ids.flatMap((id) => entries.get(id) ?? []));
        }
        const { pageSize } = query;
        const pagination = {
          page: query.page,
          pageSize,
          pageCount: Math.ceil(total / pageSize),
          total,
        };
        return { data, meta: { pagination } };
      });
    },
  };
};

type Row = {
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
};

function summarise(
  uid: string,
  documentId: string,
  rows: readonly Row[],
  publishedOnly: boolean,
): SiteContentEntry[] {
  const own = rows.filter(
    (row) => row.documentId === documentId && (!publishedOnly || row.publishedAt !== null),
  );
  if (own.length === 0) return [];
  const locales = (wanted: readonly Row[]) => [
    ...new Set(wanted.flatMap((row) => row.locale ?? [])),
  ];
  return [
    {
      contentType: uid,
      documentId,
      locales: locales(own),
      isPublished: own.some((row) => row.publishedAt !== null),
      updatedAt:
        own
          .map((row) => row.updatedAt ?? '')
          .sort()
          .at(-1) || null,
    },
  ];
}
