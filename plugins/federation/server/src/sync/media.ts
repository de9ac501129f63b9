import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { naturalKey } from 'suite-kit/server';
import type { Http } from '../adapters/connector';
import { kindOfFile } from '../core/file-kind';
import { slugify, type Wanted } from '../core/map/apply-mapping';
import type { SourceRow } from './rows';
import { tables } from './tables';

type WantedMedia = Extract<Wanted, { kind: 'media' }>;
type Fetched = { file: string; name: string; mime: string; alt: string | null; size: number };

/**
 * Pictures of a source, by the hash of their bytes: fetched once, stored once, however many
 * entries and addresses they have.
 */
export function createMediaStore({
  strapi,
  source,
  http,
  maxBytes,
  headers = {},
}: {
  strapi: Core.Strapi;
  source: Pick<SourceRow, 'documentId' | 'site' | 'config' | 'isSample'>;
  http: Http;
  maxBytes: number;
  headers?: Record<string, string>;
}) {
  const rows = tables(strapi).media;
  const folder = path.join(os.tmpdir(), `federation-${randomUUID()}`);
  const fetched = new Map<string, Fetched>();
  const hashes = new Map<string, string>();

  const addressOf = (url: string) => new URL(url, `${source.config.url.replace(/\/+$/, '')}/`).href;
  const keyOf = ({ url, version }: WantedMedia) =>
    naturalKey([source.site, source.documentId, url, version]);

  async function fetchFile(wanted: WantedMedia): Promise<string> {
    const url = addressOf(wanted.url);
    const isOwn = new URL(url).origin === new URL(source.config.url).origin;
    const answer = await http.request(url, { maxBytes, ...(isOwn && { headers }) });
    if (answer.status !== 200) throw new Error(`${url} answered with ${answer.status}`);
    const kind = kindOfFile(answer.body);
    if (!kind) throw new Error(`${url} is no kind of file that is taken over`);
    const sha = createHash('sha256').update(answer.body).digest('hex');
    if (!fetched.has(sha)) {
      await fs.mkdir(folder, { recursive: true });
      const file = path.join(folder, sha);
      await fs.writeFile(file, answer.body);
      const given = wanted.name || path.posix.basename(decodeURIComponent(new URL(url).pathname));
      const name = `${slugify(given.replace(/\.\w+$/, '')) || 'file'}.${kind.extension}`;
      fetched.set(sha, { file, name, mime: kind.mime, alt: wanted.alt, size: answer.body.length });
    }
    return sha;
  }

  const remember = async (wanted: WantedMedia, hash: string, fileId: number | null) => {
    const key = keyOf(wanted);
    const row = {
      sourceId: source.documentId,
      url: wanted.url,
      version: wanted.version,
      hash,
      fileId,
    };
    const known = await rows.update({ key }, row);
    if (!known)
      await rows.create({ ...row, key, site: source.site, isSample: source.isSample === true });
  };

  return {
    /** Hash of the bytes at an address. Known addresses are not fetched again. */
    async hashOf(wanted: WantedMedia): Promise<string> {
      const key = keyOf(wanted);
      const cached = hashes.get(key);
      if (cached) return cached;
      const row = await rows.findOne({ key });
      const sha = row?.hash ?? (await fetchFile(wanted));
      hashes.set(key, sha);
      return sha;
    },

    /** Number of the file in the media library; stored there if it is not. */
    async ensure(wanted: WantedMedia): Promise<number> {
      const sha = await this.hashOf(wanted);
      const known = await rows.findMany({ where: { hash: sha, fileId: { $notNull: true } } });
      for (const { fileId } of known) {
        const file = await strapi.db
          .query('plugin::upload.file')
          .findOne({ where: { id: fileId } });
        if (!file || fileId === null) continue;
        await remember(wanted, sha, fileId);
        return fileId;
      }
      if (!fetched.has(sha)) await fetchFile(wanted);
      const file = fetched.get(sha);
      if (!file) throw new Error(`${wanted.url} changed while it was read.`);
      const fileId = await upload(strapi, file);
      await remember(wanted, sha, fileId);
      return fileId;
    },

    /** Content hashes of files that came from a source; others are told apart by their number. */
    async hashesOf(fileIds: number[]): Promise<Map<number, string>> {
      const known = await rows.findMany({ where: { fileId: { $in: fileIds } } });
      return new Map(known.map(({ fileId, hash }) => [fileId ?? 0, hash]));
    },

    close: () => fs.rm(folder, { recursive: true, force: true }),
  };
}

export type MediaStore = ReturnType<typeof createMediaStore>;

async function upload(
  strapi: Core.Strapi,
  { file, name, mime, alt, size }: Fetched,
): Promise<number> {
  type Upload = { upload(params: object): Promise<{ id: number }[]> };
  const service = strapi.plugin('upload').service('upload') as unknown as Upload;
  const [stored] = await service.upload({
    data: { fileInfo: { name, ...(alt && { alternativeText: alt }) } },
    files: { filepath: file, originalFilename: name, mimetype: mime, size },
  });
  if (!stored) throw new Error('The media library stored nothing.');
  return stored.id;
}
