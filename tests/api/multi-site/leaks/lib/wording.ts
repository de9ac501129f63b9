import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inSite, type TestSite } from '../../../../harness';
import { tableOf } from './link-row';

type Entry = { uid: string; documentId: string };
type Change = { path: string; baseHashes: (string | null)[]; value: string; pinned?: true };
type Overrides = {
  open: (entry: Entry & { locale: string }) => Promise<{ id: string }>;
  store: {
    save: (
      id: number,
      contents: { changes: Change[]; live: Change[] },
      revision: number,
    ) => Promise<unknown>;
  };
};

const TITLES = ['title', 'name'];
const TEXTS = ['summary', 'note', 'bio'];

/** How the original of a text is remembered, so that a change below it is noticed. */
const hashOf = (text: string) =>
  createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 32);

/**
 * A site's own title of an entry that it reads, which follows the original, and a text whose
 * inheritance is suspended. Both are published.
 */
export async function wordForSite(
  strapi: Core.Strapi,
  { site, entry, mark }: { site: TestSite; entry: Entry; mark: string },
) {
  const { uid, documentId } = entry;
  const type = strapi.contentTypes[uid as keyof typeof strapi.contentTypes];
  const fieldOf = (names: readonly string[]) => names.find((name) => name in type.attributes);
  const title = fieldOf(TITLES);
  if (!title) throw new Error(`${uid} has no title.`);
  const row = await strapi.db
    .connection(tableOf(strapi, uid))
    .where({ document_id: documentId })
    .first(title, 'locale');
  const hash = hashOf(row[title]);
  const changes: Change[] = [{ path: title, baseHashes: [hash, hash], value: `${mark} wording` }];
  const kept = fieldOf(TEXTS);
  if (kept) {
    changes.push({ path: kept, baseHashes: [null, null], value: `${mark} kept`, pinned: true });
  }
  const { open, store } = strapi.plugin('multi-site').service<Overrides>('overrides');
  await inSite(strapi, site, async () => {
    const { id } = await open({ uid, documentId, locale: row.locale ?? '' });
    await store.save(Number(id.slice('site.'.length)), { changes, live: changes }, 0);
  });
}
