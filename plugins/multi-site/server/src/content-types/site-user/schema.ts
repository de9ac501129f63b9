/** A membership: one admin user, one site, one of Strapi's admin roles (by its code). */
export default {
  kind: 'collectionType',
  collectionName: 'site_users',
  info: { singularName: 'site-user', pluralName: 'site-users', displayName: 'Site member' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    siteId: { type: 'integer', required: true, column: { name: 'site_id' } },
    userId: { type: 'integer', required: true, column: { name: 'user_id' } },
    role: { type: 'string', required: true },
  },
  indexes: [
    { name: 'multi_site_users_site_idx', columns: ['site_id'] },
    { name: 'multi_site_users_user_idx', columns: ['user_id'] },
  ],
} as const;
