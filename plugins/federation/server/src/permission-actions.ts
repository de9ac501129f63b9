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
  action(ACTION.read, 'See sources, runs and conflicts', 'overview'),
  action(ACTION.manageSources, 'Connect, change and remove sources', 'sources'),
  action(ACTION.startRuns, 'Start, cancel and undo runs', 'runs'),
  action(ACTION.resolveConflicts, 'Settle conflicts', 'conflicts'),
];
