import type { Core } from '@strapi/strapi';
import {
  listSites,
  rowsOf,
  runInSite,
  runUnscoped,
  siteNumberFor,
  siteScope,
} from '../../../packages/kit/src/server';
import { createCast, createSite, startApp, type App, type Cast } from '../../harness';

const UID = 'plugin::shelf.note';

const schema = {
  kind: 'collectionType',
  collectionName: 'shelf_notes',
  info: { singularName: 'note', pluralName: 'notes', displayName: 'Note' },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: { site: { type: 'integer', required: true }, text: { type: 'string' } },
};

type Note = { site: number; text: string };
type Registry<T> = { add: (name: string, value: T) => void };

/** A table with an attribute `site` and an endpoint over it, as a neighbour plugin has them. */
function addNeighbour(strapi: Core.Strapi) {
  strapi.get<Registry<object>>('content-types').add('plugin::shelf', { note: { schema } });
  const rows = () => rowsOf<Note>(strapi, UID);
  const routes = [
    {
      method: 'GET',
      path: '/shelf/notes',
      info: { type: 'admin' },
      handler: async (ctx: { body: unknown }) => {
        const notes = await rows().findMany({ orderBy: { text: 'asc' } });
        ctx.body = { scope: siteScope(strapi), texts: notes.map(({ text }) => text) };
      },
    },
    {
      method: 'POST',
      path: '/shelf/notes',
      info: { type: 'admin' },
      handler: async (ctx: { body: unknown; request: { body: Record<string, unknown> } }) => {
        ctx.body = await rows().create(ctx.request.body);
      },
    },
  ];
  // The type of a router wants handlers by name.
  strapi.server.routes({ type: 'admin', routes } as never);
}

type Listing = { scope: unknown; texts: string[] };

describe('the site ports with multi-site', () => {
  let app: App;
  let cast: Cast;
  let home: number;
  let other: number;

  beforeAll(async () => {
    app = await startApp({ beforeLoad: addNeighbour });
    const { strapi } = app;
    expect(siteScope(strapi)).toEqual({ kind: 'single' });
    expect(siteNumberFor(strapi)).toBe(1);
    // As a row looks that was written before multi-site came.
    await strapi.db.query(UID).create({ data: { site: 0, text: 'old' } as never });
    cast = await createCast(app);
    home = cast.home?.number ?? 0;
    other = cast.other?.number ?? 0;
    await runInSite(strapi, home, () => rowsOf(strapi, UID).create({ text: 'of home' }));
    await runInSite(strapi, other, () => rowsOf(strapi, UID).create({ text: 'of other' }));
  });
  afterAll(() => app.stop());

  it('lists the sites', async () => {
    const sites = await listSites(app.strapi);
    expect(sites.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['home', 'other']));
    expect(sites.filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('shows each editor the rows of his site', async () => {
    const { body } = await cast.siteEditor.get<Listing>('/shelf/notes');
    expect(body.texts).toEqual(['of home']);
    expect(body.scope).toEqual({ kind: 'site', number: home, isDefault: false });
    expect((await cast.otherEditor.get<Listing>('/shelf/notes')).body.texts).toEqual(['of other']);
  });

  it('shows all rows in the network view', async () => {
    const { body } = await cast.superAdmin.get<Listing>('/shelf/notes');
    expect(body).toEqual({ scope: { kind: 'network' }, texts: ['of home', 'of other', 'old'] });
  });

  it('gives rows that are older than the sites to the default site', async () => {
    const { body } = await cast.superAdmin.get<Listing>('/shelf/notes', { site: 'main' });
    expect(body.texts).toEqual(['old']);
  });

  it('is closed to somebody who asks for a site that is not his', async () => {
    const answer = await cast.siteEditor.get('/shelf/notes', { site: 'other' });
    expect(answer.status).toBe(403);
  });

  it('stamps new rows, and wants to know the site in the network view', async () => {
    const made = await cast.otherEditor.post<Note>('/shelf/notes', { text: 'zz' });
    expect(made.body.site).toBe(other);
    const refused = await cast.superAdmin.post('/shelf/notes', { text: 'zz' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('SITE_NEEDED');
    const stolen = await cast.siteEditor.post('/shelf/notes', { text: 'zz', site: other });
    expect(stolen.status).toBe(400);
    expect(stolen.text).toContain('OTHER_SITE');
    await runInSite(app.strapi, other, () => rowsOf(app.strapi, UID).deleteMany({ text: 'zz' }));
  });

  it('has background work without a request see everything', async () => {
    expect(siteScope(app.strapi)).toEqual({ kind: 'network' });
    await runInSite(app.strapi, home, async () => {
      expect(siteScope(app.strapi)).toMatchObject({ kind: 'site', number: home });
      expect(await rowsOf(app.strapi, UID).count()).toBe(1);
      expect(runUnscoped(app.strapi, () => siteScope(app.strapi))).toEqual({ kind: 'network' });
    });
  });

  it('knows a new site at once', async () => {
    const site = await createSite(app.strapi, { name: 'Third', slug: 'third' });
    expect(siteNumberFor(app.strapi, site.number)).toBe(site.number);
    expect(() => siteNumberFor(app.strapi, 99)).toThrow('There is no such site.');
  });
});

describe('the site ports without multi-site', () => {
  let app: App;

  beforeAll(async () => {
    app = await startApp({ beforeLoad: addNeighbour, plugins: { 'multi-site': false } });
  });
  afterAll(() => app.stop());

  it('know one unnamed site', async () => {
    const { strapi } = app;
    expect(await listSites(strapi)).toEqual([]);
    expect(siteScope(strapi)).toEqual({ kind: 'single' });
    const note = await runInSite(strapi, 7, () => rowsOf<Note>(strapi, UID).create({ text: 'a' }));
    expect(note.site).toBe(0);
    expect(await rowsOf(strapi, UID).count()).toBe(1);
  });
});
