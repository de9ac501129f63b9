import type { Core } from '@strapi/strapi';
import type {
  EntryOverride,
  ListSharesQuery,
  ShareLabel,
  ShareRow,
  SharedEntry,
  SharedEntryQuery,
  SiteName,
} from '../../../shared/contracts/shares';
import { ALL_SITES, UID } from '../../../shared/plugin';
import { contentTypesOf } from '../isolation/strapi-parts';
import { sqlOf } from '../moving/sql';
import { titlesOf } from '../sharing/titles';
import { service } from './service';
import type { SqlQuery } from './sql-query';

type Entries = { uid: string; documentIds: readonly string[] };
type Found = { uid: string; documentId: string; owner: number | null };

/** What people are told of shares: beside an entry, in a list, and all of them. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const directory = () => service(strapi, 'state').snapshot().sites;
  const nameOf = (number: number | null | undefined): SiteName | null => {
    const site = typeof number === 'number' ? directory().get(number) : null;
    return site && { id: site.id, name: site.name };
  };
  const namesOf = (numbers: readonly number[]) =>
    numbers
      .map(nameOf)
      .filter((site) => site !== null)
      .sort((one, other) => one.name.localeCompare(other.name));

  const sharesTable = () => strapi.db.metadata.get(UID.share).tableName;
  const registryTable = () => strapi.db.metadata.get(UID.siteContent).tableName;

  /** One row an entry. */
  function select(
    table: (name: string) => SqlQuery,
    {
      uids,
      site,
      direction,
    }: { uids: readonly string[]; site: number | null; direction: 'in' | 'out' },
  ): SqlQuery {
    const query = table(`${sharesTable()} as s`)
      .leftJoin(`${registryTable()} as c`, 'c.key', 's.entry_key')
      .where('s.via', '')
      .whereIn('s.content_type', [...uids]);
    if (site === null) return query;
    if (direction === 'out') return query.where('c.site_id', site);
    return query.whereIn('s.site', [site, ALL_SITES]).whereNot('c.site_id', site);
  }

  return {
    async entry(
      { contentType: uid, documentId, locale }: SharedEntryQuery,
      site: number | null,
    ): Promise<SharedEntry> {
      const owner = await service(strapi, 'registry').siteOf(uid, documentId);
      const isOwner = site === null || owner === site;
      const readers = await service(strapi, 'sharing').sitesOf({ uid, documentId });
      const override: EntryOverride | null = isOwner
        ? null
        : await service(strapi, 'overrides').describe({ uid, documentId, locale: locale ?? '' });
      return {
        owner: nameOf(owner),
        isOwner,
        isEverywhere: readers.includes(ALL_SITES),
        sites: isOwner ? namesOf(readers) : [],
        override,
      };
    },

    async labels(
      { uid, documentIds }: Entries,
      site: number | null,
    ): Promise<Record<string, ShareLabel>> {
      const { shares } = service(strapi, 'state').snapshot();
      const labels: Record<string, ShareLabel> = {};
      const overridden = await service(strapi, 'overrides').which({ uid, documentIds });
      for (const documentId of documentIds) {
        const owner = site === null ? null : shares.ownerFor(site, uid, documentId);
        if (owner === null) continue;
        const hasOverride = overridden.has(documentId);
        labels[documentId] = { kind: 'in', owner: nameOf(owner)?.name ?? '', hasOverride };
      }
      for (const share of await service(strapi, 'sharing').direct({ uid, documentIds })) {
        const known = labels[share.documentId];
        if (known?.kind === 'in') continue;
        const before = known ?? { kind: 'out' as const, sites: 0, isEverywhere: false };
        labels[share.documentId] =
          share.site === ALL_SITES
            ? { ...before, isEverywhere: true }
            : { ...before, sites: before.sites + 1 };
      }
      return labels;
    },

    async list(
      { page, pageSize, direction, contentType }: ListSharesQuery,
      { site, mayRead }: { site: number | null; mayRead: (uid: string) => boolean },
    ) {
      await service(strapi, 'state').fresh();
      const types = service(strapi, 'isolation').tables().list;
      const uids = types
        .map(({ uid }) => uid)
        .filter((uid) => (!contentType || uid === contentType) && uid.startsWith('api::'))
        .filter(mayRead);
      const scope = { uids, site, direction };
      const counted = await sqlOf(strapi)<{ total: number | string } | undefined>((table) =>
        select(table, scope).countDistinct({ total: 's.entry_key' }).first(),
      );
      const found = await sqlOf(strapi)<Found[]>((table) =>
        select(table, scope)
          .distinct('s.content_type as uid', 's.content_id as documentId', 'c.site_id as owner')
          .orderBy([{ column: 's.content_type' }, { column: 's.content_id' }])
          .limit(pageSize)
          .offset((page - 1) * pageSize),
      );
      const total = Number(counted?.total ?? 0);
      const data: ShareRow[] = [];
      for (const uid of new Set(found.map((row) => row.uid))) {
        data.push(
          ...(await describe(
            uid,
            found.filter((row) => row.uid === uid),
            site,
          )),
        );
      }
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      return { data, meta: { pagination } };
    },
  };

  async function describe(uid: string, rows: readonly Found[], site: number | null) {
    const documentIds = rows.map(({ documentId }) => documentId);
    const titles = await titlesOf(strapi, uid, documentIds);
    const shares = await service(strapi, 'sharing').direct({ uid, documentIds });
    return rows.map(({ documentId, owner }): ShareRow => {
      const readers = shares.filter((one) => one.documentId === documentId).map((one) => one.site);
      const mayKnow = site === null || owner === site;
      return {
        contentType: uid,
        typeName: contentTypesOf(strapi)[uid]?.info.displayName ?? uid,
        documentId,
        title: titles.get(documentId) ?? documentId,
        owner: nameOf(owner),
        isEverywhere: readers.includes(ALL_SITES),
        sites: mayKnow ? namesOf(readers) : [],
      };
    });
  }
};
