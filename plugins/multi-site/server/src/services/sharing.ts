import type { Core } from '@strapi/strapi';
import type { SharePreview } from '../../../shared/contracts/shares';
import type { Site } from '../../../shared/contracts/sites';
import { ALL_SITES, UID } from '../../../shared/plugin';
import { errors } from '../errors';
import { findCollisions } from '../moving/collisions';
import { linksOut } from '../moving/links-out';
import { withComponents } from '../moving/owned';
import { sqlOf } from '../moving/sql';
import { shareRows, type Entry, type Share } from '../sharing/share-rows';
import { titlesOf } from '../sharing/titles';
import type { AuditRow } from './audit';
import { service } from './service';

type Entries = { uid: string; documentIds: readonly string[] };
export type Wish = Entries & { sites: 'all' | readonly Site[] };
type Undo = { uid: string; shares: { documentId: string; site: number }[] };

/** Looked at for values that would be there twice; with more sites only the first are. */
const SITES_COMPARED = 20;

/** Entries that other sites read: who reads what, and how that begins and ends. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rows = shareRows(strapi);
  const numbersOf = (sites: Wish['sites']) =>
    sites === 'all' ? [ALL_SITES] : sites.map(({ number }) => number);
  const entriesOf = ({ uid, documentIds }: Entries): Entry[] =>
    documentIds.map((documentId) => ({ uid, documentId }));
  const ownersOf = async ({ uid, documentIds }: Entries) => {
    const owners = new Map<string, number>();
    for (const documentId of documentIds) {
      const owner = await service(strapi, 'registry').siteOf(uid, documentId);
      if (owner !== null) owners.set(documentId, owner);
    }
    return owners;
  };

  /** One transaction: rows, media, audit, and what tells every instance. */
  async function change(
    action: 'share' | 'unshare',
    { uid, shares, site }: { uid: string; shares: readonly Share[]; site: number | null },
    { isLogged = true } = {},
  ): Promise<string | null> {
    const logged = await strapi.db.transaction(async () => {
      await (action === 'share' ? rows.add(shares) : rows.remove(shares));
      const entries = new Map(shares.map((one) => [`${one.uid} ${one.documentId}`, one]));
      for (const entry of entries.values()) await rows.matchMedia(entry);
      const targets = new Set(shares.map((share) => share.site));
      const [only] = targets.size === 1 ? targets : [];
      const auditId = isLogged
        ? await service(strapi, 'audit').record({
            action,
            site,
            otherSite: only ? only : site,
            subject: uid,
            count: entries.size,
            undo: {
              uid,
              shares: shares.map((one) => ({ documentId: one.documentId, site: one.site })),
            },
          })
        : null;
      await service(strapi, 'state').sharesChanged();
      return auditId;
    });
    // Whoever looked meanwhile saw what was before.
    await service(strapi, 'state').sharesChanged();
    return logged;
  }

  const onlyOwner = (owners: ReadonlyMap<string, number>) => {
    const [first, ...more] = new Set(owners.values());
    return more.length === 0 ? (first ?? null) : null;
  };

  return {
    /** @returns what was new; `auditId` takes exactly that back. */
    async share(wish: Wish): Promise<{ changed: number; auditId: string | null }> {
      const { uid } = wish;
      const owners = await ownersOf(wish);
      const known = new Set(
        (await rows.direct(entriesOf(wish))).map(({ documentId, site }) => `${documentId} ${site}`),
      );
      const shares = [...owners].flatMap(([documentId, owner]) =>
        numbersOf(wish.sites)
          .filter((site) => site !== owner && !known.has(`${documentId} ${site}`))
          .map((site) => ({ uid, documentId, site })),
      );
      if (shares.length === 0) return { changed: 0, auditId: null };
      const auditId = await change('share', { uid, shares, site: onlyOwner(owners) });
      return { changed: shares.length, auditId };
    },

    /** @param sites null for everybody who reads them. */
    async stop(
      entries: Entries & { sites: Wish['sites'] | null },
    ): Promise<{ changed: number; auditId: string | null }> {
      const { uid, sites } = entries;
      const wanted = sites && new Set(numbersOf(sites));
      const known = await rows.direct(entriesOf(entries));
      const shares = known.filter(({ site }) => !wanted || wanted.has(site));
      if (shares.length === 0) throw errors.NOT_SHARED();
      const owners = await ownersOf(entries);
      const auditId = await change('unshare', { uid, shares, site: onlyOwner(owners) });
      return { changed: shares.length, auditId };
    },

    /** Shares of what is not there any more. @returns how many they were. */
    async forget(shares: readonly Share[]): Promise<number> {
      if (shares.length === 0) return 0;
      const [first] = shares;
      await change('unshare', { uid: first?.uid ?? '', shares, site: null }, { isLogged: false });
      return shares.length;
    },

    /** After entries moved, in the same transaction: they are shared by their new site now. */
    async ownerChanged(uid: string, documentIds: readonly string[]) {
      const { shares } = service(strapi, 'state').snapshot();
      const moved = documentIds.filter((documentId) => shares.isShared(uid, documentId));
      if (moved.length === 0) return;
      for (const documentId of moved) await rows.matchMedia({ uid, documentId });
      await service(strapi, 'state').sharesChanged();
    },

    /** After a site went with all it had: nothing of it is shared any more. */
    async forgetMissing() {
      const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
      await sqlOf(strapi)((table) => {
        const known = () => table(tableOf(UID.siteContent)).select('key');
        return table(tableOf(UID.share))
          .whereNotIn('entry_key', known())
          .orWhere((files) => {
            void files.whereNot('via', '').whereNotIn('via', known());
          })
          .delete();
      });
      await service(strapi, 'state').sharesChanged();
    },

    /** With whom a document is shared: numbers of sites, `ALL_SITES` among them. */
    sitesOf: async (entry: Entry): Promise<number[]> =>
      (await rows.direct([entry])).map(({ site }) => site),

    direct: (entries: Entries) => rows.direct(entriesOf(entries)),

    /** After a shared document was written: the files it shows now go along with it. */
    async refreshMedia(uid: string, documentIds: readonly string[]) {
      for (const documentId of documentIds) {
        const isChanged = await strapi.db.transaction(() => rows.matchMedia({ uid, documentId }));
        if (isChanged) await service(strapi, 'state').sharesChanged();
      }
    },

    async preview(wish: Wish): Promise<SharePreview> {
      const { uid, documentIds } = wish;
      const { sites: directory } = await service(strapi, 'state').fresh();
      const owners = await ownersOf(wish);
      const titles = await titlesOf(strapi, uid, documentIds);
      const readers = wish.sites === 'all' ? directory.all : wish.sites;
      const ids = await sqlOf(strapi)<{ id: number; locale: string | null }[]>((table) =>
        table(strapi.db.metadata.get(uid).tableName)
          .whereIn('document_id', [...documentIds])
          .select('id', 'locale'),
      );
      const owned = await withComponents(strapi, { uid, ids: ids.map(({ id }) => id) });
      const media = new Map<number, string>();
      for (const entry of entriesOf(wish)) {
        for (const { id, name } of await rows.filesShown(entry)) media.set(id, name);
      }
      const links = await linksOut(strapi, { uid, owned, documentIds });
      const sameValues: SharePreview['sameValues'] = [];
      for (const site of readers.slice(0, SITES_COMPARED)) {
        const theirs = documentIds.filter((id) => owners.get(id) !== site.number);
        const found = await findCollisions(strapi, { uid, documentIds: theirs, to: site.number });
        sameValues.push(...found.map((one) => ({ site: site.name, ...one })));
      }
      const locales = [...new Set(ids.flatMap(({ locale }) => locale ?? []))];
      const isOffered = (code: string, { settings }: Site) =>
        (settings.locales ?? []).length === 0 || settings.locales?.includes(code) === true;
      const siteOf = (number: number | undefined) => {
        const site = number === undefined ? undefined : directory.get(number);
        return site ? { id: site.id, name: site.name } : null;
      };
      return {
        entries: documentIds.map((documentId) => ({
          documentId,
          title: titles.get(documentId) ?? documentId,
          owner: siteOf(owners.get(documentId)),
        })),
        sites: wish.sites === 'all' ? [] : wish.sites.map(({ id, name }) => ({ id, name })),
        isEverywhere: wish.sites === 'all',
        media: [...media].map(([id, name]) => ({ id, name })),
        hidden: links
          .filter(({ direction }) => direction === 'to')
          .map(({ field, typeName, count, titles: names }) => ({
            field,
            typeName,
            count,
            titles: names,
          })),
        sameValues,
        foreignLocales: locales.filter((code) => readers.some((site) => !isOffered(code, site))),
      };
    },

    /** Takes back what was shared, or shares again what was stopped. */
    async undo(row: AuditRow) {
      // Written by `change` above.
      const { uid, shares } = row.undo as Undo;
      const owners = await ownersOf({ uid, documentIds: shares.map((one) => one.documentId) });
      const good = shares.filter(({ documentId }) => owners.has(documentId));
      const refused = shares
        .filter(({ documentId }) => !owners.has(documentId))
        .map(({ documentId }) => ({ documentId, reason: 'It was deleted.' }));
      if (good.length === 0) return { undone: 0, refused };
      await strapi.db.transaction(async () => {
        if (!(await service(strapi, 'audit').markUndone(row))) throw errors.ALREADY_UNDONE();
        const opposite = row.action === 'share' ? 'unshare' : 'share';
        const again = { uid, shares: good.map((one) => ({ uid, ...one })), site: row.site };
        await change(opposite, again, { isLogged: false });
      });
      return { undone: new Set(good.map(({ documentId }) => documentId)).size, refused };
    },
  };
};
