/** What people edit: one row a site. `number` is what every `site_id` column holds. */
export default {
  kind: 'collectionType',
  collectionName: 'sites',
  info: { singularName: 'site', pluralName: 'sites', displayName: 'Site' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    // Not the row id: ids change when a project is exported and imported, this does not.
    number: { type: 'integer', required: true, column: { unique: true } },
    name: { type: 'string', required: true, maxLength: 80 },
    slug: { type: 'string', required: true, maxLength: 60, column: { unique: true } },
    // No domain leads to two sites, also when two people save at the same moment.
    domain: { type: 'string', maxLength: 253, column: { unique: true } },
    aliases: { type: 'json' },
    pathPrefix: { type: 'string', maxLength: 120 },
    settings: { type: 'json' },
    status: { type: 'enumeration', enum: ['draft', 'live', 'maintenance', 'archived'] },
    isDefault: { type: 'boolean', default: false },
  },
} as const;
