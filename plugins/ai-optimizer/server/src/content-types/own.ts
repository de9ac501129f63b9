/** A table of ours: hidden in the Content Manager and the Content-Type Builder. */
export function ownType<Attributes extends Record<string, unknown>>(
  { name, plural, table, label }: { name: string; plural: string; table: string; label: string },
  attributes: Attributes,
  indexes: { name: string; columns: string[] }[] = [],
) {
  return {
    kind: 'collectionType',
    collectionName: `ai_optimizer_${table}`,
    info: { singularName: name, pluralName: plural, displayName: label },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes,
    indexes,
  } as const;
}

/** Whose row it is, and whether the demo made it. */
export const common = {
  site: { type: 'integer', required: true, default: 0 },
  isSample: { type: 'boolean', default: false },
} as const;

/** What a row says something about. `entryLocale` is '' for content without locales. */
export const entryRef = {
  entryUid: { type: 'string', required: true },
  entryDocumentId: { type: 'string', required: true },
  entryLocale: { type: 'string', required: true, default: '' },
} as const;
