import type { Core } from '@strapi/strapi';
import { errors } from '../errors';
import { service } from '../services/service';

const FILE = 'plugin::upload.file';

type StoredFile = { id?: number; hash: string; formats?: Record<string, StoredFile> | null };
type Delete = (file: StoredFile) => Promise<unknown>;
type Provider = { delete?: Delete & { unguarded?: Delete } };

/** Null where the upload plugin, or a way to delete, is not there. */
const providerOf = (strapi: Core.Strapi) =>
  'upload' in strapi.plugins
    ? (strapi.plugin('upload').provider as unknown as Provider | undefined)
    : undefined;

/**
 * A copied site has rows of its own for the files of its template, and the files themselves are
 * stored once. So a file is taken from the store only when its last row goes. Fails closed: if
 * that cannot be found out, the file stays.
 *
 * @returns a function that takes the guard away again.
 */
export function installFileGuard(strapi: Core.Strapi): () => void {
  const provider = providerOf(strapi);
  const original = provider?.delete;
  if (!provider || !original) return () => undefined;
  const guarded: Provider['delete'] = async (file) => {
    await assertOwnFile(strapi, file);
    return (await hasOtherRow(strapi, file)) ? undefined : original.call(provider, file);
  };
  provider.delete = Object.assign(guarded, { unguarded: original.bind(provider) });
  return () => {
    provider.delete = original;
  };
}

/**
 * A file that another site shares is shown, and not deleted or replaced: the row would stay, and
 * what is stored would be gone.
 */
async function assertOwnFile(strapi: Core.Strapi, file: StoredFile) {
  const guard = service(strapi, 'isolation').guard();
  const shared = guard?.hasShares() ? guard.decide(FILE, 'read')?.shared : undefined;
  if (!guard || !shared) return;
  const rows = await rowsWith(strapi, hashesOf(file));
  if (rows.length > 0 && rows.every(({ site }) => site !== guard.siteNow())) {
    throw errors.SHARED_BY_SITE();
  }
}

/**
 * A smaller version of a picture has no row. Its hash is the picture's with a word before it,
 * and the picture's own row is still there while it is deleted.
 */
const hashesOf = ({ id, hash }: StoredFile) =>
  id === undefined ? [hash, hash.slice(hash.indexOf('_') + 1)] : [hash];

async function hasOtherRow(strapi: Core.Strapi, file: StoredFile): Promise<boolean> {
  const isVersion = file.id === undefined;
  const rows = await rowsWith(strapi, hashesOf(file));
  return rows.filter(({ id }) => id !== file.id).length > (isVersion ? 1 : 0);
}

async function rowsWith(strapi: Core.Strapi, hashes: readonly string[]) {
  const { column } = service(strapi, 'isolation').tables();
  const { tableName } = strapi.db.metadata.get(FILE);
  return service(strapi, 'context').runUnscoped(
    async (): Promise<{ id: number; site: number | null }[]> =>
      await strapi.db
        .getConnection(tableName)
        .whereIn('hash', [...hashes])
        .select('id', `${column} as site`),
  );
}

/**
 * Takes the files of a site from the store, but those that another site has a row for.
 *
 * @returns how many they were.
 */
export async function deleteStoredFiles(strapi: Core.Strapi, site: number): Promise<number> {
  const { column } = service(strapi, 'isolation').tables();
  const provider = providerOf(strapi);
  const remove = provider?.delete?.unguarded ?? provider?.delete;
  if (!remove) return 0;
  const files: StoredFile[] = await strapi.db
    .query(FILE)
    .findMany({ where: { [column]: site } as never });
  const gone = new Set<string>();
  for (const file of files) {
    if (gone.has(file.hash)) continue;
    const rows = await rowsWith(strapi, [file.hash]);
    if (rows.some((row) => row.site !== site)) continue;
    for (const one of [file, ...Object.values(file.formats ?? {})]) await remove(one);
    gone.add(file.hash);
  }
  return gone.size;
}
