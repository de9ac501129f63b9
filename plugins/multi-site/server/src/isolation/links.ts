import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Guard } from './guard';
import type { EntityManager, Row } from './strapi-internals';

type Attribute = { type: string; target?: string; relation?: string };
type Target = { uid: string; id: number };

/**
 * Layer 2. A link can only be made to a row that is visible, else the answer is the one for a
 * row that does not exist. Covers relations, media and polymorphic targets, from either side.
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
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.type !== 'relation' || data[name] === undefined || data[name] === null)
        continue;
      for (const target of readTargets(data[name], attribute.target)) {
        const ids = wanted.get(target.uid) ?? new Set();
        wanted.set(target.uid, ids.add(target.id));
      }
    }
    for (const [targetUid, ids] of wanted) {
      await assertAllVisible({ uid, targetUid, ids: [...ids], transaction });
    }
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
    builder
      .where({ id: { $in: link.ids } })
      .count('id')
      .first();
    if (link.transaction) builder.transacting(link.transaction);
    const { count } = await builder.execute<{ count: number | string }>();
    const hidden = link.ids.length - Number(count);
    if (hidden === 0) return;
    // The words of Strapi's own check for targets that do not exist.
    throw new errors.ValidationError(
      `${hidden} relation(s) of type ${link.targetUid} associated with this entity do not exist`,
    );
  };

  manager.attachRelations = async function (uid, id, data, options) {
    await assertVisible(uid, data, options?.transaction);
    return attachRelations.call(this, uid, id, data, options);
  };
  manager.updateRelations = async function (uid, id, data, options) {
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
