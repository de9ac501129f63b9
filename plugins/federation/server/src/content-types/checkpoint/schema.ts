import { HIDDEN } from '../hidden';

/** How far a source was read; written only after everything before it was written. */
export default {
  kind: 'collectionType',
  collectionName: 'federation_checkpoints',
  info: { singularName: 'checkpoint', pluralName: 'checkpoints', displayName: 'Checkpoint' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    site: { type: 'integer', required: true, default: 0 },
    sourceId: { type: 'string', required: true },
    stream: { type: 'string', required: true },
    cursor: { type: 'json' },
    isSample: { type: 'boolean', default: false },
  },
} as const;
