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
  action(ACTION.read, 'See Audiences', 'overview'),
  action(ACTION.manageRules, 'Manage rules, audiences and variants', 'rules'),
  action(ACTION.readVisitors, 'See visitors', 'visitors'),
  action(ACTION.manageVisitors, 'Export and erase visitors', 'visitors'),
  action(ACTION.manage, 'Manage settings, browser keys and import', 'settings'),
];
