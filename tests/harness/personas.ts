import type { App } from './app';
import type { Client } from './http';
import { adminToken, createAdminUser, createApiToken, type AdminUser } from './people';
import { createSite, multiSite, type TestSite } from './sites';

/** Somebody with an admin session; requests go to his site. */
export type AdminPersona = Client & { user: AdminUser };
/** A program with an API token. */
export type TokenPersona = Client & { tokenId: number };

/**
 * The people of a permission test. With multi-site they stand on two sites, `home` and `other`;
 * without it there is one unnamed site, `home` and `other` are undefined, and the site roles are
 * Strapi's own editor and author.
 */
export type Cast = {
  home: TestSite | undefined;
  other: TestSite | undefined;
  superAdmin: AdminPersona;
  siteOwner: AdminPersona;
  siteEditor: AdminPersona;
  siteViewer: AdminPersona;
  otherEditor: AdminPersona;
  anonymous: Client;
  readToken: TokenPersona;
  fullToken: TokenPersona;
  otherToken: TokenPersona;
  networkToken: TokenPersona;
};

/** Role on a site with multi-site, and the nearest of Strapi's own roles without it. */
const SITE_ROLES = {
  owner: { site: 'multi-site-owner', plain: 'strapi-editor' },
  editor: { site: 'multi-site-editor', plain: 'strapi-editor' },
  author: { site: 'multi-site-author', plain: 'strapi-author' },
  viewer: { site: 'multi-site-viewer', plain: 'strapi-author' },
} as const;
export type SiteRole = keyof typeof SITE_ROLES;

const clientOf = async (app: App, user: AdminUser, site: string | undefined) => {
  const token = await adminToken(app, user.email);
  return { ...app.with({ token, ...(site ? { site } : {}) }), user };
};

/** An admin user who is a member of one site and nothing else. */
export const createMember = async (
  app: App,
  { email, role, site }: { email: string; role: SiteRole; site: TestSite | undefined },
): Promise<AdminPersona> => {
  const plugin = multiSite(app.strapi);
  const roles = plugin ? [] : [SITE_ROLES[role].plain];
  const user = await createAdminUser(app.strapi, { email, roles });
  if (plugin && site) {
    await plugin.members.ensureRoles();
    await plugin.members.add({ site: site.number, userId: user.id, role: SITE_ROLES[role].site });
  }
  return clientOf(app, user, site?.slug);
};

export const createSuperAdmin = async (
  app: App,
  email = 'super@example.test',
): Promise<AdminPersona> => {
  const user = await createAdminUser(app.strapi, { email, roles: ['strapi-super-admin'] });
  return clientOf(app, user, multiSite(app.strapi) ? '*' : undefined);
};

/** An API token, bound to a site or to the network where multi-site is there. */
export const createTokenPersona = async (
  app: App,
  {
    name,
    type,
    site,
  }: { name: string; type: 'read-only' | 'full-access'; site?: TestSite | 'network' },
): Promise<TokenPersona> => {
  const token = await createApiToken(app.strapi, { name, type });
  const plugin = multiSite(app.strapi);
  if (plugin && site) {
    await plugin.tokens.bind({
      tokenId: token.id,
      site: site === 'network' ? 'network' : site.number,
    });
  }
  return { ...app.with({ token: token.accessKey }), tokenId: token.id };
};

/** Everybody at once. Passwords are hashed and people log in one after another: about a second. */
export const createCast = async (app: App): Promise<Cast> => {
  const hasSites = multiSite(app.strapi) !== undefined;
  const home = hasSites ? await createSite(app.strapi, { name: 'Home', slug: 'home' }) : undefined;
  const other = hasSites
    ? await createSite(app.strapi, { name: 'Other', slug: 'other' })
    : undefined;
  const member = (role: SiteRole, site: TestSite | undefined, name: string) =>
    createMember(app, { email: `${name}@example.test`, role, site });

  return {
    home,
    other,
    superAdmin: await createSuperAdmin(app),
    siteOwner: await member('owner', home, 'owner'),
    siteEditor: await member('editor', home, 'editor'),
    siteViewer: await member('viewer', home, 'viewer'),
    otherEditor: await member('editor', other, 'other-editor'),
    anonymous: home ? app.with({ host: home.domain }) : app,
    readToken: await createTokenPersona(app, { name: 'Reads home', type: 'read-only', site: home }),
    fullToken: await createTokenPersona(app, {
      name: 'Edits home',
      type: 'full-access',
      site: home,
    }),
    otherToken: await createTokenPersona(app, {
      name: 'Edits other',
      type: 'full-access',
      site: other,
    }),
    networkToken: await createTokenPersona(app, {
      name: 'Edits all sites',
      type: 'full-access',
      site: 'network',
    }),
  };
};
