import type { Core } from '@strapi/strapi';
import { PLUGIN_ID, UID } from '../../../shared/plugin';
import { runnersOf, type KnexClient } from './knex-net';
import { isKnexQuery, type EntityManager, type StrapiQueryBuilder } from './strapi-internals';
import { authOf, permissionsOf } from './strapi-parts';

/*
 * At every start the parts of Strapi we stand on prove that they still are what they were, before
 * they are wrapped: an update that moved one stops the start with a sentence that names it,
 * instead of opening the border silently. Nothing here needs content.
 */

/** @throws Error naming the seam that moved. */
export function assertRequestSeams(strapi: Core.Strapi) {
  check('auth.authenticate', isFunction(authOf(strapi).authenticate));
  check('permission service', isFunction(permissionsOf(strapi).findUserPermissions));
  check('request context', isFunction(strapi.requestContext.get));
}

/** @throws Error naming the seam that moved. */
export async function assertDatabaseSeams(strapi: Core.Strapi) {
  const { db } = strapi;
  const manager = db.entityManager as unknown as EntityManager;
  const writers = [manager.attachRelations, manager.updateRelations];
  check('relation writers', writers.every(isFunction));
  check('query builder', hasBuilderShape(manager.createQueryBuilder(UID.site)));
  check('knex query', isKnexQuery(manager.createQueryBuilder(UID.site).getKnexQuery()));

  const findNothing = () => db.query(UID.site).findOne({ where: { id: 0 } });
  check('db.queryBuilder', await isMadeBy(manager, () => db.queryBuilder(UID.site)));
  check('db.query', await isMadeBy(manager, findNothing));
  const client = db.connection.client as KnexClient;
  check('knex runner', isFunction(client.runner) && isFunction(runnersOf(client).stream));
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
  const methods = [
    'processState',
    'join',
    'clone',
    'getKnexQuery',
    'where',
    'count',
    'select',
    'limit',
    'execute',
  ] as const;
  const { state } = builder;
  return (
    methods.every((name) => isFunction(builder[name])) &&
    [state.where, state.joins, state.increments, state.decrements].every(Array.isArray) &&
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
