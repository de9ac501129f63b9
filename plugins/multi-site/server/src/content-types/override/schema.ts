import { overlayAttributes } from 'suite-kit/server';

/** How a site words a shared entry in its own way: the overlay layer `site`. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_overrides',
  info: { singularName: 'override', pluralName: 'overrides', displayName: 'Site override' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: overlayAttributes,
  indexes: [
    { name: 'multi_site_overrides_entry_idx', columns: ['entry_uid', 'entry_document_id'] },
  ],
} as const;
