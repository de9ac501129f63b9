/** Columns that differ between two equal entries by nature; only whether they are set counts. */
const OWN = new Set([
  'document_id',
  'created_at',
  'updated_at',
  'published_at',
  'created_by_id',
  'updated_by_id',
]);

const plainRow = (row) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => column !== 'id')
      .map(([column, value]) => [column, OWN.has(column) ? value !== null : value]),
  );

const linksOf = async (strapi, { metadata, id }) => {
  const links = {};
  for (const [name, { type, joinTable, inversedBy, mappedBy }] of Object.entries(
    metadata.attributes,
  )) {
    const isOwner = inversedBy !== undefined || mappedBy === undefined;
    if (type !== 'relation' || !isOwner || !joinTable?.inverseJoinColumn || joinTable.on) continue;
    const rows = await strapi.db
      .connection(joinTable.name)
      .where({ [joinTable.joinColumn.name]: id })
      .orderBy('id');
    links[name] = rows.map((row) => [
      row[joinTable.inverseJoinColumn.name],
      row[joinTable.orderColumnName] ?? null,
    ]);
  }
  return links;
};

const componentsOf = async (strapi, { metadata, id }) => {
  const tableName = `${metadata.tableName}_cmps`;
  if (!(await strapi.db.connection.schema.hasTable(tableName))) return [];
  const rows = await strapi.db.connection(tableName).where({ entity_id: id }).orderBy('id');
  const components = rows.map(async ({ field, order, component_type: uid, cmp_id: cmpId }) => ({
    field,
    order,
    uid,
    row: await dumpRow(strapi, { uid, id: cmpId }),
  }));
  const found = await Promise.all(components);
  return found.sort((a, b) => a.field.localeCompare(b.field) || a.order - b.order);
};

const mediaOf = (strapi, { uid, id }) =>
  strapi.db
    .connection('files_related_mph')
    .where({ related_type: uid, related_id: id })
    .select('field', 'file_id', 'order')
    .orderBy([{ column: 'field' }, { column: 'order' }]);

/** A row with everything that hangs on it, without the ids that two equal entries cannot share. */
export async function dumpRow(strapi, { uid, id }) {
  const metadata = strapi.db.metadata.get(uid);
  const row = await strapi.db.connection(metadata.tableName).where({ id }).first();
  return {
    row: plainRow(row),
    links: await linksOf(strapi, { metadata, id }),
    components: await componentsOf(strapi, { metadata, id }),
    media: await mediaOf(strapi, { uid, id }),
  };
}

/** Every row of a document: drafts and published rows of all locales. */
export async function dumpDocument(strapi, { uid, documentId }) {
  const { tableName } = strapi.db.metadata.get(uid);
  const rows = await strapi.db
    .connection(tableName)
    .where({ document_id: documentId })
    .select('id', 'locale', 'published_at');
  const dumped = rows.map(async ({ id, locale, published_at: publishedAt }) => [
    `${locale} ${publishedAt ? 'published' : 'draft'}`,
    await dumpRow(strapi, { uid, id }),
  ]);
  return Object.fromEntries((await Promise.all(dumped)).sort(([a], [b]) => a.localeCompare(b)));
}
