import { HIDDEN } from '../hidden';

/** A field (or a whole entry) that was changed on both sides and waits for a person. */
export default {
  kind: 'collectionType',
  collectionName: 'federation_conflicts',
  info: { singularName: 'conflict', pluralName: 'conflicts', displayName: 'Conflict' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    // Content and path while it is open: a field waits once, however often it is seen.
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    site: { type: 'integer', required: true, default: 0 },
    sourceId: { type: 'string', required: true },
    contentId: { type: 'string', required: true },
    runId: { type: 'string' },
    uid: { type: 'string', required: true },
    localId: { type: 'string', required: true },
    locale: { type: 'string', default: '' },
    title: { type: 'text' },
    kind: { type: 'enumeration', enum: ['field', 'deleted-there', 'deleted-here'], required: true },
    path: { type: 'string', default: '' },
    base: { type: 'json' },
    local: { type: 'json' },
    remote: { type: 'json' },
    state: { type: 'enumeration', enum: ['open', 'resolved', 'superseded'], required: true },
    choice: { type: 'string' },
    /** The value that was chosen and what was here before, for undo. */
    outcome: { type: 'json' },
    resolvedBy: { type: 'string' },
    resolvedAt: { type: 'datetime' },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [
    { name: 'federation_conflicts_state_idx', columns: ['state', 'source_id'] },
    { name: 'federation_conflicts_local_idx', columns: ['uid', 'local_id'] },
  ],
} as const;
