/** One alert of a rule, from pending to resolved. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_alerts',
  info: { singularName: 'alert', pluralName: 'alerts', displayName: 'Alert' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  indexes: [
    { name: 'pm_alerts_rule_idx', columns: ['rule'] },
    { name: 'pm_alerts_is_open_idx', columns: ['is_open'] },
  ],
  attributes: {
    rule: { type: 'string', required: true },
    ruleName: { type: 'string' },
    site: { type: 'integer', default: 0 },
    labels: { type: 'json' },
    labelsKey: { type: 'string' },
    severity: { type: 'string' },
    state: { type: 'string', required: true },
    isOpen: { type: 'boolean', default: true },
    value: { type: 'float' },
    activeAt: { type: 'biginteger' },
    firedAt: { type: 'biginteger' },
    resolvedAt: { type: 'biginteger' },
    keepFiringSince: { type: 'biginteger' },
    notifiedAt: { type: 'biginteger' },
    isNetwork: { type: 'boolean', default: false },
    isSample: { type: 'boolean', default: false },
  },
} as const;
