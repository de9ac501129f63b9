/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'multi-site';

export const UID = {
  site: 'plugin::multi-site.site',
  siteUser: 'plugin::multi-site.site-user',
  siteContent: 'plugin::multi-site.site-content',
  share: 'plugin::multi-site.share',
  override: 'plugin::multi-site.override',
  siteToken: 'plugin::multi-site.site-token',
  siteWebhook: 'plugin::multi-site.site-webhook',
  revalidation: 'plugin::multi-site.revalidation',
  revalidationDelivery: 'plugin::multi-site.revalidation-delivery',
  workflow: 'plugin::multi-site.workflow',
  task: 'plugin::multi-site.task',
  run: 'plugin::multi-site.run',
  lease: 'plugin::multi-site.lease',
  auditEntry: 'plugin::multi-site.audit-entry',
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
  deleteSites: 'plugin::multi-site.sites.delete-sites',
  readMembers: 'plugin::multi-site.members.read-members',
  manageMembers: 'plugin::multi-site.members.manage-members',
  manageWorkflow: 'plugin::multi-site.workflow.manage-workflow',
  useBoard: 'plugin::multi-site.workflow.use-board',
  moveEntries: 'plugin::multi-site.content.move-entries',
  shareEntries: 'plugin::multi-site.content.share-entries',
  overrideEntries: 'plugin::multi-site.content.override-entries',
  readAudit: 'plugin::multi-site.content.read-audit',
  accessNetwork: 'plugin::multi-site.network.access-network',
  manageIsolation: 'plugin::multi-site.network.manage-isolation',
} as const;

/** One browser tab, one site: the admin sends the chosen site with every request. */
export const SITE_HEADER = 'X-Site';

/** Value of the header, and of a token's binding, that means "all sites at once". */
export const NETWORK = '*';

/** In a share, instead of a site's number: every site, also those that are made later. */
export const ALL_SITES = 0;

/** Number of the site that adoption makes for everything that already exists. */
export const MAIN_SITE = 1;

/** `pluginOptions['multi-site'].scope` of a content type. */
export const SCOPES = ['site', 'shared', 'global'] as const;
export type Scope = (typeof SCOPES)[number];

export const MODES = ['report', 'enforce'] as const;
export type Mode = (typeof MODES)[number];
