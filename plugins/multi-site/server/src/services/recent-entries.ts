import type { Core } from '@strapi/strapi';
import type { RecentEntry } from '../../../shared/contracts/dashboard';
import type { ScopedTable } from '../isolation/scoped-tables';
import { contentTypesOf } from '../isolation/strapi-parts';
import { titleAttributeOf } from './titles';

type Row = {
  documentId: string;
  locale: string | null;
  updatedAt: string;
  publishedAt: string | null;
  updatedBy: { firstname: string | null; lastname: string | null; username: string | null } | null;
} & Record<string, unknown>;

/** The entries of one type that were written last, drafts and published rows taken together. */
export async function readRecent(
  strapi: Core.Strapi,
  {
    type,
    column,
    site,
    limit,
  }: {
    type: ScopedTable;
    column: string;
    site: number;
    limit: number;
  },
): Promise<RecentEntry[]> {
  const title = titleAttributeOf(strapi, type.uid);
  const rows: Row[] = await strapi.db.query(type.uid).findMany({
    where: { [column]: site },
    select: ['documentId', 'locale', 'updatedAt', 'publishedAt', ...(title ? [title] : [])],
    populate: { updatedBy: { select: ['firstname', 'lastname', 'username'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    // A document has a draft and a published row.
    limit: limit * 2,
  });
  const found = new Map<string, RecentEntry>();
  const isSingle =
    (contentTypesOf(strapi)[type.uid] as { kind?: string } | undefined)?.kind === 'singleType';
  for (const row of rows) {
    const key = `${row.documentId} ${row.locale ?? ''}`;
    const known = found.get(key);
    if (known) {
      known.isPublished ||= row.publishedAt !== null;
      continue;
    }
    const name = title ? row[title] : null;
    found.set(key, {
      contentType: type.uid,
      typeName: type.name,
      documentId: row.documentId,
      locale: row.locale,
      title: typeof name === 'string' && name.trim() ? name : type.name,
      updatedAt: new Date(row.updatedAt).toISOString(),
      updatedBy: nameOf(row.updatedBy),
      isPublished: row.publishedAt !== null,
      isSingle,
    });
  }
  return [...found.values()].slice(0, limit);
}

function nameOf(user: Row['updatedBy']): string | null {
  if (!user) return null;
  return [user.firstname, user.lastname].filter(Boolean).join(' ') || user.username;
}
