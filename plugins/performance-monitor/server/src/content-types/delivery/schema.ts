/** One message to one channel about one change of an alert, and how sending went. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_deliveries',
  info: { singularName: 'delivery', pluralName: 'deliveries', displayName: 'Delivery' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  indexes: [
    { name: 'pm_deliveries_state_idx', columns: ['state'] },
    { name: 'pm_deliveries_alert_idx', columns: ['alert'] },
  ],
  attributes: {
    key: { type: 'string', required: true, column: { unique: true } },
    alert: { type: 'string' },
    channel: { type: 'string' },
    channelName: { type: 'string' },
    site: { type: 'integer', default: 0 },
    transition: { type: 'string' },
    state: { type: 'string', required: true },
    attempts: { type: 'integer', default: 0 },
    nextAttemptAt: { type: 'biginteger' },
    sentAt: { type: 'biginteger' },
    status: { type: 'integer' },
    error: { type: 'text' },
    payload: { type: 'json' },
    isSample: { type: 'boolean', default: false },
  },
} as const;
