/**
 * The only site whose events a webhook of Strapi gets; no row means all sites. Not named after the
 * columns that go with a deleted site: such a webhook then gets nothing, instead of everything.
 */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_webhooks',
  info: { singularName: 'site-webhook', pluralName: 'site-webhooks', displayName: 'Site webhook' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    webhookId: {
      type: 'integer',
      required: true,
      column: { name: 'webhook_id', unique: true },
    },
    onlySite: { type: 'integer', required: true, column: { name: 'only_site' } },
  },
} as const;
