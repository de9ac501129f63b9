import { HIDDEN } from '../hidden';

/**
 * What was done to an entry, with the entry before and after and every value that did not make
 * it. Rows are added and never changed.
 */
export default {
  kind: 'collectionType',
  collectionName: 'federation_audit',
  info: { singularName: 'audit', pluralName: 'audits', displayName: 'Federation audit' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    site: { type: 'integer', required: true, default: 0 },
    at: { type: 'datetime', required: true },
    action: { type: 'string', required: true },
    actor: { type: 'string' },
    runId: { type: 'string' },
    sourceId: { type: 'string', required: true },
    contentId: { type: 'string' },
    uid: { type: 'string' },
    localId: { type: 'string' },
    locale: { type: 'string', default: '' },
    title: { type: 'text' },
    before: { type: 'json' },
    after: { type: 'json' },
    lost: { type: 'json' },
    /** The link as it was before, for undo. */
    link: { type: 'json' },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [
    { name: 'federation_audit_run_idx', columns: ['run_id'] },
    { name: 'federation_audit_source_idx', columns: ['source_id', 'at'] },
  ],
} as const;
