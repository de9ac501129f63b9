/** Which site an API token opens. `siteId` null means all sites; no row means none. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_tokens',
  info: { singularName: 'site-token', pluralName: 'site-tokens', displayName: 'Site API token' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    tokenId: {
      type: 'integer',
      required: true,
      column: { name: 'token_id', unique: true },
    },
    siteId: { type: 'integer', column: { name: 'site_id' } },
  },
} as const;
