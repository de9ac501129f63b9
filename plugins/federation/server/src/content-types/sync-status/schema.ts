import { HIDDEN } from '../hidden';

/** How a record of a source stands: one row for each row of `federated_content`. */
export default {
  kind: 'collectionType',
  collectionName: 'sync_status',
  info: { singularName: 'sync-status', pluralName: 'sync-statuses', displayName: 'Sync status' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    contentId: {
      type: 'string',
      required: true,
      maxLength: 64,
      column: { name: 'content_id', unique: true },
    },
    site: { type: 'integer', required: true, default: 0 },
    sourceId: { type: 'string', required: true },
    lastSync: { type: 'datetime', column: { name: 'last_sync' } },
    status: {
      type: 'enumeration',
      enum: ['synced', 'pending', 'conflict', 'error', 'detached', 'deleted', 'quarantined'],
      required: true,
    },
    lastError: { type: 'text' },
    attempts: { type: 'integer', default: 0 },
    nextAttempt: { type: 'datetime' },
    runId: { type: 'string' },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [{ name: 'sync_status_source_idx', columns: ['source_id', 'status'] }],
} as const;
