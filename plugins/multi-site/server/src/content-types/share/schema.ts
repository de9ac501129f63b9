/**
 * Which entry is read by which site besides its owner. `site` 0 is every site. `via` names the
 * entry that a file is shared along with; empty where the entry itself was shared. The owner is
 * not in here: it is what the registry says, also after a move.
 */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_shares',
  info: { singularName: 'share', pluralName: 'shares', displayName: 'Share' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    /** As in the registry. */
    entryKey: { type: 'string', required: true, maxLength: 64, column: { name: 'entry_key' } },
    site: { type: 'integer', required: true },
    contentType: { type: 'string', required: true, column: { name: 'content_type' } },
    contentId: { type: 'string', required: true, column: { name: 'content_id' } },
    via: { type: 'string', maxLength: 64, default: '' },
  },
  indexes: [
    { name: 'multi_site_shares_site_idx', columns: ['content_type', 'site', 'content_id'] },
    { name: 'multi_site_shares_entry_idx', columns: ['entry_key'] },
    { name: 'multi_site_shares_via_idx', columns: ['via'] },
  ],
} as const;
