import { createEntry, type App, type TestSite } from '../../harness';
import { registeredSites, storedSites } from './lib/rows';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
const REFUSED = { details: { code: 'MULTI_SITE_UNSCOPED_WRITE_REFUSED' } };

type Context = {
  current: () => { kind: string; number?: number };
  run: <T>(site: number, work: () => T) => T;
  runNetwork: <T>(work: () => T) => T;
  runUnscoped: <T>(work: () => T) => T;
};

let app: App;
let home: TestSite;
let other: TestSite;
let context: Context;
let count = 0;

beforeAll(async () => {
  const plugins = { 'multi-site': { config: { unscopedWrites: 'refuse' } } };
  ({ app, home, other } = await startStage({ plugins, locales: ['de'] }));
  context = app.strapi.plugin('multi-site').service('context');
});
afterAll(() => app.stop());

const text = () => {
  count += 1;
  // What an article needs; its generated type is not at hand here.
  return { title: `Article ${count}`, slug: `article-${count}` } as never;
};
const articles = () => app.strapi.documents(ARTICLE);
const stored = (documentId: string) => storedSites(app.strapi, ARTICLE, documentId);

describe('code outside any request, on a document that is there', () => {
  let documentId: string;
  beforeEach(async () => {
    ({ documentId } = await createEntry(app.strapi, ARTICLE, text(), { site: home }));
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['updates', () => articles().update({ documentId, data: text() }), 2],
    [
      'updates and publishes',
      () => articles().update({ documentId, data: text(), status: 'published' }),
      2,
    ],
    ['publishes', () => articles().publish({ documentId }), 2],
    ['unpublishes', () => articles().unpublish({ documentId }), 1],
    ['discards a draft', () => articles().discardDraft({ documentId }), 2],
    ['translates', () => articles().update({ documentId, locale: 'de', data: text() }), 3],
  ])('%s: every row stays on the site', async (_what, work, rows) => {
    await work();
    expect(await stored(documentId)).toEqual(Array.from({ length: rows }, () => home.number));
    expect(await registeredSites(app.strapi, ARTICLE, documentId)).toEqual([home.number]);
  });

  it('clones it on its site', async () => {
    const clone = await articles().clone({ documentId, data: text() });
    const id = clone?.documentId ?? '';
    expect(new Set(await stored(id))).toEqual(new Set([home.number]));
    expect(await registeredSites(app.strapi, ARTICLE, id)).toEqual([home.number]);
  });

  it('deletes it and its entry in the registry', async () => {
    await articles().delete({ documentId, locale: '*' });
    expect(await stored(documentId)).toEqual([]);
    expect(await registeredSites(app.strapi, ARTICLE, documentId)).toEqual([]);
  });
});

describe('code outside any request, with content that is new', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['documents().create', () => articles().create({ data: text() })],
    ['db.query().create', () => app.strapi.db.query(TAG).create({ data: { name: 'New' } })],
    [
      'db.query().createMany',
      () => app.strapi.db.query(TAG).createMany({ data: [{ name: 'New' }] }),
    ],
  ])('is refused by %s, with the option "refuse"', async (_what, work) => {
    await expect(work()).rejects.toMatchObject(REFUSED);
    const rows = await app.strapi.db.connection('tags').where({ name: 'New' });
    expect(rows).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'documents().create',
      () => app.strapi.documents(TAG).create({ data: { name: 'In', slug: 'in-1' } as never }),
    ],
    [
      'db.query().create',
      () => app.strapi.db.query(TAG).create({ data: { name: 'In', documentId: 'in2' } }),
    ],
    [
      'db.query().createMany',
      () => app.strapi.db.query(TAG).createMany({ data: [{ name: 'In', documentId: 'in3' }] }),
    ],
    [
      'plain knex',
      async () => app.strapi.db.connection('tags').insert({ name: 'In', document_id: 'in4' }),
    ],
  ])('lands on the site it is run for, by %s', async (_what, work) => {
    await context.run(other.number, work);
    const rows: { document_id: string; site_id: number }[] = await app.strapi.db
      .connection('tags')
      .where({ name: 'In' });
    expect(rows.map((row) => row.site_id)).toEqual([other.number]);
    await app.strapi.db.connection('tags').where({ name: 'In' }).delete();
  });

  it('is refused where all sites are in view', async () => {
    const work = context.runNetwork(() => articles().create({ data: text() }));
    await expect(work).rejects.toMatchObject({
      details: { code: 'MULTI_SITE_CHOOSE_SITE_TO_CREATE' },
    });
  });
});

describe('the context', () => {
  const kinds = () => context.current();

  it('is the innermost that was told', () => {
    expect(kinds()).toEqual({ kind: 'unscoped' });
    context.run(2, () => {
      expect(kinds()).toEqual({ kind: 'site', number: 2 });
      context.run(3, () => expect(kinds()).toEqual({ kind: 'site', number: 3 }));
      context.runNetwork(() => expect(kinds()).toEqual({ kind: 'network' }));
      context.runUnscoped(() => expect(kinds()).toEqual({ kind: 'unscoped' }));
      expect(kinds()).toEqual({ kind: 'site', number: 2 });
    });
    expect(kinds()).toEqual({ kind: 'unscoped' });
  });

  it('gives back what the work returns, and passes its errors on', () => {
    expect(context.run(2, () => 'done')).toBe('done');
    const fail = () => {
      throw new Error('broken');
    };
    expect(() => context.run(2, fail)).toThrow('broken');
    expect(kinds()).toEqual({ kind: 'unscoped' });
  });

  it('holds over waiting, and apart from what runs at the same time', async () => {
    const slow = async (site: number) =>
      context.run(site, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        await app.strapi.db.query(TAG).count();
        return kinds().number;
      });
    expect(await Promise.all([slow(2), slow(3), slow(2)])).toEqual([2, 3, 2]);
  });

  it('keeps the site for a query that only starts when it is awaited', async () => {
    await createEntry(app.strapi, TAG, { name: 'Lazy', slug: 'lazy' }, { site: other });
    const rows = await context.run(home.number, () =>
      app.strapi.db.connection('tags').where({ name: 'Lazy' }),
    );
    expect(rows).toEqual([]);
  });
});

describe('reading outside any request', () => {
  it('shows all sites, or the one it is run for', async () => {
    for (const site of [home, other]) {
      await createEntry(app.strapi, TAG, { name: 'Read', slug: `read-${site.slug}` }, { site });
    }
    const slugs = async () => {
      const tags = await app.strapi
        .documents(TAG)
        .findMany({ filters: { name: 'Read' } as never, sort: 'slug' });
      return tags.map(({ slug }) => slug);
    };
    expect(await slugs()).toEqual(['read-home', 'read-other']);
    expect(await context.runNetwork(slugs)).toEqual(['read-home', 'read-other']);
    expect(await context.run(home.number, slugs)).toEqual(['read-home']);
    expect(await context.run(other.number, slugs)).toEqual(['read-other']);
    expect(await context.run(99, slugs)).toEqual([]);
  });
});
