/** Who changed what about sites; `undo` holds what it takes to put it back. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_audit',
  info: { singularName: 'audit-entry', pluralName: 'audit-entries', displayName: 'Site audit' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    site: { type: 'integer' },
    otherSite: { type: 'integer', column: { name: 'other_site' } },
    action: { type: 'string', required: true },
    actorId: { type: 'integer', column: { name: 'actor_id' } },
    actorName: { type: 'string', column: { name: 'actor_name' } },
    subject: { type: 'text' },
    count: { type: 'integer', default: 1 },
    undo: { type: 'json' },
    undoneAt: { type: 'datetime', column: { name: 'undone_at' } },
    isSample: { type: 'boolean', default: false, column: { name: 'is_sample' } },
  },
  indexes: [{ name: 'multi_site_audit_site_idx', columns: ['site', 'action'] }],
} as const;
