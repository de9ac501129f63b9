/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'ai-optimizer';

export const UID = {
  score: 'plugin::ai-optimizer.score',
  keyphrase: 'plugin::ai-optimizer.keyphrase',
  suggestion: 'plugin::ai-optimizer.suggestion',
  setting: 'plugin::ai-optimizer.setting',
  budget: 'plugin::ai-optimizer.budget',
  experiment: 'plugin::ai-optimizer.experiment',
  variant: 'plugin::ai-optimizer.variant',
  event: 'plugin::ai-optimizer.event',
  tally: 'plugin::ai-optimizer.tally',
  performance: 'plugin::ai-optimizer.performance',
  run: 'plugin::ai-optimizer.run',
  lease: 'plugin::ai-optimizer.lease',
  browserKey: 'plugin::ai-optimizer.browser-key',
} as const;

/**
 * Permission actions. Last segments are unique, because `useRBAC` names its
 * flags after the last segment only (`…read-sites` becomes `canReadSites`).
 */
export const ACTION = {
  read: 'plugin::ai-optimizer.overview.read-quality',
  rescore: 'plugin::ai-optimizer.overview.rescore-quality',
  suggest: 'plugin::ai-optimizer.suggestions.use-suggestions',
  readExperiments: 'plugin::ai-optimizer.experiments.read-experiments',
  manageExperiments: 'plugin::ai-optimizer.experiments.manage-experiments',
  readSettings: 'plugin::ai-optimizer.settings.read-quality-settings',
  manageSettings: 'plugin::ai-optimizer.settings.manage-quality-settings',
} as const;

/** What a visitor was assigned by: the front end's own id of a browser. */
export const VISITOR_HEADER = 'X-Visitor-Id';
