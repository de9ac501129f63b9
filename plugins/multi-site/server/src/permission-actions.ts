import { ACTION, PLUGIN_ID } from '../../shared/plugin';

const action = (id: string, displayName: string, subCategory: string) => ({
  section: 'plugins' as const,
  pluginName: PLUGIN_ID,
  uid: id.replace(`plugin::${PLUGIN_ID}.`, ''),
  displayName,
  subCategory,
});

/** What a role of Strapi can be given. Only the super admin holds them by default. */
export const permissionActions = [
  action(ACTION.readSites, 'See sites', 'sites'),
  action(ACTION.createSites, 'Create sites', 'sites'),
  action(ACTION.updateSites, 'Change sites', 'sites'),
  action(ACTION.archiveSites, 'Archive and restore sites', 'sites'),
  action(ACTION.deleteSites, 'Delete and export sites', 'sites'),
  action(ACTION.readMembers, 'See members', 'members'),
  action(ACTION.manageMembers, 'Manage members', 'members'),
  action(ACTION.manageWorkflow, 'Change the workflow of a site', 'workflow'),
  action(ACTION.useBoard, 'Use the board and see own tasks', 'workflow'),
  action(ACTION.moveEntries, 'Move entries to another site', 'content'),
  action(ACTION.shareEntries, 'Share entries with other sites, and copy them there', 'content'),
  action(ACTION.overrideEntries, 'Word shared entries in the own way', 'content'),
  action(ACTION.readAudit, 'See what was done to sites', 'content'),
  action(ACTION.accessNetwork, 'See all sites at once', 'network'),
  action(ACTION.manageIsolation, 'Manage isolation and API tokens of sites', 'network'),
];
