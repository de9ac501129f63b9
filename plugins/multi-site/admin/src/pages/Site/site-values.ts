import type {
  CreateSiteBody,
  Site,
  SiteProblem,
  SiteSettings,
  SiteStatus,
} from '../../../../shared/contracts/sites';
import { toFrontEndSettings, toFrontEndValues, type FrontEndValues } from './front-end-values';

/** What the form holds. Strapi's inputs make null of an emptied text. */
export type SiteValues = {
  name: string | null;
  slug: string | null;
  domain: string | null;
  /** One host a line. */
  aliases: string | null;
  pathPrefix: string | null;
  status: Exclude<SiteStatus, 'archived'>;
  locales: string[];
  defaultLocale: string | null;
  timeZone: string | null;
  color: string;
  description: string | null;
  headerAccess: boolean;
  /** JSON text. */
  public: string | null;
  /** JSON text; empty for none. */
  publicSchema: string | null;
} & FrontEndValues;

export function toValues(site: Site | null, color: string): SiteValues {
  const settings = site?.settings ?? {};
  return {
    name: site?.name ?? '',
    slug: site?.slug ?? '',
    domain: site?.domain ?? '',
    aliases: (site?.aliases ?? []).join('\n'),
    pathPrefix: site?.pathPrefix ?? '',
    status: site && site.status !== 'archived' ? site.status : 'draft',
    locales: settings.locales ?? [],
    defaultLocale: settings.defaultLocale ?? null,
    timeZone: settings.timeZone ?? null,
    color: settings.color ?? color,
    description: settings.description ?? '',
    headerAccess: settings.headerAccess ?? false,
    public: JSON.stringify(settings.public ?? {}, null, 2),
    publicSchema: settings.publicSchema ? JSON.stringify(settings.publicSchema, null, 2) : '',
    ...toFrontEndValues(settings),
  };
}

/** The body to send. Throws a SyntaxError if the public settings are no JSON object. */
export function toBody(values: SiteValues) {
  return {
    name: text(values.name),
    slug: text(values.slug),
    domain: text(values.domain) || null,
    aliases: lines(values.aliases),
    pathPrefix: text(values.pathPrefix) || null,
    status: values.status,
    settings: toSettings(values),
  } satisfies CreateSiteBody;
}

function toSettings(values: SiteValues): SiteSettings {
  const publicSettings = parsePublic(values.public);
  const publicSchema = parsePublic(values.publicSchema);
  return {
    color: values.color,
    ...(values.locales.length > 0 ? { locales: values.locales } : {}),
    ...(values.defaultLocale ? { defaultLocale: values.defaultLocale } : {}),
    ...(values.timeZone ? { timeZone: values.timeZone } : {}),
    ...(text(values.description) ? { description: text(values.description) } : {}),
    ...(values.headerAccess ? { headerAccess: true } : {}),
    ...toFrontEndSettings(values),
    ...(Object.keys(publicSettings).length > 0 ? { public: publicSettings } : {}),
    ...(Object.keys(publicSchema).length > 0 ? { publicSchema } : {}),
  };
}

export function parsePublic(json: string | null): NonNullable<SiteSettings['public']> {
  const value: unknown = JSON.parse(text(json) || '{}');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError('not an object');
  }
  // Cast: whatever JSON.parse returns inside an object is JSON.
  return value as NonNullable<SiteSettings['public']>;
}

/** Gathers the server's problems under the form's fields: `aliases.1` belongs to `aliases`. */
export function toFieldErrors(problems: Pick<SiteProblem, 'path' | 'message'>[]) {
  const errors: Record<string, string> = {};
  for (const { path, message } of problems) {
    const [first = '', second = '', third = ''] = path.split('.');
    const field = first === 'settings' && second ? fieldOf(second, third) : first;
    errors[field] = errors[field] ? `${errors[field]} ${message}` : message;
  }
  return errors;
}

/** `settings.seo.titleTemplate` is the form's `titleTemplate`. */
const fieldOf = (group: string, name: string): string =>
  FIELD_OF[`${group}.${name}`] ?? FIELD_OF[group] ?? group;

const FIELD_OF: Record<string, string> = {
  'branding.logo': 'logo',
  'branding.favicon': 'favicon',
  'seo.titleTemplate': 'titleTemplate',
  'seo.description': 'seoDescription',
  'seo.image': 'seoImage',
  'robots.extra': 'robotsExtra',
  'maintenance.title': 'maintenanceTitle',
  'maintenance.text': 'maintenanceText',
  robots: 'robots',
};

const text = (value: string | null) => value?.trim() ?? '';

const lines = (value: string | null) =>
  text(value)
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean);
