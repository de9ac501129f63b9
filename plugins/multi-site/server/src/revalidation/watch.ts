import type { Core } from '@strapi/strapi';
import { compilePattern } from 'suite-kit/shared';
import type { Site } from '../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../shared/plugin';
import { changesBetween, type PublishedRow } from '../core/revalidation';
import { service } from '../services/service';

const ACTIONS = new Set([
  'create',
  'update',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
  'delete',
]);
type Call = { uid: string; action: string; params: { documentId?: string } };
type Row = { id: number; locale: string | null; updatedAt: string } & Record<string, unknown>;
type Subject = { uid: string; documentId: string };

/**
 * Notices what changes for a site's visitors, by what is published before and after. Decoration:
 * a failure here is logged and stops nobody.
 */
export function watchPublished(strapi: Core.Strapi) {
  strapi.documents.use((context, next) => {
    const call = context as unknown as Call;
    // Its result depends on the action, which is not looked at here.
    return ACTIONS.has(call.action) ? watch(call, next as () => Promise<never>) : next();
  });

  async function watch({ uid, action, params }: Call, next: () => Promise<never>) {
    const known = params.documentId;
    const sites = await careful(strapi, () => sitesFor(strapi, uid, known));
    if (!sites || sites.length === 0) return next();
    const read = (documentId: string) =>
      careful(strapi, () => readAll(strapi, sites, { uid, documentId }));
    const before = known ? await read(known) : null;
    const result = await next();
    const documentId =
      action === 'create' || action === 'clone'
        ? (result as { documentId?: string } | null)?.documentId
        : known;
    if (!documentId) return result;
    const after = await read(documentId);
    await careful(strapi, () => tell(strapi, { sites, before, after, uid, documentId }));
    return result;
  }
}

async function careful<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    strapi.log.warn(`[${PLUGIN_ID}] A change was not told to a site's front end.`);
    strapi.log.warn(error);
    return null;
  }
}

/** Sites whose front end wants to know of it: where it is, and where it is read as a shared one. */
async function sitesFor(strapi: Core.Strapi, uid: string, documentId?: string): Promise<Site[]> {
  const scope = service(strapi, 'isolation').guard()?.tables.byUid(uid)?.scope;
  if (!scope) return [];
  const numbers = await service(strapi, 'revalidation').enabledSites();
  if (numbers.size === 0) return [];
  const { isActive, sites, shares } = await service(strapi, 'state').fresh();
  const wanted = sites.all.filter(({ number }) => numbers.has(number));
  if (scope === 'shared' || !isActive) return wanted;
  const context = service(strapi, 'context').current();
  if (context.kind !== 'site') return [];
  const isReader = (site: number) =>
    documentId !== undefined && shares.ownerFor(site, uid, documentId) === context.number;
  return wanted.filter(({ number }) => number === context.number || isReader(number));
}

type Published = Map<number, PublishedRow[]>;

async function readAll(strapi: Core.Strapi, sites: readonly Site[], subject: Subject) {
  const found: Published = new Map();
  for (const site of sites) found.set(site.number, await readPublished(strapi, site, subject));
  return found;
}

async function readPublished(strapi: Core.Strapi, site: Site, { uid, documentId }: Subject) {
  const text = site.settings.urls?.[uid];
  const pattern = text ? compilePattern(text) : null;
  const relations = [...(text ?? '').matchAll(/\{(\w+)\./g)].map(([, name = '']) => name);
  const rows: Row[] = await strapi.db.query(uid).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    orderBy: { id: 'asc' },
    populate: [...new Set(relations)],
  });
  return rows.map(({ id, locale, updatedAt, ...row }): PublishedRow => {
    const path = pattern?.urlFor({ ...row, id, locale }) ?? null;
    const address = path === null ? null : `${site.pathPrefix ?? ''}${path}`;
    return { id, locale: locale ?? null, updatedAt, address };
  });
}

async function tell(
  strapi: Core.Strapi,
  given: { sites: readonly Site[]; before: Published | null; after: Published | null } & Subject,
) {
  const { sites, before, after, uid, documentId } = given;
  for (const site of sites) {
    const rows = [before, after].map((all) => all?.get(site.number) ?? []);
    const [old = [], now = []] = rows;
    const subject = { contentType: uid, documentId, site: site.slug };
    const changes = changesBetween(old, now, subject);
    if (changes.length > 0) await service(strapi, 'revalidation').add(site.number, changes);
  }
}
