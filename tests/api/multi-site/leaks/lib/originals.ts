import type { Core } from '@strapi/strapi';

type Fn = (this: unknown, ...args: never[]) => unknown;

/** What the plugin wraps, as it was before: taken out of its way to take layers out again. */
export type Originals = {
  authenticate: Fn;
  findUserPermissions: Fn;
  createQueryBuilder: Fn;
  attachRelations: Fn;
  updateRelations: Fn;
  runner: Fn;
  startListeners: readonly Fn[];
  /** A builder's own methods, before they were wrapped. */
  methodsOf: WeakMap<object, { processState: Fn; join: Fn }>;
};

export type EntityManager = {
  createQueryBuilder: Fn;
  attachRelations: Fn;
  updateRelations: Fn;
};

export const entityManager = (strapi: Core.Strapi) =>
  strapi.db.entityManager as unknown as EntityManager;

export const runnerHolder = (strapi: Core.Strapi) =>
  Object.getPrototypeOf(strapi.db.connection.client) as { runner: Fn };

/** Returns the two moments at which to look: services exist at the first, tables at the second. */
export function captureOriginals(strapi: Core.Strapi) {
  const originals = { methodsOf: new WeakMap() } as Originals;
  return {
    originals,
    onRegister() {
      originals.authenticate = strapi.get<{ authenticate: Fn }>('auth').authenticate;
      originals.findUserPermissions = (
        strapi.service('admin::permission') as unknown as { findUserPermissions: Fn }
      ).findUserPermissions;
    },
    onSynced() {
      const manager = entityManager(strapi);
      const { createQueryBuilder, attachRelations, updateRelations } = manager;
      const { runner } = runnerHolder(strapi);
      const startListeners = [...(strapi.db.connection.listeners('start') as Fn[])];
      Object.assign(originals, { createQueryBuilder, attachRelations, updateRelations });
      Object.assign(originals, { runner, startListeners });
      // Remembered before the plugin replaces them on the same object.
      manager.createQueryBuilder = function (...args: never[]) {
        const builder = createQueryBuilder.apply(this, args) as { processState: Fn; join: Fn };
        originals.methodsOf.set(builder, {
          processState: builder.processState,
          join: builder.join,
        });
        return builder;
      };
    },
  };
}
