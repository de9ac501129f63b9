import type { Core } from '@strapi/strapi';
import {
  createCast,
  createSite,
  startApp,
  type App,
  type Cast,
  type TestSite,
} from '../../../../harness';
import { restoreDump, takeDump, type Dump } from './dump';
import { removeForeign } from './foreign';
import { captureOriginals, type Originals } from './originals';
import { plantLinks } from './planting';
import { fillSide, type Side } from './side';
import { readTables, type Tables } from './tables';
import { addVaultApi } from './vault-api';

/** In every text of the other sites, and in none of the own one. */
export const SECRET = 'zqsecret';
export const OWN = 'homely';

type Database = { tables: Tables; full: Dump };

/**
 * Two sites with the same content, links across the border, and a third set of entries that
 * were there and are gone: their ids look like the other site's, but nothing has them.
 */
export type Stage = {
  app: App;
  cast: Cast;
  home: TestSite;
  other: TestSite;
  own: Side;
  foreign: Side;
  gone: Side;
  originals: Originals;
  database: Database;
  /** Runs as code of the site `home`. */
  atHome: <T>(work: () => Promise<T>) => Promise<T>;
  /** Back to the content of the start. */
  restore: () => Promise<void>;
  /** Takes the content of all other sites away. */
  leaveAlone: () => Promise<void>;
};

/** More types than the usual ones, and their content on both sites. */
export type Extra = {
  addTypes: (strapi: Core.Strapi) => void;
  fill: (stage: { strapi: Core.Strapi; home: TestSite; other: TestSite }) => Promise<void>;
};

export async function setStage(extra?: Extra): Promise<Stage> {
  let captured: ReturnType<typeof captureOriginals> | undefined;
  const app = await startApp({
    beforeLoad: (strapi) => {
      captured = captureOriginals(strapi);
      addVaultApi(strapi, captured);
      extra?.addTypes(strapi);
    },
  });
  const { strapi } = app;
  const cast = await createCast(app);
  const { home, other } = cast;
  if (!home || !other || !captured) throw new Error('These tests need the multi-site plugin.');
  await strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German (de)' });

  const own = await fillSide(strapi, home, OWN);
  await skipIds(app);
  const foreign = await fillSide(strapi, other, SECRET);
  await plantLinks(strapi, own, foreign);
  await extra?.fill({ strapi, home, other });
  await shareWithReader(strapi, [own, foreign]);
  await plantUnassigned(app);
  const tables = readTables(strapi);
  const full = await takeDump(strapi, tables);
  const gone = await fillSide(strapi, other, 'vanished');
  await restoreDump(strapi, full, await takeDump(strapi, tables));

  const { run } = strapi.plugin('multi-site').service<{
    run: <T>(site: number, work: () => T) => T;
  }>('context');
  return {
    app,
    cast,
    home,
    other,
    own,
    foreign,
    gone,
    originals: captured.originals,
    database: { tables, full },
    atHome: (work) => run(home.number, work),
    restore: async () => restoreDump(strapi, full, await takeDump(strapi, tables)),
    leaveAlone: () => removeForeign(strapi, { dump: full, tables, site: home.number }),
  };
}

/**
 * What the own site shares, and what others share, changes nothing for those with whom it is not
 * shared: no answer becomes another by it.
 */
async function shareWithReader(strapi: Core.Strapi, sides: readonly Side[]) {
  type Wish = { uid: string; documentIds: string[]; sites: { number: number }[] };
  const { share } = strapi.plugin('multi-site').service<{
    share: (wish: Wish) => Promise<{ changed: number }>;
  }>('sharing');
  const reader = await createSite(strapi, { name: 'Reader', slug: 'reader' });
  for (const { articles } of sides) {
    const documentIds = articles.slice(0, 2).map(({ documentId }) => documentId);
    const { changed } = await share({ uid: 'api::article.article', documentIds, sites: [reader] });
    if (changed !== documentIds.length) throw new Error('Nothing was shared.');
  }
}

/** Numbers of other sites then have the same number of digits as those that are gone. */
async function skipIds({ strapi }: App) {
  const { connection, dialect } = strapi.db;
  const { content, components } = readTables(strapi);
  for (const table of [...content, ...components]) {
    if (dialect.client === 'postgres') {
      await connection.raw("select setval(pg_get_serial_sequence(?, 'id'), 1000)", [table]);
    } else {
      await connection(table).insert({ id: 1000 });
      await connection(table).where({ id: 1000 }).delete();
    }
  }
}

/** Rows that belong to no site: nobody but the network view sees them. */
async function plantUnassigned({ strapi }: App) {
  await strapi.documents('api::tag.tag').create({
    data: { name: `${SECRET} unassigned`, slug: `${SECRET}-unassigned` },
  });
  await strapi.documents('api::author.author').create({
    data: { name: `${SECRET} unassigned`, slug: `${SECRET}-author` },
  });
}
