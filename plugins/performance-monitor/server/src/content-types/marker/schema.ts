/** Something that happened: a deploy, a publish, a note. */
export default {
  kind: 'collectionType',
  collectionName: 'performance_monitor_markers',
  info: { singularName: 'marker', pluralName: 'markers', displayName: 'Marker' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  indexes: [{ name: 'pm_markers_at_idx', columns: ['at'] }],
  attributes: {
    at: { type: 'biginteger', required: true },
    kind: { type: 'string', required: true },
    label: { type: 'string', required: true },
    site: { type: 'integer', default: 0 },
    contentType: { type: 'string' },
    entryDocumentId: { type: 'string' },
    entryLocale: { type: 'string' },
    isNetwork: { type: 'boolean', default: false },
    isSample: { type: 'boolean', default: false },
  },
} as const;
