import type { Core } from '@strapi/strapi';
import { service } from '../services/service';
import { titleFieldOf, titleIn } from '../workflow/entries';

type Row = { documentId: string } & Record<string, unknown>;

/** By what people know these documents, whichever site they are on. */
export async function titlesOf(
  strapi: Core.Strapi,
  uid: string,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  if (documentIds.length === 0 || !(uid in strapi.contentTypes)) return new Map();
  const field = await titleFieldOf(strapi, uid);
  const rows: Row[] = await service(strapi, 'context').runUnscoped(() =>
    strapi.db.query(uid).findMany({
      where: { documentId: { $in: [...documentIds] } },
      orderBy: { id: 'desc' },
    }),
  );
  return new Map(rows.map((row) => [row.documentId, titleIn(row, field)]));
}
