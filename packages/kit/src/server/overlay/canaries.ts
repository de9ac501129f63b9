import type { Core } from '@strapi/strapi';
import { modelOf } from './content';
import { registryOf } from './registry';
import { queryParamsOf, routerOf, validatorOf } from './strapi-parts';

type Load = (...args: unknown[]) => Promise<unknown>;
type Builders = {
  'new'(
    name: string,
    registry: object,
  ): {
    buildComponentResolver(field: { contentTypeUID: string; attributeName: string }): Load;
  };
  delete(name: string): void;
};
type Permissions = { createPermissionsManager?: unknown };

/**
 * Proves at every start that the parts of Strapi we stand on still are what they were. The name
 * of the first that is not, or null.
 */
export async function movedSeam(strapi: Core.Strapi): Promise<string | null> {
  const isFunction = (value: unknown) => typeof value === 'function';
  const checks: [string, () => boolean | Promise<boolean>][] = [
    ['request context', () => isFunction(strapi.requestContext.get)],
    ['router', () => isFunction(routerOf(strapi).use)],
    ['document service middlewares', () => isFunction(strapi.documents.use)],
    ['entity validator', () => isFunction(validatorOf(strapi).validateEntityUpdate)],
    ['query parameters', () => isFunction(queryParamsOf(strapi).transform)],
    ['lifecycle of the database', () => isFunction(strapi.db.lifecycles.subscribe)],
    [
      'permissions',
      () =>
        isFunction(
          (strapi.service('admin::permission') as unknown as Permissions).createPermissionsManager,
        ),
    ],
    ['relations endpoint', () => hasRelationsEndpoint(strapi)],
    ['load of the database', () => isLoadWrapped(strapi)],
    ['GraphQL resolvers', () => graphqlUsesLoad(strapi)],
  ];
  for (const [seam, holds] of checks) {
    // One that throws is not what it was either.
    const isThere = await Promise.resolve()
      .then(holds)
      .catch(() => false);
    if (!isThere) return seam;
  }
  return null;
}

type ContentManager = { findAvailable?: unknown; findExisting?: unknown };

function hasRelationsEndpoint(strapi: Core.Strapi): boolean {
  if (!('content-manager' in strapi.plugins)) return false;
  const controller = strapi
    .plugin('content-manager')
    .controller('relations') as unknown as ContentManager;
  return (
    typeof controller.findAvailable === 'function' && typeof controller.findExisting === 'function'
  );
}

type Manager = { load: Load };

/** Runs `work` and says whether it came through the function that we wrap. */
async function reachesLoad(strapi: Core.Strapi, work: () => unknown): Promise<boolean> {
  const manager = strapi.db.entityManager as unknown as Manager;
  const { load } = manager;
  let isReached = false;
  manager.load = async () => {
    isReached = true;
    return null;
  };
  try {
    await work();
  } catch {
    // What it answers does not matter, nor that it cannot answer without a request.
  } finally {
    manager.load = load;
  }
  return isReached;
}

function isLoadWrapped(strapi: Core.Strapi): Promise<boolean> {
  const [definition] = registryOf(strapi).layers.values();
  const query = strapi.db.query(definition?.uid ?? '') as unknown as { load: Load };
  return reachesLoad(strapi, () => query.load({ id: 0 }, 'createdBy'));
}

/** GraphQL has to load what is nested field by field, through that function. */
async function graphqlUsesLoad(strapi: Core.Strapi): Promise<boolean> {
  if (!('graphql' in strapi.plugins)) return true;
  const [contentTypeUID, attributeName] = someComponentField(strapi) ?? [];
  // Without a component in any type there is nothing to ask with.
  if (!contentTypeUID || !attributeName) return true;
  const builders = strapi.plugin('graphql').service<Builders>('builders');
  const name = 'suite-overlay-canary';
  const resolve = builders.new(name, {}).buildComponentResolver({ contentTypeUID, attributeName });
  builders.delete(name);
  return reachesLoad(strapi, () => resolve({ id: 0 }, {}, { state: {} }));
}

function someComponentField(strapi: Core.Strapi): [string, string] | null {
  for (const uid of Object.keys(strapi.contentTypes).filter((one) => one.startsWith('api::'))) {
    const attributes = modelOf(strapi, uid)?.attributes ?? {};
    const field = Object.keys(attributes).find((name) => attributes[name]?.type === 'component');
    if (field) return [uid, field];
  }
  return null;
}
