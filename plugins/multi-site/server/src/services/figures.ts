import type { Core } from '@strapi/strapi';
import type { ScopedTable } from '../isolation/scoped-tables';

/** A document in one locale counts once. */
export type SiteCounts = { drafts: number; published: number; modified: number; total: number };

type Place = {
  column: string;
  /** Left out: all sites, in one query. */ site?: number | undefined;
};

/**
 * Entries of one type by site and state. Entries of a type without drafts are published. A
 * published entry counts as modified when its draft was saved after it.
 */
export async function countEntries(
  strapi: Core.Strapi,
  { type, column, site }: Place & { type: ScopedTable },
): Promise<Map<number, SiteCounts>> {
  const raw = (sql: string) => strapi.db.connection.raw(sql);
  const inner = strapi.db.getConnection(type.table).whereNotNull(column);
  if (site !== undefined) inner.where(column, site);
  inner
    .select(`${column} as site`)
    .max({ published: raw('case when published_at is not null then updated_at end') })
    .max({ draft: raw('case when published_at is null then updated_at end') })
    .groupBy(column, 'document_id', 'locale');
  const rows: ({ site: number } & Record<keyof SiteCounts, number | string>)[] =
    await strapi.db.connection
      .from(inner.as('entry'))
      .select('site')
      .count({ total: '*' })
      .select(
        raw('sum(case when published is null then 1 else 0 end) as drafts'),
        raw('sum(case when published is not null then 1 else 0 end) as published'),
        raw('sum(case when draft > published then 1 else 0 end) as modified'),
      )
      .groupBy('site');
  return new Map(
    rows.map(({ site: number, drafts, published, modified, total }) => [
      number,
      {
        drafts: Number(drafts),
        published: Number(published),
        modified: Number(modified),
        total: Number(total),
      },
    ]),
  );
}

/** Rows by site; `site: null` counts those that belong to none. */
export async function countRows(
  strapi: Core.Strapi,
  {
    table,
    column,
    site,
    distinct,
  }: {
    table: string;
    column: string;
    site?: number | null | undefined;
    distinct?: string;
  },
): Promise<Map<number | null, number>> {
  const query = strapi.db.getConnection(table).select(`${column} as site`).groupBy(column);
  if (site === null) query.whereNull(column);
  else if (site !== undefined) query.where(column, site);
  if (distinct) query.countDistinct({ count: distinct });
  else query.count({ count: '*' });
  const rows: { site: number | null; count: number | string }[] = await query;
  return new Map(rows.map((row) => [row.site, Number(row.count)]));
}

/** When something was last written on each site. */
export async function lastChanges(
  strapi: Core.Strapi,
  { type, column, site }: Place & { type: ScopedTable },
): Promise<Map<number, string>> {
  const query = strapi.db.getConnection(type.table).whereNotNull(column);
  if (site !== undefined) query.where(column, site);
  const rows: { site: number; at: string | number | Date | null }[] = await query
    .select(`${column} as site`)
    .max({ at: 'updated_at' })
    .groupBy(column);
  return new Map(
    rows.flatMap((row) =>
      row.at === null ? [] : [[row.site, new Date(row.at).toISOString()] as const],
    ),
  );
}
