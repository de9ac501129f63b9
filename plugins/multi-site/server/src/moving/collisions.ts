import type { Core } from '@strapi/strapi';
import type { MovePreview } from '../../../shared/contracts/moves';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import { sqlOf } from './sql';

type Unique = { unique?: boolean; type: string; column?: { name?: string } };
type Collision = MovePreview['collisions'][number];

/** Values that have to be unique on a site and are taken on the one an entry goes to. */
export async function findCollisions(
  strapi: Core.Strapi,
  { uid, documentIds, to }: { uid: string; documentIds: readonly string[]; to: number },
): Promise<Collision[]> {
  const { column } = service(strapi, 'isolation').tables();
  const { tableName } = strapi.db.metadata.get(uid);
  const attributes: Record<string, Unique> | undefined = contentTypesOf(strapi)[uid]?.attributes;
  const found: Collision[] = [];
  for (const [field, attribute] of Object.entries(attributes ?? {})) {
    if (attribute.type !== 'uid' && attribute.unique !== true) continue;
    const name = columnOf(strapi, uid, field);
    if (!name) continue;
    const rows = await sqlOf(strapi)<{ id: string; value: string | number }[]>((knex) =>
      knex(`${tableName} as a`)
        .join(`${tableName} as b`, (join) =>
          join
            .on(`a.${name}`, `b.${name}`)
            .andOn(
              strapi.db.connection.raw("coalesce(a.locale, '') = coalesce(b.locale, '')") as never,
            ),
        )
        .whereIn('a.document_id', [...documentIds])
        .whereNotIn('b.document_id', [...documentIds])
        .where(`b.${column}`, to)
        .whereNotNull(`a.${name}`)
        .distinct('a.document_id as id', `a.${name} as value`),
    );
    found.push(...rows.map(({ id, value }) => ({ documentId: id, field, value: String(value) })));
  }
  return found;
}

/** Why entries cannot go back to where they came from, by documentId. */
export async function takenAt(
  strapi: Core.Strapi,
  { uid, entries }: { uid: string; entries: readonly { documentId: string; from: number }[] },
): Promise<ReadonlyMap<string, string>> {
  const reasons = new Map<string, string>();
  for (const to of new Set(entries.map(({ from }) => from))) {
    const back = entries.filter(({ from }) => from === to);
    const documentIds = back.map(({ documentId }) => documentId);
    for (const { documentId, field, value } of await findCollisions(strapi, {
      uid,
      documentIds,
      to,
    })) {
      reasons.set(documentId, `Its ${field} "${value}" is taken there.`);
    }
  }
  return reasons;
}

export function columnOf(strapi: Core.Strapi, uid: string, field: string): string | undefined {
  const attributes = strapi.db.metadata.get(uid).attributes as Record<
    string,
    { columnName?: string } | undefined
  >;
  return attributes[field]?.columnName;
}
