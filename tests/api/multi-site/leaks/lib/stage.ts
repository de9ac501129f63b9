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
import { lend, type Lent } from './lending';
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
  /** What `other` shares with `home`, or did. */
  lent: Lent[];
  originals: Originals;
  database: Database;
  /** Runs as code of the site `home`. */
  atHome: <T>(work: () => Promise<T>) => Promise<T>;
  /** Back to the content of the start. */
  restore: () => Promise<void>;
  /** Takes away what other sites have and `home` does not see. */
  leaveAlone: () => Promise<void>;
};

export type Extra = {
  /** More types than the usual ones, and their content on both sites. */
  addTypes?: (strapi: Core.Strapi) => void;
  fill?: (stage: { strapi: Core.Strapi; home: TestSite; other: TestSite }) => Promise<void>;
  /** Types of which `home` reads entries of `other`. */
  lent?: readonly string[];
};

export async function setStage(extra: Extra = {}): Promise<Stage> {
  let captured: ReturnType<typeof captureOriginals> | undefined;
  const app = await startApp({
    beforeLoad: (strapi) => {
      captured = captureOriginals(strapi);
      addVaultApi(strapi, captured);
      extra.addTypes?.(strapi);
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
  await extra.fill?.({ strapi, home, other });
  const reader = await createSite(strapi, { name: 'Reader', slug: 'reader' });
  await shareWithReader(strapi, { reader, sides: [own, foreign] });
  const lent = await lend(strapi, {
    uids: extra.lent ?? [],
    ...{ home, other, reader },
    ...{ secret: SECRET, own: OWN },
    folderId: foreign.folders[0].id,
  });
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
    lent,
    originals: captured.originals,
    database: { tables, full },
    atHome: (work) => run(home.number, work),
    restore: async () => {
      await restoreDump(strapi, full, await takeDump(strapi, tables));
      await lookAgain(strapi);
    },
    leaveAlone: async () => {
      await removeForeign(strapi, { dump: full, tables, site: home.number });
      await lookAgain(strapi);
    },
  };
}

/**
 * What the own site shares, and what others share, changes nothing for those with whom it is not
 * shared: no answer becomes another by it.
 */
async function shareWithReader(
  strapi: Core.Strapi,
  { reader, sides }: { reader: TestSite; sides: readonly Side[] },
) {
  type Wish = { uid: string; documentIds: string[]; sites: { number: number }[] };
  const { share } = strapi.plugin('multi-site').service<{
    share: (wish: Wish) => Promise<{ changed: number }>;
  }>('sharing');
  for (const { articles } of sides) {
    const documentIds = articles.slice(0, 2).map(({ documentId }) => documentId);
    const { changed } = await share({ uid: 'api::article.article', documentIds, sites: [reader] });
    if (changed !== documentIds.length) throw new Error('Nothing was shared.');
  }
}

/** What is kept in memory of shares and of wordings was changed behind its back. */
async function lookAgain(strapi: Core.Strapi) {
  const overlays = (strapi as unknown as { [OVERLAYS]?: { isDirty: boolean } })[OVERLAYS];
  if (overlays) overlays.isDirty = true;
  const { sharesChanged } = strapi.plugin('multi-site').service<{
    sharesChanged: () => Promise<unknown>;
  }>('state');
  await sharesChanged();
}
const OVERLAYS = Symbol.for('strapi-suite.overlays');

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
