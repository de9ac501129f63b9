import type { Core } from '@strapi/strapi';
import { service } from '../services/service';
import { readContentTables, type ContentTables } from './content-tables';
import { createIdMaps, mapLink, type IdMaps } from './id-maps';
import { chunksOf, copyRow, readWhereIn, type Row } from './sql';
import type { SqlQuery } from '../services/sql-query';

const FILE = 'plugin::upload.file';
const FILES_LINK = { type: 'related_type', id: 'related_id', file: 'file_id' } as const;

export type Selection = { uid: string; documentIds: readonly string[] };

export type CopyTask = {
  from: number;
  to: number;
  /** Documents of the source site, by type. */
  selection: readonly Selection[];
  /** Empty: every locale. */
  locales?: readonly string[];
  onProgress?: (done: number, total: number) => Promise<void> | void;
  /** Aborts between two batches; what was copied until then stays, for whoever cleans up. */
  signal?: AbortSignal;
};

export type CopyResult = { documents: number; rows: number; files: number };

/**
 * Copies documents of one site into another: every locale, drafts and published rows, components,
 * dynamic zones and links. Links inside the copied set lead to the copies, links out of it are
 * left out. A media file is not stored twice: the copy is a second row for the same file.
 *
 * It works on tables, not on entries: ids are replaced and everything else is what it was. No
 * lifecycle hook and no webhook is called for what is copied.
 */
export async function copyContent(strapi: Core.Strapi, task: CopyTask): Promise<CopyResult> {
  return service(strapi, 'context').runUnscoped(() => createCopier(strapi, task).run());
}

function createCopier(strapi: Core.Strapi, task: CopyTask) {
  const scoped = service(strapi, 'isolation').tables();
  const tables = readContentTables(strapi);
  const maps = createIdMaps();
  const table = (name: string): SqlQuery => strapi.db.getConnection(name);
  const isKept = (uid: string) => tables.isComponent(uid) || scoped.byUid(uid)?.scope === 'site';
  let done = 0;
  let total = 0;

  async function step(count: number) {
    task.signal?.throwIfAborted();
    done += count;
    await task.onProgress?.(done, total);
  }

  async function findRows({ uid, documentIds }: Selection): Promise<Row[]> {
    const row = tables.row(uid);
    if (!row) return [];
    const found: Row[] = [];
    for (const chunk of chunksOf(documentIds)) {
      const query = table(row.table)
        .where(scoped.column, task.from)
        .whereIn('document_id', chunk)
        .orderBy('id');
      if (task.locales && task.locales.length > 0) {
        const locales = [...task.locales];
        query.where((any) => {
          any.whereNull('locale').orWhereIn('locale', locales);
        });
      }
      found.push(...((await query) as Row[]));
    }
    return found;
  }

  /** Rows of one type, in batches that are one transaction each. */
  async function copyRows(uid: string, rows: readonly Row[]) {
    const source = tables.row(uid);
    if (!source) return;
    for (const batch of chunksOf(rows, BATCH)) {
      await strapi.db.transaction(async ({ trx }) => {
        for (const row of batch) {
          const copy = { ...toCopy(uid, row), table: source.table };
          maps.add(uid, row.id, await copyRow({ strapi, trx }, copy));
        }
      });
      await step(batch.length);
    }
  }

  function toCopy(uid: string, row: Row) {
    const { columns = [], keys = [], morphKeys = [] } = tables.row(uid) ?? {};
    // Keys to rows that are copied too are set when all of them have their new ids.
    const free = keys.filter((key) => !isKept(key.uid)).map(({ column }) => column);
    const closed = [
      ...keys.filter((key) => isKept(key.uid)).map(({ column }) => column),
      ...morphKeys.flatMap(({ idColumn, typeColumn }) => [idColumn, typeColumn]),
    ];
    const set: Record<string, unknown> = Object.fromEntries(closed.map((column) => [column, null]));
    if (!tables.isComponent(uid)) {
      set.document_id = maps.documentOf(uid, String(row.document_id));
      set[scoped.column] = task.to;
    }
    if (uid === FILE) set.folder_path = '/';
    return { id: row.id, columns: [...columns, ...free], set };
  }

  /** Components hang on their entry, and may hold components themselves. */
  async function copyComponents(owners: readonly string[]) {
    const found = new Map<string, Set<number>>();
    for (const uid of owners) {
      for (const link of tables.linksOf(uid).filter(isComponentLink)) {
        const ids = [...maps.rowsOf(uid).keys()];
        for (const row of await readWhereIn(table, {
          name: link.table,
          column: 'entity_id',
          ids,
        })) {
          const type = String(row.component_type);
          if (maps.find(type, Number(row.cmp_id)) !== null) continue;
          found.set(type, (found.get(type) ?? new Set()).add(Number(row.cmp_id)));
        }
      }
    }
    for (const [uid, ids] of found) {
      const source = tables.row(uid);
      if (!source) continue;
      const rows = await readWhereIn(table, { name: source.table, column: 'id', ids: [...ids] });
      total += rows.length;
      await copyRows(uid, rows);
    }
    if (found.size > 0) await copyComponents([...found.keys()]);
  }

  async function copyFiles(): Promise<number> {
    const link = tables.linksOf(FILE).find(({ morph }) => morph?.typeColumn === FILES_LINK.type);
    const source = tables.row(FILE);
    if (!link || !source) return 0;
    const wanted = new Set<number>();
    for (const uid of maps.types()) {
      const ids = [...maps.rowsOf(uid).keys()];
      const where = { [FILES_LINK.type]: uid };
      const found = { name: link.table, column: FILES_LINK.id, ids, where };
      for (const row of await readWhereIn(table, found)) wanted.add(Number(row[FILES_LINK.file]));
    }
    const rows = (
      await readWhereIn(table, { name: source.table, column: 'id', ids: [...wanted] })
    ).filter((row) => row[scoped.column] === task.from);
    total += rows.length;
    await copyRows(FILE, rows);
    return rows.length;
  }

  async function copyLinks() {
    const types = new Set(maps.types());
    for (const link of tables.links) {
      const ends = link.ends.filter(({ uid }) => types.has(uid));
      if (ends.length === 0) continue;
      const rows = new Map<number, Row>();
      for (const { column, uid } of ends) {
        const ids = [...maps.rowsOf(uid).keys()];
        for (const row of await readWhereIn(table, { name: link.table, column, ids })) {
          rows.set(row.id, row);
        }
      }
      const copies = [...rows.values()].flatMap(
        (row) => mapLink(row, { ...link, find: maps.find, isKept }) ?? [],
      );
      for (const batch of chunksOf(copies, INSERT)) {
        await table(link.table).insert(batch);
      }
      task.signal?.throwIfAborted();
    }
  }

  return {
    async run(): Promise<CopyResult> {
      const selected: { uid: string; rows: Row[] }[] = [];
      for (const part of task.selection) {
        selected.push({ uid: part.uid, rows: await findRows(part) });
      }
      total = selected.reduce((sum, { rows }) => sum + rows.length, 0);
      for (const { uid, rows } of selected) await copyRows(uid, rows);
      await copyComponents(selected.map(({ uid }) => uid));
      const files = await copyFiles();
      await copyKeys({ strapi, tables, maps, isKept });
      await copyLinks();
      const documents = await register(strapi, { selected, maps, site: task.to });
      return { documents, rows: done, files };
    },
  };
}

