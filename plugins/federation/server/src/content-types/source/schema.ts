import { HIDDEN } from '../hidden';

/** Another system that content comes from. `secret` is sealed and never leaves the server. */
export default {
  kind: 'collectionType',
  collectionName: 'federation_sources',
  info: { singularName: 'source', pluralName: 'sources', displayName: 'Source' },
  options: { draftAndPublish: false },
  pluginOptions: HIDDEN,
  attributes: {
    site: { type: 'integer', required: true, default: 0 },
    name: { type: 'string', required: true, maxLength: 80 },
    type: { type: 'enumeration', enum: ['feed', 'strapi'], required: true },
    config: { type: 'json', required: true },
    secret: { type: 'text', private: true },
    mappings: { type: 'json', required: true },
    policy: { type: 'json', required: true },
    schedule: { type: 'string', maxLength: 100, default: '' },
    timeZone: { type: 'string', maxLength: 60, default: 'UTC' },
    isEnabled: { type: 'boolean', default: true },
    nextRunAt: { type: 'datetime' },
    lastRunId: { type: 'string' },
    lastRunAt: { type: 'datetime' },
    lastState: { type: 'string' },
    lastError: { type: 'text' },
    lastCounts: { type: 'json' },
    failures: { type: 'integer', default: 0 },
    isSample: { type: 'boolean', default: false },
  },
  indexes: [{ name: 'federation_sources_due_idx', columns: ['is_enabled', 'next_run_at'] }],
} as const;
