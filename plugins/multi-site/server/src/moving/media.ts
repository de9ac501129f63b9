import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { service } from '../services/service';
import type { Rows } from './owned';
import { sqlOf } from './sql';

export const FILE = 'plugin::upload.file';
const FETCH_TIMEOUT_MS = 30_000;

export type FileUse = { id: number; name: string; isOnlyHere: boolean };
type Related = { id: number; file_id: number; related_id: number; related_type: string };

/** The table that says which entry shows which file. */
export function mediaTable(strapi: Core.Strapi): string {
  type Joined = { joinTable?: { name: string } };
  const { related } = strapi.db.metadata.get(FILE).attributes as { related?: Joined };
  if (!related?.joinTable) throw new Error('The media library links files in an unknown way.');
  return related.joinTable.name;
}

/** Files that these rows show, and whether anything else shows them too. */
export async function filesOf(strapi: Core.Strapi, owned: readonly Rows[]): Promise<FileUse[]> {
  const sql = sqlOf(strapi);
  const table = mediaTable(strapi);
  const own = await linksOf(strapi, owned);
  const fileIds = [...new Set(own.map((link) => link.file_id))];
  if (fileIds.length === 0) return [];
  const all = await sql<Related[]>((knex) =>
    knex(table).whereIn('file_id', fileIds).select('id', 'file_id', 'related_id', 'related_type'),
  );
  const ownIds = new Set(own.map((link) => link.id));
  const elsewhere = new Set(all.filter(({ id }) => !ownIds.has(id)).map((link) => link.file_id));
  const { tableName } = strapi.db.metadata.get(FILE);
  const files = await sql<{ id: number; name: string }[]>((knex) =>
    knex(tableName).whereIn('id', fileIds).select('id', 'name').orderBy('id'),
  );
  return files.map(({ id, name }) => ({ id, name, isOnlyHere: !elsewhere.has(id) }));
}

export async function linksOf(strapi: Core.Strapi, owned: readonly Rows[]): Promise<Related[]> {
  const found: Related[] = [];
  for (const { uid, ids } of owned) {
    if (ids.length === 0) continue;
    found.push(
      ...(await sqlOf(strapi)<Related[]>((knex) =>
        knex(mediaTable(strapi))
          .where('related_type', uid)
          .whereIn('related_id', ids)
          .select('id', 'file_id', 'related_id', 'related_type'),
      )),
    );
  }
  return found;
}

type FileRow = {
  id: number;
  name: string;
  url: string;
  mime: string;
  size: number;
  alternativeText: string | null;
  caption: string | null;
};

/** Stores a file once more, on another site; @returns the id of the copy. */
export async function copyFile(strapi: Core.Strapi, id: number, site: number): Promise<number> {
  const context = service(strapi, 'context');
  const file: FileRow = await context.runUnscoped(() =>
    strapi.db.query(FILE).findOne({ where: { id } }),
  );
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'multi-site-media-'));
  try {
    const filepath = path.join(folder, 'file');
    const bytes = await readFile(strapi, file.url);
    await fs.writeFile(filepath, bytes);
    const upload: { upload(request: object): Promise<{ id: number }[]> } = strapi
      .plugin('upload')
      .service('upload');
    const { name, mime, alternativeText, caption } = file;
    const [copy] = await context.run(site, () =>
      upload.upload({
        data: { fileInfo: { name, alternativeText, caption } },
        files: { filepath, originalFilename: name, mimetype: mime, size: bytes.length },
      }),
    );
    if (!copy) throw new Error(`The file "${name}" could not be copied.`);
    return copy.id;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

async function readFile(strapi: Core.Strapi, url: string): Promise<Buffer> {
  if (url.startsWith('/')) {
    const root = path.resolve(strapi.dirs.static.public);
    const place = path.resolve(root, `.${url}`);
    if (!place.startsWith(`${root}${path.sep}`)) throw new Error('A file outside of the uploads.');
    return fs.readFile(place);
  }
  // The address is the storage provider's own, written by it.
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The storage answered ${response.status} for a file.`);
  return Buffer.from(await response.arrayBuffer());
}

/** Takes copies away again whose move came to nothing. */
export async function removeCopies(strapi: Core.Strapi, ids: readonly number[]) {
  const uploads: { remove(file: object): Promise<unknown> } = strapi
    .plugin('upload')
    .service('upload');
  await service(strapi, 'context').runUnscoped(async () => {
    for (const id of ids) {
      const file: object | null = await strapi.db.query(FILE).findOne({ where: { id } });
      if (file) await uploads.remove(file);
    }
  });
}
