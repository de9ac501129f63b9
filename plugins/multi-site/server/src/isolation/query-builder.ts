import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import type { Guard } from './guard';
import { checkStatement } from './knex-net';
import type {
  EntityManager,
  JoinSpec,
  KnexQuery,
  Row,
  StrapiQueryBuilder,
} from './strapi-internals';
import { narrowHelperTable } from './visible-links';

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
      if (guard.isInside()) checkInput(this, guard);
      processState.call(this);
      applySite(uid, this, { guard, raw });
    };
    builder.join = function (spec: JoinSpec) {
      return join.call(this, spec.targetField ? spec : narrowJoin(spec, guard, raw));
    };
    builder.clone = function () {
      return instrument(uid, clone.call(this));
    };
    builder.getKnexQuery = function () {
      const query: KnexQuery = getKnexQuery.call(this);
      narrowHelpers(uid, this, { query, guard });
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

type Raw = (sql: string, bindings: (string | number)[]) => unknown;

/** Builders and raw SQL that a caller put into the query; what Strapi adds itself is not checked. */
function checkInput({ state }: StrapiQueryBuilder, guard: Guard) {
  checkStatement(state.select, guard);
  checkStatement(state.where, guard);
  checkStatement(state.data, guard);
}

function applySite(
  uid: string,
  builder: StrapiQueryBuilder,
  { guard, raw }: { guard: Guard; raw: Raw },
) {
  const { state } = builder;
  const operation = state.type === 'insert' ? 'insert' : isChange(state.type) ? 'change' : 'read';
  const decision = guard.decide(uid, operation);
  narrowForeignKeys(uid, builder, { guard, raw });
  if (!decision || guard.tables.byUid(uid)?.scope !== 'site') return;

  const { column } = guard.tables;
  if (operation === 'insert') {
    if (state.merge && decision.condition !== null) throw errors.RAW_SQL_REFUSED();
    // Nobody inside a site chooses a row's number: it would tell which ones are taken.
    const isInside = decision.condition !== null;
    mapRows(state, ({ id, ...row }) => ({
      ...row,
      ...(isInside || id === undefined ? {} : { id }),
      [column]: decision.stamp,
    }));
    return;
  }
  if (decision.condition === null) return;
  if (state.type === 'truncate') throw errors.RAW_SQL_REFUSED();
  // Folder numbers are unique over all sites: the next one must be looked for in all of them.
  if (uid === FOLDER && state.type === 'max' && state.max === 'pathId') return;

  // A row never changes its site by an update; Strapi also writes whole rows back.
  const isOther = (name: string) => name.toLowerCase() !== column;
  mapRows(state, (row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => isOther(name))),
  );
  state.increments = state.increments.filter((change) => isOther(change.column));
  state.decrements = state.decrements.filter((change) => isOther(change.column));
  state.where = [...state.where, { [siteColumn(uid, builder, guard)]: decision.condition }];
}

function mapRows(state: StrapiQueryBuilder['state'], map: (row: Row) => Row) {
  if (Array.isArray(state.data)) state.data = state.data.map(map);
  else if (state.data || state.type === 'insert') state.data = map(state.data ?? {});
}

/**
 * A key in a row's own table is written only where it leads to a visible row; a hidden one and
 * one that does not exist both become NULL, and the link layer then refuses both alike.
 */
function narrowForeignKeys(
  uid: string,
  { state }: StrapiQueryBuilder,
  { guard, raw }: { guard: Guard; raw: Raw },
) {
  const keys = guard.tables.foreignKeysOf(uid);
  if (keys.length === 0 || (state.type !== 'insert' && state.type !== 'update')) return;
  for (const key of keys) {
    const site = guard.decide(key.targetUid, 'read')?.condition ?? null;
    if (site === null) continue;
    mapRows(state, (row) => {
      const id = row[key.column];
      if (typeof id !== 'number' && typeof id !== 'string') return row;
      // Twice nested: MariaDB refuses to read the table it writes to, but not a copy of it.
      const visible = raw(
        '(select x.id from (select ms.id from ?? as ms where ms.id = ? and ms.?? = ?) as x)',
        [key.targetTable, id, guard.tables.column, site],
      );
      return { ...row, [key.column]: guard.trust(visible) };
    });
  }
}

/** Link tables, components and the registry, asked for by their own name. */
function narrowHelpers(
  uid: string,
  { state, alias }: StrapiQueryBuilder,
  { query, guard }: { query: KnexQuery; guard: Guard },
) {
  if (guard.tables.byUid(uid)) return;
  // A joined component was reached through the entry that holds it.
  if (state.joins.length > 0 && guard.tables.componentOf(uid)) return;
  const operation = state.type === 'insert' ? 'insert' : isChange(state.type) ? 'change' : 'read';
  const hasAlias = state.type === 'select' || state.type === 'count';
  const table = guard.tables.tableOf(uid);
  narrowHelperTable(query, { guard, table, alias: hasAlias ? alias : table, operation });
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
function narrowJoin(spec: JoinSpec, guard: Guard, raw: Raw): JoinSpec {
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
    const decision = guard.decide(link.targetUid, 'read');
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
