import type { Core } from '@strapi/strapi';
import type { MultiSite } from './multi-site';
import { findId } from './rows';

const READABLE = ['article', 'page', 'author', 'category', 'tag'];

const PUBLIC_ACTIONS = [
  ...READABLE.flatMap((name) => [`api::${name}.${name}.find`, `api::${name}.${name}.findOne`]),
  'api::navigation.navigation.find',
  'api::showcase.showcase.oneByOne',
  'api::showcase.showcase.everything',
];

const SITE_ACTIONS = ['find', 'findOne', 'current'].map(
  (action) => `plugin::multi-site.public-sites.${action}`,
);

/** Anonymous visitors may read what is published. */
export const ensurePublicAccess = async (strapi: Core.Strapi, hasSites: boolean) => {
  const role = await findId(strapi, 'plugin::users-permissions.role', { type: 'public' });
  const uid = 'plugin::users-permissions.permission';
  for (const action of [...PUBLIC_ACTIONS, ...(hasSites ? SITE_ACTIONS : [])]) {
    const found = await findId(strapi, uid, { action, role });
    if (found === undefined) await strapi.db.query(uid).create({ data: { action, role } });
  }
};

interface Locales {
  findByCode(code: string): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

export const ensureGerman = async (strapi: Core.Strapi) => {
  const locales = strapi.plugin('i18n').service('locales') as unknown as Locales;
  if (!(await locales.findByCode('de'))) await locales.create({ code: 'de', name: 'German (de)' });
};

interface ApiTokens {
  create(token: object): Promise<{ id: number }>;
}

const TOKENS = [
  { suffix: 'read', type: 'read-only', description: 'Reads this site, nothing else.' },
  { suffix: 'full', type: 'full-access', description: 'Reads and writes this site, nothing else.' },
] as const;

/** A read-only and a full token for a site; their values can be seen in Settings, API Tokens. */
export const ensureTokens = async (
  strapi: Core.Strapi,
  site: { slug: string; number: number },
  tokens?: MultiSite['tokens'],
) => {
  const apiTokens = strapi.service('admin::api-token') as unknown as ApiTokens;
  for (const { suffix, type, description } of TOKENS) {
    const name = `${site.slug}-${suffix}`;
    const token = { name, type, description, lifespan: null };
    const found = await findId(strapi, 'admin::api-token', { name });
    const tokenId = found ?? (await apiTokens.create(token)).id;
    await tokens?.bind({ tokenId, site: site.number });
  }
};
