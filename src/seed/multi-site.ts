import type { Core } from '@strapi/strapi';
import type { SiteSeed } from './content/types';

interface Site {
  id: string;
  number: number;
  slug: string;
  isDefault: boolean;
  settings: Record<string, unknown> & { public?: Record<string, unknown> };
}

interface Context {
  run<T>(site: number, work: () => T): T;
  runUnscoped<T>(work: () => T): T;
}

interface Sites {
  findMany(): Promise<Site[]>;
  create(data: object): Promise<Site>;
  update(id: string, data: object): Promise<Site>;
}

interface Members {
  ensureRoles(): Promise<unknown>;
  add(member: { site: number; userId: number; role: string }): Promise<unknown>;
}

interface Tokens {
  bind(binding: { tokenId: number; site: number | 'network' }): Promise<unknown>;
}

/** The neighbour, when it is there. Without it everything belongs to one unnamed site. */
export const multiSite = (strapi: Core.Strapi) => {
  // Strapi's type says that it is always there.
  const plugin = strapi.plugin('multi-site') as Core.Plugin | undefined;
  if (!plugin) return undefined;
  return {
    context: plugin.service('context') as unknown as Context,
    sites: plugin.service('sites') as unknown as Sites,
    members: plugin.service('members') as unknown as Members,
    tokens: plugin.service('tokens') as unknown as Tokens,
  };
};

export type MultiSite = NonNullable<ReturnType<typeof multiSite>>;

const settingsOf = (seed: SiteSeed) => ({
  name: seed.name,
  slug: seed.slug,
  domain: seed.domain,
  settings: {
    locales: ['en', 'de'],
    defaultLocale: 'en',
    timeZone: seed.timeZone,
    color: seed.color,
    description: seed.description,
    urls: { 'api::article.article': '/site/{locale}/{slug}' },
    public: { tagline: seed.description, color: seed.color },
  },
});

/** The first site takes over Main, which every installation has; the others are made. */
export const ensureSite = async (
  { sites }: MultiSite,
  seed: SiteSeed,
  isFirst: boolean,
): Promise<number> => {
  const all = await sites.findMany();
  const existing = all.find(({ slug }) => slug === seed.slug);
  if (existing) return existing.number;
  const main = isFirst ? all.find(({ isDefault }) => isDefault) : undefined;
  const site = main
    ? await sites.update(main.id, settingsOf(seed))
    : await sites.create({ ...settingsOf(seed), status: 'live' });
  return site.number;
};
