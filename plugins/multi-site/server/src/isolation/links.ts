import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { errors as ownErrors } from '../errors';
import type { Guard } from './guard';
import { ONLY_OWN } from './query-builder';
import type { EntityManager, Row, StrapiQueryBuilder } from './strapi-internals';

type Attribute = { type: string; target?: string; relation?: string };
type Target = { uid: string; id: number };
type Rows = { uid: string; ids: number[]; transaction: unknown };

/** Relations in which a target leaves the one that it belonged to. */
const EXCLUSIVE = new Set(['oneToOne', 'oneToMany']);

/**
 * Layer 2. A link can only be made to a row that is visible, else the answer is the one for a
 * row that does not exist. What another site shares can be linked to, but its own links are not
 * changed. Covers relations, media and polymorphic targets, from either side.
 * The question is asked inside the open transaction: outside it SQLite, which has one
 * connection, would wait for itself. Access: fails closed.
 *
 * @returns a function that takes the layer out again.
 */
export function installLinkLayer(strapi: Core.Strapi, guard: Guard): () => void {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { attachRelations, updateRelations } = manager;

  const assertVisible = async (uid: string, data: Row, transaction: unknown) => {
    const attributes = strapi.db.metadata.get(uid).attributes as Record<string, Attribute>;
    const wanted = new Map<string, Set<number>>();
    const taken = new Map<string, Set<number>>();
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.type !== 'relation' || data[name] === undefined || data[name] === null)
        continue;
      for (const target of readTargets(data[name], attribute.target)) {
        const ids = wanted.get(target.uid) ?? new Set();
        wanted.set(target.uid, ids.add(target.id));
        if (!EXCLUSIVE.has(attribute.relation ?? '')) continue;
        const parents = taken.get(target.uid) ?? new Set();
        taken.set(target.uid, parents.add(target.id));
      }
    }
    for (const [targetUid, ids] of taken) {
      if (!guard.decide(targetUid, 'read')?.shared) continue;
      await assertOwn({ uid: targetUid, ids: [...ids], transaction });
    }
    for (const [targetUid, ids] of wanted) {
      await assertAllVisible({ uid, targetUid, ids: [...ids], transaction });
    }
  };

  const countOf = async (builder: StrapiQueryBuilder, ids: number[], transaction: unknown) => {
    builder
      .where({ id: { $in: ids } })
      .count('id')
      .first();
    if (transaction) builder.transacting(transaction);
    const { count } = await builder.execute<{ count: number | string }>();
    return Number(count);
  };

  /** Rows that are there and not the site's own are shared with it. */
  const assertOwn = async ({ uid, ids, transaction }: Rows) => {
    const all = await countOf(manager.createQueryBuilder(uid), ids, transaction);
    const builder = manager.createQueryBuilder(uid);
    Object.assign(builder, { [ONLY_OWN]: true });
    if ((await countOf(builder, ids, transaction)) < all) throw ownErrors.SHARED_LINK_REFUSED();
  };

  /** Links of a row, or of a component, are changed by the site it belongs to. */
  const assertOwner = async (uid: string, id: number, transaction: unknown) => {
    if (!guard.hasShares()) return;
    const isComponent = guard.tables.componentOf(uid) !== undefined;
    if (!isComponent && !guard.decide(uid, 'read')?.shared) return;
    await assertOwn({ uid, ids: [id], transaction });
  };

  const assertAllVisible = async (link: {
    uid: string;
    targetUid: string;
    ids: number[];
    transaction: unknown;
  }) => {
    const decision = guard.decide(link.targetUid, 'read');
    if (!decision || decision.condition === null) return;
    const builder = manager.createQueryBuilder(link.targetUid);
    const hidden = link.ids.length - (await countOf(builder, link.ids, link.transaction));
    if (hidden === 0) return;
    // The words of Strapi's own check for targets that do not exist.
    throw new errors.ValidationError(
      `${hidden} relation(s) of type ${link.targetUid} associated with this entity do not exist`,
    );
  };

  manager.attachRelations = async function (uid, id, data, options) {
    await assertOwner(uid, id, options?.transaction);
    await assertVisible(uid, data, options?.transaction);
    return attachRelations.call(this, uid, id, data, options);
  };
  manager.updateRelations = async function (uid, id, data, options) {
    await assertOwner(uid, id, options?.transaction);
    await assertVisible(uid, data, options?.transaction);
    return updateRelations.call(this, uid, id, data, options);
  };
  return () => Object.assign(manager, { attachRelations, updateRelations });
}

/** Strapi takes ids, rows, lists of both, and `{ set, connect }`. */
function readTargets(value: unknown, target: string | undefined): Target[] {
  if (Array.isArray(value)) return value.flatMap((item) => readTargets(item, target));
  if (typeof value === 'number' || typeof value === 'string') {
    const id = Number(value);
    return target && Number.isInteger(id) ? [{ uid: target, id }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const item = value as Row;
  if ('set' in item || 'connect' in item) {
    return [...readTargets(item.set, target), ...readTargets(item.connect, target)];
  }
  const uid = typeof item.__type === 'string' ? item.__type : target;
  return uid && 'id' in item ? readTargets(item.id, uid) : [];
}
