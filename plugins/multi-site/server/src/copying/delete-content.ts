import type { Core } from '@strapi/strapi';
import { UID } from '../../../shared/plugin';
import { service } from '../services/service';
import type { SqlQuery } from '../services/sql-query';
import { readContentTables } from './content-tables';
import { deleteStoredFiles } from './stored-files';
import { chunksOf, readWhereIn } from './sql';

/** Types of ours, and of the other plugins of this suite, whose rows say which site they are of. */
const SITE_ATTRIBUTES = ['site', 'siteId'] as const;
const OWN_PLUGINS =
  /^plugin::(multi-site|personalization|federation|ai-optimizer|performance-monitor)\./;

export type DeletedContent = { rows: number; files: number };

/**
 * Takes everything that belongs to a site out of the database: entries in every state and locale,
 * their components and links, media, folders, and rows of this suite's plugins. A stored file
 * goes only where no row of another site needs it.
 */
export async function deleteContent(
  strapi: Core.Strapi,
  {
    site,
    keepOwn = false,
  }: { site: number; /** Members, runs and the like stay. */ keepOwn?: boolean },
): Promise<DeletedContent> {
  return service(strapi, 'context').runUnscoped(async () => {
    const files = await deleteStoredFiles(strapi, site);
    const rows = await deleteRows(strapi, site);
    for (const { uid, column } of ownTables(strapi)) {
      if (keepOwn && uid !== UID.siteContent) continue;
      await on(strapi, uid).where(column, site).delete();
    }
    await service(strapi, 'sharing').forgetMissing();
    return { rows, files };
  });
}

/** Tables of the suite with a site in a column, the sites themselves left out. */
export function ownTables(strapi: Core.Strapi): { uid: string; column: string }[] {
  const uids = Object.keys(strapi.contentTypes).filter(
    (uid) => OWN_PLUGINS.test(uid) && uid !== UID.site,
  );
  return uids.flatMap((uid) => {
    const attributes = strapi.db.metadata.get(uid).attributes as Record<
      string,
      { type: string; columnName?: string } | undefined
    >;
    const name = SITE_ATTRIBUTES.find((known) => attributes[known]?.type === 'integer');
    const column = name ? attributes[name]?.columnName : undefined;
    return column ? [{ uid, column }] : [];
  });
}

async function deleteRows(strapi: Core.Strapi, site: number): Promise<number> {
  const { list, column } = service(strapi, 'isolation').tables();
  const tables = readContentTables(strapi);
  const types = list.filter(({ scope }) => scope === 'site');
  const idsOf = (name: string) => strapi.db.getConnection(name).where(column, site).select('id');
  const components = new Map<string, Set<number>>();

  async function collect(owner: string, ids: readonly number[]) {
    const found = new Map<string, number[]>();
    for (const link of tables.linksOf(owner)) {
      if (link.morph?.typeColumn !== 'component_type') continue;
      const table = (name: string): SqlQuery => strapi.db.getConnection(name);
      for (const row of await readWhereIn(table, { name: link.table, column: 'entity_id', ids })) {
        const type = String(row.component_type);
        const id = Number(row.cmp_id);
        const known = components.get(type) ?? new Set<number>();
        if (known.has(id)) continue;
        components.set(type, known.add(id));
        found.set(type, [...(found.get(type) ?? []), id]);
      }
    }
    for (const [type, held] of found) await collect(type, held);
  }

  let count = 0;
  for (const { uid, table } of types) {
    const rows = (await idsOf(table)) as { id: number }[];
    await collect(
      uid,
      rows.map(({ id }) => id),
    );
  }
  for (const [uid, ids] of components) {
    for (const chunk of chunksOf([...ids])) await deleteByIds(strapi, { tables, uid, ids: chunk });
  }
  for (const { uid, table } of types) {
    for (const link of tables.links) {
      for (const end of link.ends.filter((one) => one.uid === uid)) {
        await strapi.db.getConnection(link.table).whereIn(end.column, idsOf(table)).delete();
      }
      if (!link.morph) continue;
      await strapi.db
        .getConnection(link.table)
        .where(link.morph.typeColumn, uid)
        .whereIn(link.morph.idColumn, idsOf(table))
        .delete();
    }
  }
  for (const { table } of types) {
    count += await strapi.db.getConnection(table).where(column, site).delete();
  }
  return count;
}

async function deleteByIds(
  strapi: Core.Strapi,
  entry: { tables: ReturnType<typeof readContentTables>; uid: string; ids: readonly number[] },
) {
  const { tables, uid } = entry;
  const ids = [...entry.ids];
  for (const link of tables.links) {
    for (const end of link.ends.filter((one) => one.uid === uid)) {
      await strapi.db.getConnection(link.table).whereIn(end.column, ids).delete();
    }
    if (!link.morph) continue;
    await strapi.db
      .getConnection(link.table)
      .where(link.morph.typeColumn, uid)
      .whereIn(link.morph.idColumn, ids)
      .delete();
  }
  const row = tables.row(uid);
  if (row) await strapi.db.getConnection(row.table).whereIn('id', ids).delete();
}

const on = (strapi: Core.Strapi, uid: string): SqlQuery =>
  strapi.db.getConnection(strapi.db.metadata.get(uid).tableName);
