import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { ImageSeed } from './content/types';
import { PALETTES } from './images/palettes';
import { randomFor } from './images/random';
import { render } from './images/render';
import { findId } from './rows';

interface Upload {
  upload(input: { data: object; files: object }): Promise<{ id: number }[]>;
}

interface Folders {
  create(folder: { name: string; parent: null }): Promise<{ id: number }>;
}

const ensureFolder = async (strapi: Core.Strapi, name: string): Promise<number> => {
  const found = await findId(strapi, 'plugin::upload.folder', { name });
  if (found !== undefined) return found;
  const folders = strapi.plugin('upload').service('folder') as unknown as Folders;
  return (await folders.create({ name, parent: null })).id;
};

/** Portraits are drawn with few colours and stay sharp as PNG; scenes are smaller as JPEG. */
const fileName = ({ key }: ImageSeed) => `${key}.${key.startsWith('portrait-') ? 'png' : 'jpg'}`;

const uploadImage = async (strapi: Core.Strapi, image: ImageSeed, folder: string) => {
  const name = fileName(image);
  const file = path.join(folder, name);
  const brush = { colours: PALETTES[image.palette], random: randomFor(image.key) };
  await render(image.scene(brush), file);
  const { size } = await fs.stat(file);
  const upload = strapi.plugin('upload').service('upload') as unknown as Upload;
  const [created] = await upload.upload({
    data: {
      fileInfo: {
        name,
        alternativeText: image.alt,
        caption: image.caption,
        folder: await ensureFolder(strapi, image.folder),
      },
    },
    files: {
      filepath: file,
      originalFilename: name,
      mimetype: name.endsWith('.png') ? 'image/png' : 'image/jpeg',
      size,
    },
  });
  if (!created) throw new Error(`The upload of ${name} returned no file.`);
  return created.id;
};

/** Draws and uploads the pictures of the current site that are not there yet: key to file id. */
export const ensureImages = async (
  strapi: Core.Strapi,
  images: ImageSeed[],
  tick: () => void,
): Promise<Map<string, number>> => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'demo-images-'));
  try {
    const ids = new Map<string, number>();
    for (const image of images) {
      const name = fileName(image);
      const found = await findId(strapi, 'plugin::upload.file', { name });
      ids.set(image.key, found ?? (await uploadImage(strapi, image, folder)));
      tick();
    }
    return ids;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};
