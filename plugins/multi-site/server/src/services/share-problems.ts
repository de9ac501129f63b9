import type { Core } from '@strapi/strapi';
import type { OverlayRecord, StoredOverlay } from 'suite-kit/server';
import { toStored } from '../sharing/stored-override';
import { underReview } from 'suite-kit/shared';
import type { ShareProblem, SiteName } from '../../../shared/contracts/shares';
import { ALL_SITES, UID } from '../../../shared/plugin';
import { readSource, referencesIn, type Reference } from '../copies/source';
import { contentTypesOf } from '../isolation/strapi-parts';
import { sqlOf } from '../moving/sql';
import { titlesOf } from '../sharing/titles';
import { titleFieldOf } from '../workflow/entries';
import { service } from './service';

/** Looked at in one request; the rest comes up when these are mended. */
const MAX_SHARES = 200;
const MAX_OVERRIDES = 200;

type Row = Reference & { site: number; owner: number | null };
type Given = { kind: ShareProblem['kind']; entry: Reference; owner: number | null } & Partial<
  Omit<ShareProblem, 'owner'>
>;
/** `site` null: all of them. */
type Scope = { site: number | null; mayRead: (uid: string) => boolean };

/** Shares that do not do what they should, and whose turn it is. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const directory = () => service(strapi, 'state').snapshot().sites;
  const nameOf = (number: number | null): SiteName | null => {
    const site = number === null ? null : directory().get(number);
    return site && { id: site.id, name: site.name };
  };
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;

  /** What the site shares or reads; one row for each reader. */
  const readRows = ({ site }: Scope) =>
    sqlOf(strapi)<Row[]>((table) => {
      const query = table(`${tableOf(UID.share)} as s`)
        .leftJoin(`${tableOf(UID.siteContent)} as c`, 'c.key', 's.entry_key')
        .where('s.via', '')
        .select(
          's.content_type as uid',
          's.content_id as documentId',
          's.site as site',
          'c.site_id as owner',
        )
        .orderBy('s.id')
        .limit(MAX_SHARES + 1);
      if (site === null) return query;
      return query.where((one) => {
        void one.where('c.site_id', site).orWhereIn('s.site', [site, ALL_SITES]);
      });
    });

  async function problem(given: Given): Promise<ShareProblem> {
    const { entry, owner, ...rest } = given;
    const { uid, documentId } = entry;
    const titles = await titlesOf(strapi, uid, [documentId]);
    return {
      contentType: uid,
      typeName: contentTypesOf(strapi)[uid]?.info.displayName ?? uid,
      documentId,
      title: titles.get(documentId) ?? documentId,
      site: null,
      overrideId: null,
      locale: null,
      fields: [],
      targets: [],
      readers: [],
      isEverywhere: false,
      ...rest,
      owner: nameOf(owner),
    };
  }

  /** Relations to entries that a reader of this one does not see. */
  async function hiddenIn(entry: Reference, owner: number, readers: readonly number[]) {
    const source = await service(strapi, 'context').run(owner, () =>
      readSource(strapi, entry, null),
    );
    if (!source) return [];
    const { shares } = service(strapi, 'state').snapshot();
    const { byUid } = service(strapi, 'isolation').tables();
    const isSeen = async ({ uid, documentId }: Reference) => {
      if (byUid(uid)?.scope !== 'site') return true;
      const direct = await service(strapi, 'sharing').sitesOf({ uid, documentId });
      return readers.every(
        (reader) =>
          direct.includes(reader) ||
          (reader !== ALL_SITES && shares.ownerFor(reader, uid, documentId) !== null),
      );
    };
    const hidden: Reference[] = [];
    for (const reference of referencesIn(strapi, [source]).relations) {
      if (!(await isSeen(reference))) hidden.push(reference);
    }
    return hidden;
  }

  async function ofShares(rows: readonly Row[], { site, mayRead }: Scope) {
    const found: ShareProblem[] = [];
    const byEntry = new Map<string, Row[]>();
    for (const row of rows) {
      if (!mayRead(row.uid)) continue;
      const key = `${row.uid} ${row.documentId}`;
      byEntry.set(key, [...(byEntry.get(key) ?? []), row]);
    }
    for (const own of byEntry.values()) {
      const [first] = own;
      if (!first) continue;
      const { uid, documentId, owner } = first;
      const entry = { uid, documentId };
      if (owner === null) {
        found.push(await problem({ kind: 'entry-missing', entry, owner }));
        continue;
      }
      if (directory().get(owner)?.status === 'archived') {
        found.push(await problem({ kind: 'owner-archived', entry, owner }));
      }
      if (site !== null && owner !== site) continue;
      const readers = own.map((row) => row.site);
      const hidden = await hiddenIn(entry, owner, readers);
      if (hidden.length === 0) continue;
      const targets = [];
      for (const { uid: contentType, documentId: id } of hidden) {
        const titles = await titlesOf(strapi, contentType, [id]);
        targets.push({ contentType, documentId: id, title: titles.get(id) ?? id });
      }
      const names = readers.map(nameOf).filter((name) => name !== null);
      const isEverywhere = readers.includes(ALL_SITES);
      const more = { targets, readers: names, isEverywhere };
      found.push(await problem({ kind: 'hidden-relations', entry, owner, ...more }));
    }
    return found;
  }

  /** A site that does not read the entry is told no more of it than it wrote itself. */
  async function unseen({ entryUid: uid, entryDocumentId, changes }: StoredOverlay) {
    const field = await titleFieldOf(strapi, uid);
    const own = changes.find(({ path }) => path === field)?.value;
    return { owner: null, title: typeof own === 'string' ? own : entryDocumentId };
  }

  async function ofOverride(record: OverlayRecord, { site }: Scope): Promise<ShareProblem | null> {
    const overlay = toStored(record);
    const entry = { uid: overlay.entryUid, documentId: overlay.entryDocumentId };
    const owner = await service(strapi, 'registry').siteOf(entry.uid, entry.documentId);
    const more = {
      site: nameOf(record.site),
      overrideId: overlay.id,
      locale: overlay.entryLocale || null,
    };
    const { shares } = service(strapi, 'state').snapshot();
    const isRead = shares.ownerFor(record.site, entry.uid, entry.documentId) !== null;
    const original = isRead ? await service(strapi, 'overrides').originalOf(overlay) : null;
    if (!original) {
      const known = site === null || isRead ? { owner } : await unseen(overlay);
      return problem({ kind: 'override-orphan', entry, ...more, ...known });
    }
    const fields = underReview(overlay, original.versions.draft, original.schema);
    if (fields.length === 0) return null;
    return problem({ kind: 'override-review', entry, owner, fields, ...more });
  }

  return {
    async list(scope: Scope): Promise<{ problems: ShareProblem[]; isComplete: boolean }> {
      await service(strapi, 'state').fresh();
      const rows = await readRows(scope);
      const records = await service(strapi, 'overrides').list(MAX_OVERRIDES + 1);
      const problems = await ofShares(rows.slice(0, MAX_SHARES), scope);
      for (const record of records.slice(0, MAX_OVERRIDES)) {
        if (!scope.mayRead(record.entryUid)) continue;
        const one = await ofOverride(record, scope);
        if (one) problems.push(one);
      }
      const isComplete = rows.length <= MAX_SHARES && records.length <= MAX_OVERRIDES;
      return { problems, isComplete };
    },

    /** Takes shares of entries away that are not there any more. */
    async tidy(scope: Scope): Promise<number> {
      const gone = (await readRows(scope)).filter(({ owner }) => owner === null);
      return service(strapi, 'sharing').forget(gone);
    },
  };
};
