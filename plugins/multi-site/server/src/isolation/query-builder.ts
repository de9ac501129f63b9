import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import type { Guard } from './guard';
import type {
  EntityManager,
  JoinSpec,
  KnexQuery,
  Row,
  StrapiQueryBuilder,
} from './strapi-internals';

const FOLDER = 'plugin::upload.folder';

/**
 * Layer 1. Every read and write of `db.query`, `documents()`, `load`, streams and populates is
 * made by this one property of the entity manager, so what it returns is narrowed: rows read,
 * counted, changed and deleted are those of the site, new rows get the site, joined tables
 * show only the site's rows. Access: fails closed.
 *
 * @returns a function that takes the layer out again.
 */
export function installQueryBuilderLayer(strapi: Core.Strapi, guard: Guard): () => void {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const original = manager.createQueryBuilder;
  const raw = strapi.db.connection.raw.bind(strapi.db.connection);

  const instrument = (uid: string, builder: StrapiQueryBuilder): StrapiQueryBuilder => {
    const { processState, join, clone, getKnexQuery } = builder;

    builder.processState = function () {
      if (this.state.processed) return;
      processState.call(this);
      applySite(uid, this, guard);
    };
    builder.join = function (spec: JoinSpec) {
      return join.call(this, spec.targetField ? spec : narrowJoin(spec, guard, raw));
    };
    builder.clone = function () {
      return instrument(uid, clone.call(this));
    };
    builder.getKnexQuery = function () {
      const query: KnexQuery = getKnexQuery.call(this);
      guard.markNarrowed(query);
      return query;
    };
    return builder;
  };

  manager.createQueryBuilder = function (uid) {
    return instrument(uid, original.call(this, uid));
  };
  return () => {
    manager.createQueryBuilder = original;
  };
}

function applySite(uid: string, builder: StrapiQueryBuilder, guard: Guard) {
  const { state } = builder;
  const operation = state.type === 'insert' ? 'insert' : isChange(state.type) ? 'change' : 'read';
  const decision = guard.decide(uid, operation);
  if (!decision) return;

  const { column } = guard.tables;
  if (operation === 'insert') {
    if (state.merge && decision.condition !== null) throw errors.RAW_SQL_REFUSED();
    const stamp = (row: Row) => ({ ...row, [column]: decision.stamp });
    state.data = Array.isArray(state.data) ? state.data.map(stamp) : stamp(state.data ?? {});
    return;
  }
  if (decision.condition === null) return;
  if (state.type === 'truncate') throw errors.RAW_SQL_REFUSED();
  // Folder numbers are unique over all sites: the next one must be looked for in all of them.
  if (uid === FOLDER && state.type === 'max' && state.max === 'pathId') return;

  // A row never changes its site by an ordinary update; Strapi also writes whole rows back.
  if (state.type === 'update' && state.data && !Array.isArray(state.data)) {
    const { [column]: _site, ...data } = state.data;
    state.data = data;
  }
  state.where = [...state.where, { [siteColumn(uid, builder, guard)]: decision.condition }];
}

/** Updates and deletes without joins run without an alias, see `mustUseAlias` in Strapi. */
function siteColumn(uid: string, builder: StrapiQueryBuilder, guard: Guard): string {
  const { state, alias } = builder;
  const isBare = isChange(state.type) && state.joins.length === 0;
  const isAggregate = state.type === 'max' || state.type === 'min';
  const table = guard.tables.byUid(uid)?.table;
  return `${isBare || isAggregate ? table : alias}.${guard.tables.column}`;
}

const isChange = (type: string) => type === 'update' || type === 'delete' || type === 'truncate';

/**
 * A joined table shows only visible rows, so that no filter or sort can feel a foreign one. A
 * link table is joined only where its other end is visible, else a link to a hidden row would
 * count as a link to nothing.
 */
function narrowJoin(
  spec: JoinSpec,
  guard: Guard,
  raw: (sql: string, bindings: string[] | (string | number)[]) => unknown,
): JoinSpec {
  const target = guard.tables.byTable(spec.referencedTable);
  const { column } = guard.tables;
  if (target) {
    const decision = guard.decide(target.uid, 'read');
    if (!decision || decision.condition === null) return spec;
    return { ...spec, on: { ...spec.on, [column]: decision.condition } };
  }

  const on: Row = { ...spec.on };
  for (const link of guard.tables.linksOf(spec.referencedTable)) {
    if (link.column === spec.referencedColumn) continue;
    const uid = guard.tables.byTable(link.targetTable)?.uid;
    const decision = uid ? guard.decide(uid, 'read') : null;
    if (!decision || decision.condition === null) continue;
    const visible = raw('(select ms.id from ?? as ms where ms.id = ?? and ms.?? = ?)', [
      link.targetTable,
      `${spec.alias}.${link.column}`,
      column,
      decision.condition,
    ]);
    on[link.column] = guard.trust(visible);
  }
  return { ...spec, on };
}
