import { isStream } from '../lib/guests.mjs';
import { sendJson } from '../lib/http.mjs';
import { openPluginAdmin } from '../lib/plugin-admin.mjs';
import { startServer } from '../lib/server.mjs';
import { countSites, documentOf, readSiteMap } from '../lib/site-map.mjs';
import {
  checksums,
  differentTables,
  indexesOn,
  readSchema,
  withConnection,
} from '../lib/tables.mjs';

const EVERY_SECOND = '* * * * * *';
const SECOND = { name: 'Second', slug: 'second', domain: 'second.example' };

/** A day's work on the schema: one field gone, one new, one of another type. */
const editArticle = (attributes) => {
  delete attributes.brand;
  attributes.subtitle = { type: 'string' };
  attributes.wordCount = { ...attributes.wordCount, type: 'decimal' };
};

const rowsOf = (checksum) => Number.parseInt(checksum, 10);

const boot = async (options, work) => {
  const server = await startServer(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
};

const articlesOfMain = (database, { column }) =>
  withConnection(database, async (knex) => {
    const rows = await knex('articles')
      .where({ [column]: 1, locale: 'en' })
      .whereNull('published_at')
      .orderBy('id')
      .offset(50)
      .limit(5)
      .select('document_id');
    return rows.map((row) => row.document_id);
  });

const titlesAt = async ({ port, host }) => {
  const { json } = await sendJson({
    port,
    method: 'GET',
    path: '/api/articles?fields=slug&sort=slug:asc&pagination[pageSize]=100',
    headers: { Host: host },
  });
  return { total: json.meta?.pagination.total, slugs: json.data?.map(({ slug }) => slug), json };
};

const countPublished = (map, site) =>
  Object.entries(map).filter(
    ([name, of]) => of === site && name.startsWith('articles ') && name.endsWith(' en published'),
  ).length;

/** A second site is made and filled; the project's own cron job writes meanwhile. */
const fillSecondSite = (options, lane) =>
  boot({ ...options, label: 'two-sites', env: { DIGEST_RULE: EVERY_SECOND } }, async (server) => {
    const admin = await openPluginAdmin(options);
    const { names } = await admin.adopted();
    const alone = await server.run('cron-wrote', { times: 1 });
    await admin.enforce();
    const site = await admin.createSite(SECOND);
    const filled = await server.run('second-site', { site: site.number, tables: names });
    const after = await server.run('cron-wrote', { times: alone + 2 });
    lane.check('the cron job writes, with one site and with two', [
      ...(alone > 0 ? [] : ['nothing was written with one site']),
      ...(after > alone ? [] : ['nothing was written with two sites']),
    ]);
    return { ...filled, names, site: site.number };
  });

/**
 * Switched off for one start, edited meanwhile, switched on again: our tables are what they were,
 * and every entry is on the site it was on.
 */
export async function switchOffAndOn({ project, database, port, lane, hostTables }) {
  const options = { project, database, port };
  await project.install();
  const { written, moved, names, site } = await fillSecondSite(options, lane);

  const schema = await readSchema(database);
  const ownTables = Object.keys(schema).filter((table) => !(table in hostTables));
  const ownSchema = Object.fromEntries(ownTables.map((table) => [table, schema[table]]));
  const place = { column: names.column, ownTables };
  const ownBefore = await checksums(database, ownSchema);
  const sitesBefore = await readSiteMap(database, place);
  lane.say(
    `our tables: ${ownTables.join(', ')}; rows a site: ${JSON.stringify(countSites(sitesBefore))}`,
  );

  const indexesBefore = await indexesOn(database, names.column);

  await project.disable();
  await project.editType('article', editArticle);
  const main = await articlesOfMain(database, place);
  const second = [written[0], written[1], moved[0], moved[1], written[2]];
  const created = await boot({ ...options, label: 'off' }, (server) =>
    server.run('edit-while-off', { main, second }),
  );
  lane.check(
    'switched off, our tables are kept',
    differentTables(ownBefore, await checksums(database, ownSchema)),
  );

  await project.enable();
  const seen = await boot({ ...options, label: 'on-again' }, async () => {
    const admin = await openPluginAdmin({ port });
    return {
      isolation: await admin.isolation(),
      second: await titlesAt({ port, host: SECOND.domain }),
      main: await titlesAt({ port, host: 'www.daily.example' }),
    };
  });

  const ownAfter = await checksums(database, ownSchema);
  const steady = Object.entries(ownBefore).filter(([table]) => !isStream(table));
  lane.check(
    'on again, our tables are what they were',
    differentTables(Object.fromEntries(steady), ownAfter),
  );
  const lost = ownTables.filter((table) => rowsOf(ownAfter[table]) < rowsOf(ownBefore[table]));
  lane.check('and no row of a stream is lost', lost);
  const indexesAfter = await indexesOn(database, names.column);
  lane.check(
    `${indexesBefore.length} indexes on our column are there`,
    indexesBefore.filter((name) => !indexesAfter.includes(name)).map((name) => `${name} is gone`),
  );
  const sitesAfter = await readSiteMap(database, place);
  const known = new Set(Object.keys(sitesBefore).map(documentOf));
  const rowsOfKnown = Object.entries(sitesAfter).filter(([name]) => known.has(documentOf(name)));
  const siteOf = new Map(Object.entries(sitesBefore).map(([name, of]) => [documentOf(name), of]));
  lane.check(
    `every entry is on the site it was on: ${rowsOfKnown.length} rows`,
    rowsOfKnown
      .filter(([name, of]) => siteOf.get(documentOf(name)) !== of)
      .map(([name, of]) => `${name}: was ${siteOf.get(documentOf(name))}, is ${of}`),
  );
  const rowsOfNew = Object.entries(sitesAfter).filter(([name]) =>
    created.includes(documentOf(name)),
  );
  lane.check(
    `entries made while off belong to no site until somebody says so: ${rowsOfNew.length} rows`,
    rowsOfNew.filter(([, of]) => of !== null).map(([name, of]) => `${name} is on ${of}`),
  );
  lane.check('each site shows its own articles and no other', [
    ...[
      ['second', site],
      ['main', 1],
    ].flatMap(([name, number]) => {
      const expected = countPublished(sitesAfter, number);
      return seen[name].total === expected
        ? []
        : [
            `${name}: ${seen[name].total} instead of ${expected}: ${JSON.stringify(seen[name].json).slice(0, 300)}`,
          ];
    }),
    ...(seen.isolation.mode === 'enforce' ? [] : [`mode is ${seen.isolation.mode}`]),
  ]);
  return { ownSchema, sites: sitesAfter };
}
