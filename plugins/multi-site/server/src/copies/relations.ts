import type { Core } from '@strapi/strapi';
import { contentTypeOf } from 'suite-kit/server';
import type { CopiedRelation, RelationChoice } from '../../../shared/contracts/copies';
import type { Site } from '../../../shared/contracts/sites';
import { titlesOf } from '../sharing/titles';
import { service } from '../services/service';
import { referenceKey, type Reference } from './source';

/** A related entry with what becomes of it; `as` is what the copy links to, where that is known. */
export type PlannedRelation = CopiedRelation & { as: string | null };

type Options = {
  to: Site;
  together: ReadonlySet<string>;
  choose: (reference: Reference) => RelationChoice | Promise<RelationChoice>;
};

/** What the copies link to on the other site. */
export async function planRelations(
  strapi: Core.Strapi,
  references: readonly Reference[],
  { to, together, choose }: Options,
): Promise<PlannedRelation[]> {
  const planned: PlannedRelation[] = [];
  for (const uid of new Set(references.map((one) => one.uid))) {
    const type = contentTypeOf(strapi, uid);
    const isKeptApart = service(strapi, 'isolation').tables().byUid(uid)?.scope === 'site';
    // What is no single site's is the same over there.
    if (!type || !isKeptApart) continue;
    const own = references.filter((one) => one.uid === uid);
    const documentIds = own.map(({ documentId }) => documentId);
    const titles = await titlesOf(strapi, uid, documentIds);
    const visible = await visibleOn(strapi, to, { uid, documentIds });
    const slugField = Object.keys(type.attributes).find(
      (name) => type.attributes[name]?.type === 'uid',
    );
    for (const reference of own) {
      const { documentId } = reference;
      const fate = together.has(referenceKey(reference))
        ? { does: 'together' as const, as: null }
        : visible.has(documentId)
          ? { does: 'kept' as const, as: documentId }
          : await mapOrChoose(strapi, reference, { to, slugField, choose });
      const isMissing = !['together', 'kept', 'mapped'].includes(fate.does);
      planned.push({
        contentType: uid,
        typeName: type.displayName,
        documentId,
        title: titles.get(documentId) ?? documentId,
        ...fate,
        isMissing,
      });
    }
  }
  return planned;
}

async function visibleOn(
  strapi: Core.Strapi,
  to: Site,
  { uid, documentIds }: { uid: string; documentIds: readonly string[] },
): Promise<Set<string>> {
  const rows: { documentId: string }[] = await service(strapi, 'context').run(to.number, () =>
    strapi.db.query(uid).findMany({
      where: { documentId: { $in: [...documentIds] } },
      select: ['documentId'] as never,
    }),
  );
  return new Set(rows.map(({ documentId }) => documentId));
}

type Row = { documentId: string } & Record<string, unknown>;

async function mapOrChoose(
  strapi: Core.Strapi,
  { uid, documentId }: Reference,
  { to, slugField, choose }: Pick<Options, 'to' | 'choose'> & { slugField: string | undefined },
) {
  const context = service(strapi, 'context');
  const choice = async () => ({ does: await choose({ uid, documentId }), as: null });
  if (!slugField) return choice();
  const rows: Row[] = await context.runUnscoped(() =>
    strapi.db.query(uid).findMany({ where: { documentId } }),
  );
  const values = [...new Set(rows.map((row) => row[slugField]))].filter(
    (value) => typeof value === 'string',
  );
  if (values.length === 0) return choice();
  const same: Row | null = await context.run(to.number, () =>
    strapi.db
      .query(uid)
      .findOne({ where: { [slugField]: { $in: values } }, orderBy: { id: 'asc' } }),
  );
  return same ? { does: 'mapped' as const, as: same.documentId } : choice();
}
