/** When somebody is to be told, and whom. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_rules',
  info: { singularName: 'rule', pluralName: 'rules', displayName: 'Alert rule' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    name: { type: 'string', required: true },
    site: { type: 'integer', default: 0 },
    isEnabled: { type: 'boolean', default: true },
    severity: { type: 'string', required: true },
    condition: { type: 'json', required: true },
    filters: { type: 'json' },
    groupBy: { type: 'string' },
    forSeconds: { type: 'integer', default: 0 },
    keepFiringForSeconds: { type: 'integer', default: 0 },
    noData: { type: 'string' },
    repeatMinutes: { type: 'integer', default: 240 },
    channels: { type: 'json' },
    note: { type: 'text' },
    isNetwork: { type: 'boolean', default: false },
    isSample: { type: 'boolean', default: false },
  },
} as const;
