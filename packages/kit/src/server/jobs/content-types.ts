const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
} as const;

/**
 * The two tables of a plugin that runs jobs: `<prefix>_runs`, what was or is to be done, and
 * `<prefix>_leases`, who holds what. As content types `run` and `lease` of the plugin.
 */
export function jobContentTypes(_pluginId: string, prefix: string) {
  const run = {
    kind: 'collectionType',
    collectionName: `${prefix}_runs`,
    info: { singularName: 'run', pluralName: 'runs', displayName: 'Run' },
    options: { draftAndPublish: false },
    pluginOptions: hidden,
    attributes: {
      site: { type: 'integer', required: true, default: 0 },
      type: { type: 'string', required: true, maxLength: 100 },
      title: { type: 'string', maxLength: 255 },
      state: { type: 'string', required: true, maxLength: 20 },
      /** What somebody asked of a run that is going on: `cancel` or `pause`. */
      wanted: { type: 'string', maxLength: 20 },
      input: { type: 'json' },
      checkpoint: { type: 'json' },
      result: { type: 'json' },
      progressDone: { type: 'integer', default: 0 },
      progressTotal: { type: 'integer' },
      note: { type: 'text' },
      log: { type: 'json' },
      error: { type: 'text' },
      attempts: { type: 'integer', default: 0 },
      startedBy: { type: 'string', maxLength: 255 },
      dedupeKey: { type: 'string', maxLength: 255 },
      startedAt: { type: 'datetime' },
      endedAt: { type: 'datetime' },
      heartbeatAt: { type: 'datetime' },
      /** Until then whoever has the fence holds the run; after it anybody may take it over. */
      leaseUntil: { type: 'datetime' },
      holder: { type: 'string', maxLength: 100 },
      /** Grows with every holder. Who writes with an older one changes nothing. */
      fence: { type: 'integer', required: true, default: 0 },
      isSample: { type: 'boolean', default: false },
    },
    indexes: [
      { name: `${prefix}_runs_state_idx`, columns: ['state', 'type'] },
      { name: `${prefix}_runs_site_idx`, columns: ['site', 'type'] },
    ],
  } as const;

  const lease = {
    kind: 'collectionType',
    collectionName: `${prefix}_leases`,
    info: { singularName: 'lease', pluralName: 'leases', displayName: 'Lease' },
    options: { draftAndPublish: false },
    pluginOptions: hidden,
    attributes: {
      name: { type: 'string', required: true, maxLength: 255, column: { unique: true } },
      holder: { type: 'string', maxLength: 100 },
      fence: { type: 'integer', required: true, default: 0 },
      expiresAt: { type: 'datetime' },
      /** The last moment of a clock that somebody claimed. */
      mark: { type: 'string', maxLength: 40 },
    },
  } as const;

  return { run, lease };
}
