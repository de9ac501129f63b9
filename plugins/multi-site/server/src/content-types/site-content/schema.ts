/**
 * The registry: which document belongs to which site. Reading never joins it (the column on
 * the content's own row is ten times faster); it restores that column after a switch-off or an
 * import, and answers GET /sites/{id}/content.
 */
export default {
  kind: 'collectionType',
  collectionName: 'site_content',
  info: { singularName: 'site-content', pluralName: 'site-contents', displayName: 'Site content' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    siteId: { type: 'integer', required: true, column: { name: 'site_id' } },
    contentType: { type: 'string', required: true, column: { name: 'content_type' } },
    contentId: { type: 'string', required: true, column: { name: 'content_id' } },
  },
  indexes: [
    { name: 'multi_site_content_site_idx', columns: ['site_id', 'content_type', 'content_id'] },
    { name: 'multi_site_content_entry_idx', columns: ['content_type', 'content_id'] },
  ],
} as const;
