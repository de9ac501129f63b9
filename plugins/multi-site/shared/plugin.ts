/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'multi-site';

export const UID = {
  site: 'plugin::multi-site.site',
  siteUser: 'plugin::multi-site.site-user',
  siteContent: 'plugin::multi-site.site-content',
  siteToken: 'plugin::multi-site.site-token',
} as const;

/**
 * Permission actions. Last segments are unique, because `useRBAC` names its
 * flags after the last segment only (`…read-sites` becomes `canReadSites`).
 */
export const ACTION = {
  readSites: 'plugin::multi-site.sites.read-sites',
  createSites: 'plugin::multi-site.sites.create-sites',
  updateSites: 'plugin::multi-site.sites.update-sites',
  archiveSites: 'plugin::multi-site.sites.archive-sites',
  readMembers: 'plugin::multi-site.members.read-members',
  manageMembers: 'plugin::multi-site.members.manage-members',
  accessNetwork: 'plugin::multi-site.network.access-network',
  manageIsolation: 'plugin::multi-site.network.manage-isolation',
} as const;

/** One browser tab, one site: the admin sends the chosen site with every request. */
export const SITE_HEADER = 'X-Site';

/** Value of the header, and of a token's binding, that means "all sites at once". */
export const NETWORK = '*';

/** Number of the site that adoption makes for everything that already exists. */
export const MAIN_SITE = 1;

/** `pluginOptions['multi-site'].scope` of a content type. */
export const SCOPES = ['site', 'shared', 'global'] as const;
export type Scope = (typeof SCOPES)[number];

export const MODES = ['report', 'enforce'] as const;
export type Mode = (typeof MODES)[number];
