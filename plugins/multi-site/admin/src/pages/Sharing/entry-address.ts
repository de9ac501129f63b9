type Entry = { contentType: string; documentId: string; locale?: string | null };

/** The entry in Strapi's edit view, with a site's wording of it opened where one is named. */
export function entryAddress({ contentType, documentId, locale }: Entry, overlay?: string): string {
  const params = new URLSearchParams();
  if (locale) params.set('plugins[i18n][locale]', locale);
  if (overlay) params.set('plugins[overlay][overlay]', overlay);
  const query = params.toString();
  const path = `/content-manager/collection-types/${contentType}/${documentId}`;
  return query ? `${path}?${query}` : path;
}
