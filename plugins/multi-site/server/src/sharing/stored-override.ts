import type { OverlayRecord, StoredOverlay } from 'suite-kit/server';

/** A row of the table as an overlay of the layer `site`. */
export const toStored = (record: OverlayRecord): StoredOverlay => ({
  id: `site.${record.id}`,
  layer: 'site',
  name: record.name,
  entryUid: record.entryUid,
  entryDocumentId: record.entryDocumentId,
  entryLocale: record.entryLocale ?? '',
  changes: record.changes ?? [],
  live: record.live,
  record,
});
