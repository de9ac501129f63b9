import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import type { Guard } from './guard';
import { authOf, permissionsOf } from './strapi-parts';
import { isKnexQuery, type EntityManager, type StrapiQueryBuilder } from './strapi-internals';

/**
 * Proves at every start that the parts of Strapi we stand on still are what they were: an
 * update that moved one stops the start with a sentence that names it, instead of opening the
 * border silently. Nothing here needs content.
 *
 * @throws Error naming the seam that moved.
 */
export async function assertSeams(strapi: Core.Strapi, guard: Guard) {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const sample = guard.tables.list[0]?.uid ?? UID.site;
  const builder = manager.createQueryBuilder(sample);

  check('query builder', hasBuilderShape(builder));
  const { db } = strapi;
  const findNothing = () => db.query(sample).findOne({ where: { id: 0 } });
  check('db.queryBuilder', await isMadeBy(manager, () => db.queryBuilder(sample)));
  check('db.query', await isMadeBy(manager, findNothing));
  check('knex query', isKnexQuery(builder.getKnexQuery()));
  check('relation writers', [manager.attachRelations, manager.updateRelations].every(isFunction));
  check('auth.authenticate', isFunction(authOf(strapi).authenticate));
  check('permission service', isFunction(permissionsOf(strapi).findUserPermissions));
  check('request context', isFunction(strapi.requestContext.get));
  check('knex start event', await announces(strapi));
}

function check(seam: string, holds: boolean) {
  if (holds) return;
  throw new Error(
    `[${PLUGIN_ID}] Strapi's ${seam} is not what this version of the plugin knows. The sites could not be kept apart, so the start is stopped. Use the Strapi version in the plugin's README, or update the plugin.`,
  );
}

const isFunction = (value: unknown) => typeof value === 'function';

function hasBuilderShape(builder: StrapiQueryBuilder): boolean {
  const methods = ['processState', 'join', 'clone', 'getKnexQuery', 'where', 'count'] as const;
  const { state } = builder;
  return (
    methods.every((name) => isFunction(builder[name])) &&
    Array.isArray(state.where) &&
    Array.isArray(state.joins) &&
    !state.processed &&
    'data' in state
  );
}

/** Is this way to a query builder the property that we wrap? */
async function isMadeBy(manager: EntityManager, use: () => unknown): Promise<boolean> {
  const { createQueryBuilder } = manager;
  let isUsed = false;
  manager.createQueryBuilder = function (uid) {
    isUsed = true;
    return createQueryBuilder.call(this, uid);
  };
  try {
    await use();
  } finally {
    manager.createQueryBuilder = createQueryBuilder;
  }
  return isUsed;
}

async function announces(strapi: Core.Strapi): Promise<boolean> {
  let isAnnounced = false;
  const listen = () => {
    isAnnounced = true;
  };
  strapi.db.connection.on('start', listen);
  await strapi.db.connection.raw('select 1');
  strapi.db.connection.removeListener('start', listen);
  return isAnnounced;
}
