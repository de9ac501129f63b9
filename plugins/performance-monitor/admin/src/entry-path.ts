import type { Marker } from '../../shared/contracts/health';

export type MarkedEntry = Pick<
  Marker,
  'contentType' | 'entryDocumentId' | 'entryLocale' | 'isSingle'
>;

/** Where a published entry is edited; null for what is no single entry. */
export function entryPath(marker: MarkedEntry): string | null {
  const { contentType, entryDocumentId, entryLocale, isSingle } = marker;
  if (!contentType || !entryDocumentId) return null;
  const path = isSingle
    ? `/content-manager/single-types/${contentType}`
    : `/content-manager/collection-types/${contentType}/${entryDocumentId}`;
  return entryLocale ? `${path}?plugins[i18n][locale]=${entryLocale}` : path;
}
