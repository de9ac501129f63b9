import type { PublicSite, Site, SiteSettings, SiteStatus } from '../../../shared/contracts/sites';

/** A row of the table of sites as Strapi returns it. */
type SiteRow = {
  documentId: string;
  number: number;
  name: string;
  slug: string;
  domain: string | null;
  aliases: string[] | null;
  pathPrefix: string | null;
  settings: SiteSettings | null;
  status: SiteStatus | null;
  isDefault: boolean | null;
  createdAt: string;
  updatedAt: string;
};

export function toSite(row: SiteRow): Site {
  return {
    id: row.documentId,
    number: row.number,
    name: row.name,
    slug: row.slug,
    domain: row.domain,
    aliases: row.aliases ?? [],
    pathPrefix: row.pathPrefix,
    status: row.status ?? 'live',
    isDefault: row.isDefault === true,
    settings: row.settings ?? {},
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** What the world may know: of the settings only what is meant for front ends. */
export function toPublicSite(site: Site): PublicSite {
  const { locales, defaultLocale, timeZone, branding, seo, features, public: open } = site.settings;
  return {
    id: site.id,
    name: site.name,
    slug: site.slug,
    domain: site.domain,
    pathPrefix: site.pathPrefix,
    settings: {
      ...(locales && { locales }),
      ...(defaultLocale && { defaultLocale }),
      ...(timeZone && { timeZone }),
      ...(branding && { branding }),
      ...(seo && { seo }),
      ...(features && { features }),
      ...(open && { public: open }),
    },
  };
}
