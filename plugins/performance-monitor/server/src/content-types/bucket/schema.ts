/** Figures of one stretch of time, written once by one instance and never changed. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_buckets',
  info: { singularName: 'bucket', pluralName: 'buckets', displayName: 'Figures' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  indexes: [{ name: 'pm_buckets_resolution_idx', columns: ['resolution', 'minute'] }],
  attributes: {
    minute: { type: 'integer', required: true },
    resolution: { type: 'integer', required: true },
    instance: { type: 'string' },
    throughId: { type: 'integer' },
    series: { type: 'integer' },
    data: { type: 'text', required: true },
    isSample: { type: 'boolean', default: false },
  },
} as const;
