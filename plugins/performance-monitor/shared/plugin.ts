/** The only place where ids, uids, actions and header names of this plugin are spelled out. */

export const PLUGIN_ID = 'performance-monitor';

export const UID = {
  bucket: 'plugin::performance-monitor.bucket',
  statement: 'plugin::performance-monitor.statement',
  trace: 'plugin::performance-monitor.trace',
  marker: 'plugin::performance-monitor.marker',
  rule: 'plugin::performance-monitor.rule',
  alert: 'plugin::performance-monitor.alert',
  silence: 'plugin::performance-monitor.silence',
  channel: 'plugin::performance-monitor.channel',
  delivery: 'plugin::performance-monitor.delivery',
  lease: 'plugin::performance-monitor.lease',
  browserKey: 'plugin::performance-monitor.browser-key',
} as const;

/**
 * Permission actions. Last segments are unique, because `useRBAC` names its
 * flags after the last segment only (`…read-health` becomes `canReadHealth`).
 */
export const ACTION = {
  read: 'plugin::performance-monitor.health.read-health',
  manage: 'plugin::performance-monitor.health.manage-health',
  explain: 'plugin::performance-monitor.health.explain-health',
} as const;

export const SEVERITIES = ['warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
