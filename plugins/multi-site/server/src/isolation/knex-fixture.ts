import { createRequire } from 'node:module';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createTableMatcher } from '../core/sql-text';
import type { SiteContext } from '../core/site-context';
import { createGuard, type Finding, type GuardState } from './guard';
import type { ScopedTable, ScopedTables } from './scoped-tables';

// The copy of knex that Strapi runs, which need not be this project's own.
const strapiRequire = createRequire(require.resolve('@strapi/database'));
export const createKnex = strapiRequire('knex') as (config: Knex.Config) => Knex;

/** Site content: articles and tags; shared by all sites: countries. `settings` is no site's business. */
const LIST: readonly ScopedTable[] = [
  { uid: 'api::article.article', name: 'Article', table: 'articles', scope: 'site' },
  { uid: 'api::country.country', name: 'Country', table: 'countries', scope: 'shared' },
  { uid: 'api::tag.tag', name: 'Tag', table: 'tags', scope: 'site' },
];

const tables: ScopedTables = {
  column: 'site_id',
  list: LIST,
  byUid: (uid) => LIST.find((entry) => entry.uid === uid),
  byTable: (table) => LIST.find((entry) => entry.table === table.toLowerCase()),
  linksOf: () => [],
  morphsOf: () => [],
  foreignKeysOf: () => [],
  tableOf: (uid) => LIST.find((entry) => entry.uid === uid)?.table ?? uid,
  componentOf: () => undefined,
  ownersOf: () => [],
  shares: 'shares',
  componentEndsOf: () => [],
  isHelper: () => true,
  isRegistry: (name) => name === 'registry',
  isWordings: (name) => name === 'wordings',
  uniqueOf: () => undefined,
  helperMatcher: createTableMatcher(['registry', 'wordings', 'links']),
  matcher: createTableMatcher(LIST.filter(({ scope }) => scope === 'site').map((e) => e.table)),
};

/** A guard whose context and state a test may change at any time. */
export function aGuard(unscopedWrites: 'allow' | 'warn' | 'refuse' = 'warn') {
  const findings: Finding[] = [];
  const now: { context: SiteContext; state: GuardState } = {
    context: { kind: 'site', number: 1 },
    state: { isActive: true, onlySite: 1, isReporting: false },
  };
  const guard = createGuard({
    tables,
    context: () => now.context,
    state: () => now.state,
    report: (finding) => findings.push(finding),
    unscopedWrites,
  });
  return { guard, findings, now };
}

/** Two articles and a tag on each of two sites, linked; site 2's texts begin with "secret". */
export async function openDatabase(): Promise<Knex> {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  for (const table of ['articles', 'tags']) {
    await knex.schema.createTable(table, (builder) => {
      builder.increments('id');
      builder.text('title').unique();
      builder.integer('views').defaultTo(0);
      builder.integer('site_id');
    });
  }
  await knex.schema.createTable('links', (builder) => {
    builder.integer('article_id');
    builder.integer('tag_id');
  });
  for (const table of ['countries', 'settings']) {
    await knex.schema.createTable(table, (builder) => {
      builder.increments('id');
      builder.text('title');
    });
    await knex(table).insert({ title: table });
  }
  await knex('articles').insert([
    { id: 1, title: 'own one', views: 1, site_id: 1 },
    { id: 2, title: 'own two', views: 2, site_id: 1 },
    { id: 3, title: 'secret one', views: 10, site_id: 2 },
    { id: 4, title: 'secret two', views: 20, site_id: 2 },
  ]);
  await knex('tags').insert([
    { id: 1, title: 'own tag', site_id: 1 },
    { id: 2, title: 'secret tag', site_id: 2 },
  ]);
  await knex('links').insert([
    { article_id: 1, tag_id: 1 },
    { article_id: 2, tag_id: 2 },
    { article_id: 3, tag_id: 1 },
    { article_id: 4, tag_id: 2 },
  ]);
  return knex;
}

/** As much of Strapi as the net touches. */
export const strapiOf = (knex: Knex) => ({ db: { connection: knex } }) as unknown as Core.Strapi;

export async function readAll(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const row of stream) rows.push(row);
  return rows;
}
