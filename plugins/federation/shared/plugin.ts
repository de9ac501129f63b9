/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'federation';

export const UID = {
  source: 'plugin::federation.source',
  content: 'plugin::federation.federated-content',
  status: 'plugin::federation.sync-status',
  checkpoint: 'plugin::federation.checkpoint',
  conflict: 'plugin::federation.conflict',
  media: 'plugin::federation.media',
  audit: 'plugin::federation.audit',
  run: 'plugin::federation.run',
  lease: 'plugin::federation.lease',
} as const;

/**
 * Permission actions. Last segments are unique, because `useRBAC` names its
 * flags after the last segment only (`…read-federation` becomes `canReadFederation`).
 */
export const ACTION = {
  read: 'plugin::federation.overview.read-federation',
  manageSources: 'plugin::federation.sources.manage-sources',
  startRuns: 'plugin::federation.runs.start-runs',
  resolveConflicts: 'plugin::federation.conflicts.resolve-conflicts',
} as const;

/** What an editor needs for everyday work; the first-open checklist grants it on a click. */
export const EVERYDAY_ACTIONS = [ACTION.read, ACTION.resolveConflicts] as const;