const BATCH = 100;
const INSERT = 100;

const isComponentLink = ({ morph }: { morph: { typeColumn: string } | null }) =>
  morph?.typeColumn === 'component_type';

/** Relations that are a column of the row itself. */
async function copyKeys({
  strapi,
  tables,
  maps,
  isKept,
}: {
  strapi: Core.Strapi;
  tables: ContentTables;
  maps: IdMaps;
  isKept: (uid: string) => boolean;
}) {
  for (const uid of maps.types()) {
    const source = tables.row(uid);
    const keys = source?.keys.filter((key) => isKept(key.uid)) ?? [];
    const morphKeys = source?.morphKeys ?? [];
    if (!source || (keys.length === 0 && morphKeys.length === 0)) continue;
    const table = (name: string): SqlQuery => strapi.db.getConnection(name);
    const ids = [...maps.rowsOf(uid).keys()];
    for (const row of await readWhereIn(table, { name: source.table, column: 'id', ids })) {
      const set: Record<string, unknown> = {};
      for (const key of keys) {
        const to = row[key.column] === null ? null : maps.find(key.uid, Number(row[key.column]));
        if (to !== null) set[key.column] = to;
      }
      for (const { idColumn, typeColumn } of morphKeys) {
        const type = String(row[typeColumn]);
        const to = row[idColumn] === null ? null : maps.find(type, Number(row[idColumn]));
        if (to !== null) Object.assign(set, { [idColumn]: to, [typeColumn]: type });
      }
      if (Object.keys(set).length === 0) continue;
      await table(source.table).where('id', maps.find(uid, row.id)).update(set);
    }
  }
}

/** Every scoped row is in the registry: documents and files alike. */
async function register(
  strapi: Core.Strapi,
  {
    selected,
    maps,
    site,
  }: { selected: readonly { uid: string; rows: readonly Row[] }[]; maps: IdMaps; site: number },
) {
  let count = 0;
  for (const { uid, rows } of selected) {
    const from = [...new Set(rows.map((row) => String(row.document_id)))];
    const documentIds = from.map((id) => maps.documentOf(uid, id));
    await service(strapi, 'registry').add({ uid, site, documentIds });
    count += documentIds.length;
  }
  const ids = [...maps.rowsOf(FILE).values()];
  const documentIds = await service(strapi, 'registry').documentIdsOf(FILE, ids);
  await service(strapi, 'registry').add({ uid: FILE, site, documentIds });
  return count;
}

/** How many files the entries use, without copying anything. Those in components are not counted. */
export async function countFilesOf(
  strapi: Core.Strapi,
  { site, selection }: { site: number; selection: readonly Selection[] },
): Promise<number> {
  const { column, byUid } = service(strapi, 'isolation').tables();
  const link = readContentTables(strapi)
    .linksOf(FILE)
    .find(({ morph }) => morph?.typeColumn === FILES_LINK.type);
  if (!link) return 0;
  const files = new Set<number>();
  for (const { uid, documentIds } of selection) {
    const table = byUid(uid)?.table;
    if (!table) continue;
    for (const chunk of chunksOf(documentIds)) {
      const rows: { file: number }[] = await strapi.db
        .getConnection(`${link.table} as l`)
        .join(`${table} as t`, 't.id', `l.${FILES_LINK.id}`)
        .where(`l.${FILES_LINK.type}`, uid)
        .where(`t.${column}`, site)
        .whereIn('t.document_id', chunk)
        .distinct(`l.${FILES_LINK.file} as file`);
      for (const { file } of rows) files.add(file);
    }
  }
  return files.size;
}
