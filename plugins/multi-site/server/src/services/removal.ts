import type { Core } from '@strapi/strapi';
import type { DeletePreview } from '../../../shared/contracts/removal';
import type { Site } from '../../../shared/contracts/sites';
import { UID } from '../../../shared/plugin';
import { deleteContent, ownTables } from '../copying/delete-content';
import { errors } from '../errors';
import { countEntries, countRows } from './figures';
import { service } from './service';

const FILE = 'plugin::upload.file';
const FOLDER = 'plugin::upload.folder';
/** Told with their own words, not as rows. */
const TOLD = new Set<string>([UID.siteUser, UID.siteToken, UID.siteContent]);

/** The end of a site: what would go, and that it goes. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);
  const tables = () => service(strapi, 'isolation').tables();

  async function countOf(uid: string, site: number): Promise<number> {
    const entry = tables().byUid(uid);
    if (!entry) return 0;
    const counts = await countRows(strapi, { table: entry.table, column: tables().column, site });
    return counts.get(site) ?? 0;
  }

  /** Files that a row of another site is made for as well. */
  async function countKept(site: number): Promise<number> {
    const entry = tables().byUid(FILE);
    if (!entry) return 0;
    const { column } = tables();
    const others = strapi.db
      .getConnection(`${entry.table} as o`)
      .whereNot(`o.${column}`, site)
      .whereRaw('o.hash = f.hash')
      .select(strapi.db.connection.raw('1'));
    const [row]: { count: number | string }[] = await strapi.db
      .getConnection(`${entry.table} as f`)
      .where(`f.${column}`, site)
      .whereExists(others)
      .count({ count: '*' });
    return Number(row?.count ?? 0);
  }

  /** Everything of the site, and the site. */
  async function removeAll(site: Site) {
    // Closed first: nobody writes to it while it goes.
    if (site.status !== 'archived') {
      await strapi.db
        .query(UID.site)
        .update({ where: { number: site.number }, data: { status: 'archived' } });
      await service(strapi, 'state').changed();
    }
    const deleted = await deleteContent(strapi, { site: site.number });
    await unscoped(() => strapi.db.query(UID.site).delete({ where: { number: site.number } }));
    await service(strapi, 'state').changed();
    await strapi.eventHub.emit('multi-site.site.delete', { site: site.number, name: site.name });
    return deleted;
  }

  return {
    preview: (site: Site): Promise<DeletePreview> =>
      unscoped(async () => {
        const { column, list } = tables();
        const types: DeletePreview['types'] = [];
        for (const type of list) {
          if (type.scope !== 'site' || !type.uid.startsWith('api::')) continue;
          const counts = await countEntries(strapi, { type, column, site: site.number });
          const documents = counts.get(site.number)?.total ?? 0;
          if (documents > 0) types.push({ uid: type.uid, name: type.name, documents });
        }
        const other: DeletePreview['other'] = [];
        for (const { uid, column: own } of ownTables(strapi)) {
          if (TOLD.has(uid)) continue;
          const table = strapi.db.metadata.get(uid).tableName;
          const counts = await countRows(strapi, { table, column: own, site: site.number });
          const rows = counts.get(site.number) ?? 0;
          if (rows > 0) other.push({ uid, rows });
        }
        const members = await service(strapi, 'members').list(site.number);
        return {
          types,
          documents: types.reduce((sum, type) => sum + type.documents, 0),
          files: await countOf(FILE, site.number),
          filesKept: await countKept(site.number),
          folders: await countOf(FOLDER, site.number),
          members: members.length,
          tokens: await service(strapi, 'tokens').countOn(site.number),
          other,
          refusal: site.isDefault ? errors.DEFAULT_SITE_STAYS().message : null,
        };
      }),

    removeAll,

    /** For people: the name has to be repeated, and the default site stays. */
    async remove(site: Site, name: string) {
      if (site.isDefault) throw errors.DEFAULT_SITE_STAYS();
      if (name.trim() !== site.name) throw errors.NAME_NOT_REPEATED();
      return removeAll(site);
    },
  };
};
