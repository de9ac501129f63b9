/** The rules by which entries of a site come to be published; one row a site that has any. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_workflows',
  info: { singularName: 'workflow', pluralName: 'workflows', displayName: 'Site workflow' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    site: { type: 'integer', required: true, column: { unique: true } },
    rules: { type: 'json', required: true },
    version: { type: 'integer', required: true },
    isSample: { type: 'boolean', default: false, column: { name: 'is_sample' } },
  },
} as const;
