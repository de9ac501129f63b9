import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Core, Data, UID } from '@strapi/strapi';
import { solidPng } from './png';
import { inSite, type TestSite } from './sites';

export type EntryOptions = { site?: TestSite; status?: 'draft' | 'published'; locale?: string };

/** An entry, by the document service and in a site; published unless said otherwise. */
export const createEntry = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  data: Record<string, unknown>,
  { site, status = 'published', locale }: EntryOptions = {},
): Promise<{ documentId: Data.DocumentID; id: Data.ID }> =>
  inSite(strapi, site, () =>
    strapi.documents(uid).create({
      // Which attributes a type has is not known here, only to the caller.
      data: data as never,
      status,
      ...(locale ? { locale } : {}),
    }),
  );

export type MediaFile = { id: number; documentId: string; name: string; url: string };

/** A small picture in the media library; every call makes a different one. */
export const createMedia = async (
  strapi: Core.Strapi,
  { site, name, folderId }: { site?: TestSite; name?: string; folderId?: number } = {},
): Promise<MediaFile> => {
  const [red = 0, green = 0, blue = 0] = randomBytes(3);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-media-'));
  const originalFilename = name ?? `picture-${randomBytes(4).toString('hex')}.png`;
  const filepath = path.join(folder, 'file.png');
  const picture = solidPng([red, green, blue]);
  fs.writeFileSync(filepath, picture);
  try {
    const files: MediaFile[] = await inSite(strapi, site, () =>
      strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: { fileInfo: { name: originalFilename, ...(folderId ? { folder: folderId } : {}) } },
          files: { filepath, originalFilename, mimetype: 'image/png', size: picture.length },
        }),
    );
    const [file] = files;
    if (!file) throw new Error('The upload service stored nothing.');
    return file;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

export type MediaFolder = { id: number; documentId: string; name: string; path: string };

/** A folder of the media library. */
export const createFolder = (
  strapi: Core.Strapi,
  { site, name, parentId }: { site?: TestSite; name?: string; parentId?: number } = {},
): Promise<MediaFolder> =>
  inSite(strapi, site, () =>
    strapi
      .plugin('upload')
      .service('folder')
      .create({
        name: name ?? `folder-${randomBytes(4).toString('hex')}`,
        parent: parentId ?? null,
      }),
  );

/** Opens content API actions, e.g. `api::article.article.find`, to anonymous callers. */
export const grantPublic = async (strapi: Core.Strapi, actions: string[]): Promise<void> => {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of actions) {
    const exists = await permissions.findOne({ where: { action, role: role.id } });
    if (!exists) await permissions.create({ data: { action, role: role.id } });
  }
};
