import type { Core } from '@strapi/strapi';
import { compilePattern } from 'suite-kit/shared';
import type { Site } from '../../../shared/contracts/sites';
import { sitemapXml, type Address } from '../core/sitemap';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from '../services/service';

/** What the protocol allows in one file. */
const LIMIT = 50_000;

type Row = { updatedAt: string | null } & Record<string, unknown>;

/** Addresses of what is published on a site, of the types that the site has an address pattern for. */
export async function sitemapOf(
  strapi: Core.Strapi,
  { site, origin }: { site: Site; origin: string },
): Promise<string> {
  const found: Address[] = [];
  await service(strapi, 'context').run(site.number, async () => {
    for (const [uid, text] of Object.entries(site.settings.urls ?? {})) {
      const attributes = contentTypesOf(strapi)[uid]?.attributes;
      if (!attributes || found.length >= LIMIT) continue;
      const pattern = compilePattern(text);
      const rows: Row[] = await strapi.db.query(uid).findMany({
        populate: relationsIn(text),
        where: { publishedAt: { $notNull: true }, ...inLocalesOf(site) },
        orderBy: { id: 'asc' },
        limit: LIMIT - found.length,
      });
      for (const row of rows) {
        const path = pattern.urlFor(row);
        if (path) found.push({ url: `${origin}${path}`, changedAt: row.updatedAt });
      }
    }
  });
  return sitemapXml(found);
}

/** `/{category.slug}/{slug}` needs the category. */
const relationsIn = (pattern: string) => [
  ...new Set([...pattern.matchAll(/\{(\w+)\./g)].map(([, name = '']) => name)),
];

/** Types without languages have none in any row. */
function inLocalesOf({ settings }: Site): object {
  const { locales = [] } = settings;
  return locales.length > 0
    ? { $or: [{ locale: { $in: locales } }, { locale: { $null: true } }] }
    : {};
}
