/** Where a site's front end is told what to fetch anew; address and secret are sealed. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_revalidations',
  info: {
    singularName: 'revalidation',
    pluralName: 'revalidations',
    displayName: 'Site revalidation',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    site: { type: 'integer', required: true, column: { unique: true } },
    target: { type: 'text', required: true },
    secret: { type: 'text', required: true },
    isEnabled: { type: 'boolean', default: true, column: { name: 'is_enabled' } },
  },
} as const;
