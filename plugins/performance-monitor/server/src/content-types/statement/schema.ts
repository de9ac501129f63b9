/** What a fingerprint stands for: the statement without its values. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_statements',
  info: { singularName: 'statement', pluralName: 'statements', displayName: 'Statement' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    key: { type: 'string', required: true, column: { unique: true } },
    sql: { type: 'text', required: true },
    verb: { type: 'string' },
    tables: { type: 'json' },
    isSample: { type: 'boolean', default: false },
  },
} as const;
