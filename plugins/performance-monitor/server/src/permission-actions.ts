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
  action(ACTION.read, 'See Health', 'health'),
  action(ACTION.manage, 'Manage alerts, channels and settings of Health', 'health'),
  action(ACTION.explain, 'Ask the database how it runs a statement', 'health'),
];
