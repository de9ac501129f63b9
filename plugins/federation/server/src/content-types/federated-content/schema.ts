import { HIDDEN } from '../hidden';

/**
 * One record of a source and the entry it became here. `key` is source, remote type, id and
 * locale: the same record never makes two entries. `base` is what both sides agreed on last.
 */
export default {
  kind: 'collectionType',
  collectionName: 'federated_content',
  info: {
    singularName: 'federated-content',
    pluralName: 'federated-contents',
    displayName: 'Federated content',
  },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    site: { type: 'integer', required: true, default: 0 },
    sourceId: { type: 'string', required: true, column: { name: 'source_id' } },
    remoteType: { type: 'string', required: true },
    remoteId: { type: 'text', required: true },
    remoteLocale: { type: 'string', default: '' },
    localUid: { type: 'string', required: true },
    localId: { type: 'string', default: '', column: { name: 'local_id' } },
    localLocale: { type: 'string', default: '' },
    /** Address and title at the source, links that wait for their target. */
    metadata: { type: 'json' },
    base: { type: 'json' },
    baseHash: { type: 'string', default: '' },
    remoteHash: { type: 'string', default: '' },
    mode: { type: 'enumeration', enum: ['synced', 'detached'], default: 'synced' },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [
    { name: 'federated_content_source_idx', columns: ['source_id', 'remote_type'] },
    { name: 'federated_content_local_idx', columns: ['local_uid', 'local_id'] },
  ],
} as const;
