import type { Core } from '@strapi/strapi';
import { entityManager, runnerHolder } from './originals';
import { queryProbes } from '../probes/queries';
import { relationProbes } from '../probes/relations';
import { sqlProbes } from '../probes/sql';
import type { Probe } from '../probes/probe';
import type { Stage } from './stage';

type Fn = (this: unknown, ...args: never[]) => unknown;
type Builder = Record<'processState' | 'join', Fn> & { state?: { type?: string } };
type Listener = (...args: unknown[]) => void;
type Spec = { referencedTable: string };

/** Every builder that the entity manager hands out from now on is changed by `change`. */
export function changeBuilders(
  stage: Stage,
  change: (builder: Builder, before: Builder, uid: string) => void,
) {
  const manager = entityManager(stage.app.strapi);
  const { createQueryBuilder } = manager;
  manager.createQueryBuilder = function (...args: never[]) {
    const builder = createQueryBuilder.apply(this, args) as Builder;
    const before = stage.originals.methodsOf.get(builder);
    if (before) change(builder, before, String(args[0]));
    return builder;
  };
  return () => {
    manager.createQueryBuilder = createQueryBuilder;
  };
}

/** Joins to tables of one kind go past the plugin. */
export const openJoins = (stage: Stage, isOpen: (table: string) => boolean) =>
  changeBuilders(stage, (builder, before) => {
    const { join } = builder;
    builder.join = function (...args: never[]) {
      const [spec] = args as unknown as [Spec];
      return (isOpen(spec.referencedTable) ? before.join : join).apply(this, args);
    };
  });

function openNet(strapi: Core.Strapi, stage: Stage) {
  const { connection } = strapi.db;
  const added = (connection.listeners('start') as Listener[]).filter(
    (listener) => !(stage.originals.startListeners as readonly unknown[]).includes(listener),
  );
  for (const listener of added) connection.removeListener('start', listener);
  const holder = runnerHolder(strapi);
  const { runner } = holder;
  holder.runner = stage.originals.runner;
  return () => {
    for (const listener of added) connection.on('start', listener);
    holder.runner = runner;
  };
}

function openLinks(strapi: Core.Strapi, stage: Stage) {
  const manager = entityManager(strapi);
  const { attachRelations, updateRelations } = manager;
  const { attachRelations: attach, updateRelations: update } = stage.originals;
  Object.assign(manager, { attachRelations: attach, updateRelations: update });
  return () => Object.assign(manager, { attachRelations, updateRelations });
}

export type Layer = { takeOut: (stage: Stage) => () => void; probes: readonly Probe[] };

/** How to take a layer out of a running Strapi, and the probes that pass over it. */
export const LAYERS: Record<string, Layer> = {
  'conditions of the query builder': {
    probes: queryProbes,
    takeOut: (stage) =>
      changeBuilders(stage, (builder, before) => {
        builder.processState = before.processState;
      }),
  },
  'joins of content': {
    probes: relationProbes,
    takeOut: (stage) => openJoins(stage, (table) => stage.database.tables.content.includes(table)),
  },
  'joins of link tables': {
    probes: relationProbes,
    takeOut: (stage) => openJoins(stage, (table) => stage.database.tables.links.has(table)),
  },
  'guard of links': {
    probes: relationProbes.filter(({ name }) => name.startsWith('link')),
    takeOut: (stage) => openLinks(stage.app.strapi, stage),
  },
  'net under knex': {
    probes: sqlProbes.filter((probe) => !probe.isStream),
    takeOut: (stage) => openNet(stage.app.strapi, stage),
  },
};
