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
  action(ACTION.read, 'See quality', 'overview'),
  action(ACTION.rescore, 'Measure everything again', 'overview'),
  action(ACTION.suggest, 'Use suggestions and keyphrases', 'suggestions'),
  action(ACTION.readExperiments, 'See experiments', 'experiments'),
  action(ACTION.manageExperiments, 'Plan, start, stop and promote', 'experiments'),
  action(ACTION.readSettings, 'See settings', 'settings'),
  action(ACTION.manageSettings, 'Change settings', 'settings'),
];
