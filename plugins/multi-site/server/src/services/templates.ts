import type { Core } from '@strapi/strapi';
import type {
  Template,
  TemplateEntriesQuery,
  TemplateEntry,
  TypeCount,
  WizardContent,
} from '../../../shared/contracts/wizard';
import type { Selection } from '../copying/copy-content';
import type { ScopedTable } from '../isolation/scoped-tables';
import { countRows } from './figures';
import { service } from './service';
import { titleAttributeOf } from './titles';

/** Sites whose content can be copied, and what of it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);
  const entryTypes = () =>
    service(strapi, 'isolation')
      .tables()
      .list.filter(({ uid, scope }) => scope === 'site' && uid.startsWith('api::'));

  async function documentsOf(type: ScopedTable, site: number, only?: readonly string[]) {
    const { column } = service(strapi, 'isolation').tables();
    const query = strapi.db.getConnection(type.table).where(column, site).distinct('document_id');
    if (only) query.whereIn('document_id', [...only]);
    const rows = (await query) as { document_id: string | null }[];
    return rows.flatMap((row) => row.document_id ?? []);
  }

  return {
    list: (): Promise<Template[]> =>
      unscoped(async () => {
        const { column } = service(strapi, 'isolation').tables();
        const { sites } = await service(strapi, 'state').fresh();
        const counted = await Promise.all(
          entryTypes().map(async (type) => ({
            type,
            counts: await countRows(strapi, { table: type.table, column, distinct: 'document_id' }),
          })),
        );
        return sites.all.map((site) => {
          const types = counted.flatMap(({ type: { uid, name }, counts }): TypeCount[] => {
            const documents = counts.get(site.number) ?? 0;
            return documents > 0 ? [{ uid, name, documents }] : [];
          });
          const documents = types.reduce((sum, type) => sum + type.documents, 0);
          return { id: site.id, name: site.name, types, documents };
        });
      }),

    /** The documents a choice means. What is not on the source site is left out. */
    select: (content: WizardContent): Promise<Selection[]> =>
      unscoped(async () => {
        if (content.kind === 'empty') return [];
        const source = await service(strapi, 'sites').get(content.site);
        const found: Selection[] = [];
        for (const type of entryTypes()) {
          if (content.kind === 'template') {
            if (content.contentTypes && !content.contentTypes.includes(type.uid)) continue;
            const documentIds = await documentsOf(type, source.number);
            if (documentIds.length > 0) found.push({ uid: type.uid, documentIds });
            continue;
          }
          const wanted = content.entries
            .filter(({ contentType }) => contentType === type.uid)
            .map(({ documentId }) => documentId);
          if (wanted.length === 0) continue;
          const documentIds = await documentsOf(type, source.number, wanted);
          if (documentIds.length > 0) found.push({ uid: type.uid, documentIds });
        }
        return found;
      }),

    /** Entries of a type on one site, to choose from. */
    entries: (site: number, query: TemplateEntriesQuery) =>
      unscoped(async () => {
        const { column } = service(strapi, 'isolation').tables();
        const type = entryTypes().find(({ uid }) => uid === query.contentType);
        const { page, pageSize } = query;
        const none = { page, pageSize, pageCount: 0, total: 0 };
        if (!type) return { data: [], meta: { pagination: none } };
        const title = titleAttributeOf(strapi, type.uid);
        const rows: Row[] = await strapi.db.query(type.uid).findMany({
          where: {
            [column]: site,
            ...(query.q && title ? { [title]: { $containsi: query.q } } : {}),
          },
          select: ['documentId', 'publishedAt', ...(title ? [title] : [])],
          orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
          limit: SEARCH_LIMIT,
        });
        const found = toEntries(rows, { title, typeName: type.name });
        const start = (page - 1) * pageSize;
        const total = found.length;
        const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
        return { data: found.slice(start, start + pageSize), meta: { pagination } };
      }),
  };
};

/** Rows looked at; a document has several. Who has more searches by title. */
const SEARCH_LIMIT = 2000;

type Row = { documentId: string; publishedAt: string | null } & Record<string, unknown>;

function toEntries(
  rows: readonly Row[],
  { title, typeName }: { title: string | null; typeName: string },
): TemplateEntry[] {
  const found = new Map<string, TemplateEntry>();
  for (const row of rows) {
    const known = found.get(row.documentId);
    if (known) {
      known.isPublished ||= row.publishedAt !== null;
      continue;
    }
    const name = title ? row[title] : null;
    found.set(row.documentId, {
      documentId: row.documentId,
      title: typeof name === 'string' && name.trim() ? name : typeName,
      isPublished: row.publishedAt !== null,
    });
  }
  return [...found.values()];
}
