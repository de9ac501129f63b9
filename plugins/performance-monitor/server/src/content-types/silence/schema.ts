/** A time in which alerts are recorded but nobody is told. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_silences',
  info: { singularName: 'silence', pluralName: 'silences', displayName: 'Silence' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    site: { type: 'integer', default: 0 },
    rule: { type: 'string' },
    labels: { type: 'json' },
    startsAt: { type: 'biginteger', required: true },
    endsAt: { type: 'biginteger', required: true },
    comment: { type: 'string' },
    author: { type: 'string' },
    isNetwork: { type: 'boolean', default: false },
    isSample: { type: 'boolean', default: false },
  },
} as const;
