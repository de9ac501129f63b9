import { isStream, LONG_NAMES } from '../lib/guests.mjs';
import { openPluginAdmin } from '../lib/plugin-admin.mjs';
import { startServer } from '../lib/server.mjs';
import { readSiteMap } from '../lib/site-map.mjs';
import { checksums, readSchema } from '../lib/tables.mjs';

const COLUMN = 'multi_site_id';

/** The site tables give way together; of the others those that were really taken. */
const longName = (table) => LONG_NAMES[table] ?? table;

const movedSchema = (ownSchema) =>
  Object.fromEntries(
    Object.entries(ownSchema).map(([table, columns]) => [longName(table), columns]),
  );

/** The owner makes a content type named `sites` and a field `siteId` long after we took the names. */
export async function takeNamesLater({ project, database, port, lane, ownSchema, sites }) {
  const before = await checksums(database, ownSchema);
  await project.lay('taken-names');
  const server = await startServer({ project, database, port, label: 'names-taken-later' });
  let names;
  try {
    const admin = await openPluginAdmin({ port });
    ({ names } = await admin.isolation());
  } finally {
    await server.stop();
  }

  const moved = movedSchema(ownSchema);
  const after = await checksums(database, moved);
  lane.check('a name taken later is given up: our tables move with every row', [
    ...Object.keys(ownSchema)
      .filter((table) => !isStream(table))
      .filter((table) => before[table] !== after[longName(table)])
      .map((table) => `${table}: ${before[table]} is now ${after[longName(table)]}`),
    ...(names.column === COLUMN ? [] : [`column is ${names.column}`]),
  ]);

  const schema = await readSchema(database);
  const place = { column: COLUMN, ownTables: Object.keys(moved) };
  const sitesAfter = await readSiteMap(database, place);
  lane.check('and every entry stays on its site', [
    ...Object.entries(sites)
      .filter(([name, of]) => sitesAfter[name] !== of)
      .map(([name, of]) => `${name}: was ${of}, is ${sitesAfter[name]}`),
    ...(schema.articles.includes('site_id') ? ['articles still has site_id'] : []),
    ...(schema.regions?.includes('site_id') ? [] : ['the field siteId has no column']),
  ]);
}
