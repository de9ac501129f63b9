import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** What tests need to know of a site. */
export type TestSite = {
  documentId: string;
  number: number;
  name: string;
  slug: string;
  domain: string;
};

type SiteRow = { id: string; number: number; name: string; slug: string };

/** The part of multi-site's services the harness uses; the plugin may be absent. */
type MultiSite = {
  context: {
    run: <T>(site: number, work: () => T) => T;
    runNetwork: <T>(work: () => T) => T;
  };
  sites: {
    create: (data: {
      name: string;
      slug: string;
      domain: string;
      status: 'live';
    }) => Promise<SiteRow>;
  };
  members: {
    ensureRoles: () => Promise<unknown>;
    add: (member: { site: number; userId: number; role: string }) => Promise<unknown>;
  };
  tokens: { bind: (binding: { tokenId: number; site: number | 'network' }) => Promise<unknown> };
};

/** Strapi's plugin services are untyped; the type above is the agreed interface. */
const service = <K extends keyof MultiSite>(strapi: Core.Strapi, name: K): MultiSite[K] =>
  strapi.plugin('multi-site').service(name) as unknown as MultiSite[K];

export const hasMultiSite = (strapi: Core.Strapi): boolean => 'multi-site' in strapi.plugins;

export const multiSite = (strapi: Core.Strapi): MultiSite | undefined =>
  hasMultiSite(strapi)
    ? {
        context: service(strapi, 'context'),
        sites: service(strapi, 'sites'),
        members: service(strapi, 'members'),
        tokens: service(strapi, 'tokens'),
      }
    : undefined;

/** Runs the work in that site; without multi-site there is one unnamed site, so it just runs. */
export const inSite = <T>(strapi: Core.Strapi, site: TestSite | undefined, work: () => T): T => {
  const plugin = site && multiSite(strapi);
  return plugin ? plugin.context.run(site.number, work) : work();
};

/** A live site with a domain of its own. Needs multi-site. */
export const createSite = async (
  strapi: Core.Strapi,
  given: { name?: string; slug?: string; domain?: string } = {},
): Promise<TestSite> => {
  const plugin = multiSite(strapi);
  if (!plugin) throw new Error('createSite needs the multi-site plugin, which is not loaded.');
  const slug = given.slug ?? `site-${randomBytes(4).toString('hex')}`;
  const domain = given.domain ?? `${slug}.test`;
  const row = await plugin.sites.create({ name: given.name ?? slug, slug, domain, status: 'live' });
  return {
    documentId: row.id,
    number: row.number,
    name: row.name,
    slug: row.slug,
    domain,
  };
};
