import { HIDDEN } from '../hidden';

/** A picture by the hash of its bytes, so that none is uploaded twice. */
export default {
  kind: 'collectionType',
  collectionName: 'federation_media',
  info: { singularName: 'media', pluralName: 'medias', displayName: 'Federated media' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    site: { type: 'integer', required: true, default: 0 },
    sourceId: { type: 'string', required: true },
    url: { type: 'text', required: true },
    version: { type: 'text' },
    hash: { type: 'string', required: true, maxLength: 64 },
    fileId: { type: 'integer', column: { name: 'file_id' } },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [
    { name: 'federation_media_sha_idx', columns: ['hash'] },
    { name: 'federation_media_file_idx', columns: ['file_id'] },
  ],
} as const;
