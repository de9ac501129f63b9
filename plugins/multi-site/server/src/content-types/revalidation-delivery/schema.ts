/** One change of what a site's visitors see, and how telling its front end went. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_revalidation_log',
  info: {
    singularName: 'revalidation-delivery',
    pluralName: 'revalidation-deliveries',
    displayName: 'Site revalidation delivery',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  indexes: [{ name: 'ms_revalidation_site_idx', columns: ['site', 'state'] }],
  attributes: {
    site: { type: 'integer', required: true },
    /** waiting, sent, failed */
    state: { type: 'string', required: true },
    change: { type: 'json', required: true },
    attempts: { type: 'integer', default: 0 },
    status: { type: 'integer' },
    error: { type: 'text' },
  },
} as const;
