import type { Core } from '@strapi/strapi';
import type { MovePreview } from '../../../shared/contracts/moves';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import { titleFieldOf, titleIn } from '../workflow/entries';
import type { Rows } from './owned';
import { sqlOf } from './sql';

type Named = { name: string };
type Relation = {
  type: string;
  target?: string;
  owner?: boolean;
  inversedBy?: string;
  mappedBy?: string;
  joinColumn?: Named;
  joinTable?: { name: string; joinColumn?: Named; inverseJoinColumn?: Named };
};
type Link = MovePreview['links'][number];
type Step = { field: string; targetUid: string; direction: 'to' | 'from'; ids: number[] };

const TITLES = 3;

/** Relations between what is moved and what is not. */
export async function linksOut(
  strapi: Core.Strapi,
  {
    uid,
    owned,
    documentIds,
  }: { uid: string; owned: readonly Rows[]; documentIds: readonly string[] },
): Promise<Link[]> {
  const steps: Step[] = [];
  for (const rows of owned) steps.push(...(await stepsFrom(strapi, rows)));
  const [own] = owned;
  if (own) steps.push(...(await stepsTo(strapi, own)));
  const moved = new Set(documentIds);
  const found: Link[] = [];
  for (const step of steps) {
    const link = await describe(strapi, step, step.targetUid === uid ? moved : new Set());
    if (link) found.push(link);
  }
  return found;
}

const relationsOf = (strapi: Core.Strapi, uid: string) =>
  Object.entries(strapi.db.metadata.get(uid).attributes as Record<string, Relation>).filter(
    ([, attribute]) => attribute.type === 'relation',
  );

const isKept = (strapi: Core.Strapi, uid: string | undefined): uid is string =>
  uid !== undefined &&
  uid.startsWith('api::') &&
  service(strapi, 'isolation').tables().byUid(uid)?.scope === 'site';

async function stepsFrom(strapi: Core.Strapi, { uid, ids }: Rows): Promise<Step[]> {
  const steps: Step[] = [];
  for (const [field, { target, joinTable, joinColumn, owner }] of relationsOf(strapi, uid)) {
    if (!isKept(strapi, target) || ids.length === 0) continue;
    const from = joinTable?.joinColumn?.name;
    const to = joinTable?.inverseJoinColumn?.name;
    if (joinTable && from && to) {
      const found = await sqlOf(strapi)<number[]>((knex) =>
        knex(joinTable.name).whereIn(from, ids).distinct().pluck(to),
      );
      steps.push({ field, targetUid: target, direction: 'to', ids: found });
    } else if (owner && joinColumn) {
      const { tableName } = strapi.db.metadata.get(uid);
      const found = await sqlOf(strapi)<number[]>((knex) =>
        knex(tableName)
          .whereIn('id', ids)
          .whereNotNull(joinColumn.name)
          .distinct()
          .pluck(joinColumn.name),
      );
      steps.push({ field, targetUid: target, direction: 'to', ids: found });
    }
  }
  return steps;
}

/** Relations that only the other side knows of. */
async function stepsTo(strapi: Core.Strapi, { uid, ids }: Rows): Promise<Step[]> {
  const steps: Step[] = [];
  for (const other of Object.keys(contentTypesOf(strapi)).filter((one) => isKept(strapi, one))) {
    for (const [field, relation] of relationsOf(strapi, other)) {
      const { target, joinTable, inversedBy, mappedBy } = relation;
      const from = joinTable?.joinColumn?.name;
      const to = joinTable?.inverseJoinColumn?.name;
      const isKnown = inversedBy !== undefined || mappedBy !== undefined;
      if (target !== uid || isKnown || !joinTable || !from || !to || ids.length === 0) continue;
      const found = await sqlOf(strapi)<number[]>((knex) =>
        knex(joinTable.name).whereIn(to, ids).distinct().pluck(from),
      );
      steps.push({ field, targetUid: other, direction: 'from', ids: found });
    }
  }
  return steps;
}

async function describe(
  strapi: Core.Strapi,
  { field, targetUid, direction, ids }: Step,
  moved: ReadonlySet<string>,
): Promise<Link | null> {
  if (ids.length === 0) return null;
  const titleField = await titleFieldOf(strapi, targetUid);
  const rows: ({ documentId: string } & Record<string, unknown>)[] = await service(
    strapi,
    'context',
  ).runUnscoped(() => strapi.db.query(targetUid).findMany({ where: { id: { $in: ids } } }));
  const titles = new Map(
    rows
      .filter(({ documentId }) => !moved.has(documentId))
      .map((row) => [row.documentId, titleIn(row, titleField)]),
  );
  if (titles.size === 0) return null;
  return {
    field,
    typeName: contentTypesOf(strapi)[targetUid]?.info.displayName ?? targetUid,
    direction,
    count: titles.size,
    titles: [...titles.values()].slice(0, TITLES),
  };
}
