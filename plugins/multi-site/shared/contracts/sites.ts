import { z } from '@strapi/utils';
import { checkPattern } from 'suite-kit/shared';

/**
 * Sites: GET|POST /multi-site/sites, GET|PUT /multi-site/sites/:id,
 * POST /multi-site/sites/:id/archive|restore, POST /multi-site/sites/validate,
 * and the same resource at GET|POST /api/sites, GET|PUT /api/sites/:id.
 * An id in a path is the site's documentId.
 */

export const siteStatus = z.enum(['draft', 'live', 'maintenance', 'archived']);
export type SiteStatus = z.infer<typeof siteStatus>;

const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A locale looks like "en" or "de-AT".');

const webAddress = z
  .string()
  .trim()
  .max(500)
  .regex(/^(https?:\/\/|\/)[^\s]*$/, 'An address begins with https:// or /.');

/** What a site tells its front end, and the world that looks at it. */
const frontEndSettings = {
  branding: z
    .object({ logo: webAddress.optional(), favicon: webAddress.optional() })
    .strict()
    .optional(),
  /** Defaults for pages that bring none of their own. `%s` in the template is the page's title. */
  seo: z
    .object({
      titleTemplate: z
        .string()
        .max(120)
        .refine((text) => text.includes('%s'), 'Write %s where the page’s title goes.')
        .optional(),
      description: z.string().max(320).optional(),
      image: webAddress.optional(),
    })
    .strict()
    .optional(),
  robots: z
    .object({
      mode: z.enum(['allow', 'disallow']),
      /** Further lines of robots.txt. */
      extra: z.string().max(4000).optional(),
    })
    .strict()
    .optional(),
  /** Address pattern by content type, such as /blog/{slug}: what sitemap.xml lists. */
  urls: z
    .record(
      z.string().max(255),
      z
        .string()
        .max(250)
        .superRefine((pattern, context) => {
          const message = checkPattern(pattern);
          if (message) context.addIssue({ code: 'custom', message });
        }),
    )
    .optional(),
  /** Origins whose pages may read the content API of this site; none: as the server allows. */
  cors: z
    .object({
      origins: z
        .array(
          z.string().regex(/^https?:\/\/[^/\s]+$/, 'An origin looks like https://www.example.com.'),
        )
        .max(50),
    })
    .strict()
    .optional(),
  /** Feature → on or off. */
  features: z
    .record(
      z
        .string()
        .regex(/^[a-zA-Z][\w.-]{0,59}$/, 'A feature’s name is made of letters, digits, -, _ and .'),
      z.boolean(),
    )
    .optional(),
  maintenance: z
    .object({ title: z.string().max(120).optional(), text: z.string().max(1000).optional() })
    .strict()
    .optional(),
  /** Sends visitors of an alias to the domain. */
  redirectAliases: z.boolean().optional(),
  /** A JSON Schema that `public` has to fit. */
  publicSchema: z.record(z.string(), z.json()).optional(),
};

export const siteSettings = z
  .object({
    /** Locales the site's editors are offered; empty means all of Strapi's. */
    locales: z.array(locale).max(50).optional(),
    defaultLocale: locale.optional(),
    /** IANA name, for example Europe/Berlin. */
    timeZone: z.string().max(64).refine(isTimeZone, 'This is not a known time zone.').optional(),
    /** Colour of the site in the switcher, #rrggbb. */
    color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'A colour looks like #4945ff.')
      .optional(),
    description: z.string().max(500).optional(),
    /** Anonymous visitors may choose this site with the X-Site header, not only by its host. */
    headerAccess: z.boolean().optional(),
    ...frontEndSettings,
    /** Free values for the front end. Of all settings only these, branding, SEO, features, the locales and the time zone leave through the content API. */
    public: z.record(z.string(), z.json()).optional(),
  })
  .strict();
export type SiteSettings = z.infer<typeof siteSettings>;

const siteFields = {
  name: z.string().trim().min(1, 'A site needs a name.').max(80),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens only.')
    .max(60),
  domain: z.string().trim().max(253).nullable(),
  aliases: z.array(z.string().trim().min(1).max(253)).max(50),
  pathPrefix: z
    .string()
    .regex(/^\/[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'A path prefix looks like /shop.')
    .max(120)
    .nullable(),
  settings: siteSettings,
};

export const createSiteBody = z
  .object({
    name: siteFields.name,
    /** Left out: made from the name. */
    slug: siteFields.slug.optional(),
    domain: siteFields.domain.optional(),
    aliases: siteFields.aliases.optional(),
    pathPrefix: siteFields.pathPrefix.optional(),
    settings: siteFields.settings.optional(),
    status: z.enum(['draft', 'live', 'maintenance']).optional(),
  })
  .strict();
export type CreateSiteBody = z.infer<typeof createSiteBody>;

export const updateSiteBody = z
  .object({
    ...siteFields,
    status: z.enum(['draft', 'live', 'maintenance']),
    /** True makes it the site of hosts that belong to no site; the former default gives way. */
    isDefault: z.literal(true),
  })
  .partial()
  .strict();
export type UpdateSiteBody = z.infer<typeof updateSiteBody>;

export const validateSiteBody = z
  .object({
    /** The site that is being edited, so that it does not collide with itself. */
    id: z.string().max(64).optional(),
    name: z.string().max(500).optional(),
    slug: z.string().max(500).optional(),
    domain: z.string().max(500).nullable().optional(),
    aliases: z.array(z.string().max(500)).max(100).optional(),
    pathPrefix: z.string().max(500).nullable().optional(),
    settings: z.unknown().optional(),
  })
  .strict();
export type ValidateSiteBody = z.infer<typeof validateSiteBody>;

/** One thing wrong with a site: `path` is the field, `message` a sentence for people. */
export type SiteProblem = { path: string; code: string; message: string };

export const listSitesQuery = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
    /** Part of a name, slug or domain. */
    q: z.string().trim().max(120).optional(),
    status: siteStatus.optional(),
    sort: z
      .enum([
        'name:asc',
        'name:desc',
        'updatedAt:asc',
        'updatedAt:desc',
        'number:asc',
        'number:desc',
      ])
      .default('name:asc'),
  })
  .strict();
export type ListSitesQuery = z.infer<typeof listSitesQuery>;

export const siteIdParams = z.object({ id: z.string().min(1).max(64) });

/** A site as its members see it. */
export type Site = {
  /** documentId */
  id: string;
  /** What every `site_id` column holds. Stable over export and import. */
  number: number;
  name: string;
  slug: string;
  domain: string | null;
  aliases: string[];
  pathPrefix: string | null;
  status: SiteStatus;
  isDefault: boolean;
  settings: SiteSettings;
  createdAt: string;
  updatedAt: string;
};

/** A site as the world sees it: no aliases, no status, only the public part of the settings. */
export const publicSite = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  domain: z.string().nullable(),
  pathPrefix: z.string().nullable(),
  settings: z.object({
    locales: z.array(z.string()).optional(),
    defaultLocale: z.string().optional(),
    timeZone: z.string().optional(),
    branding: frontEndSettings.branding,
    seo: frontEndSettings.seo,
    features: frontEndSettings.features,
    public: z.record(z.string(), z.json()).optional(),
  }),
});
export type PublicSite = z.infer<typeof publicSite>;

export type Pagination = { page: number; pageSize: number; pageCount: number; total: number };
export type ListSitesResponse = { data: Site[]; meta: { pagination: Pagination } };
export type SiteResponse = { data: Site; meta: Record<string, never> };
export type ValidateSiteResponse = {
  data: { problems: SiteProblem[] };
  meta: Record<string, never>;
};

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
