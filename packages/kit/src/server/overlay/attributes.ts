/**
 * Attributes of a content type whose rows are overlays; a plugin adds its own beside them (which
 * audience, which test). `site` is the number of the row's site, 0 from a time without sites.
 * `revision` counts saves, so that two people do not overwrite each other.
 */
export const overlayAttributes = {
  name: { type: 'string', required: true, maxLength: 120 },
  site: { type: 'integer', required: true, default: 0 },
  entryUid: { type: 'string', required: true },
  entryDocumentId: { type: 'string', required: true },
  entryLocale: { type: 'string', default: '' },
  changes: { type: 'json', required: true },
  live: { type: 'json' },
  revision: { type: 'integer', required: true, default: 0 },
  liveAt: { type: 'datetime' },
  isSample: { type: 'boolean', default: false },
} as const;
