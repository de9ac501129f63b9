import type {
  OverrideDetailsResponse,
  OverrideResponse,
} from '../../../../plugins/multi-site/shared/contracts/overrides';
import { createEntry, type Answer, type Client } from '../../../harness';
import { expectNoPermission, expectRefusal } from '../lib/answers';
import {
  ARTICLE,
  entryOf,
  IN_ADMIN,
  labelsOf,
  openSharing,
  share,
  stop,
  type Sharing,
} from './lib';

type Data = { title: string; summary: string; seo: { metaTitle: string } | null };
type Whole = { data: Data & Record<string, unknown>; meta: { overlay?: { stamp: string } } };

let scene: Sharing;
let documentId: string;
let id: string;

beforeAll(async () => {
  scene = await openSharing();
  const { app, home, other, both } = scene;
  const data = { title: 'Base', slug: 'base', summary: 'Base summary', seo: { metaTitle: 'Base' } };
  ({ documentId } = await createEntry(app.strapi, ARTICLE, data, { site: home }));
  await share(both, [documentId], [other.documentId]);
});
afterAll(() => scene.app.stop());

const open = (who: Client, entry = documentId) =>
  who.post<OverrideResponse>('/multi-site/overrides', {
    contentType: ARTICLE,
    documentId: entry,
    locale: 'en',
  });
const detailsOf = (who: Client) => who.get<OverrideDetailsResponse>(`/multi-site/overrides/${id}`);
const inherit = (who: Client, path: string, inherits: boolean) =>
  who.put<OverrideDetailsResponse>(`/multi-site/overrides/${id}/inheritance`, { path, inherits });

/** What the edit view does with an overlay: read, change the form, send it with what was read. */
const edit = async (who: Client, input: object, action?: 'publish'): Promise<Answer<Whole>> => {
  const query = `?locale=en&overlay=${id}`;
  const read = await who.get<Whole>(`${IN_ADMIN}/${documentId}${query}`);
  const stamp = read.body.meta.overlay?.stamp ?? '';
  const headers = { 'X-Overlay-Page': id, 'X-Overlay-Stamp': stamp };
  const { title, summary } = read.body.data;
  const body = { title, slug: 'base', summary, ...input };
  return action
    ? who.post<Whole>(`${IN_ADMIN}/${documentId}/actions/${action}${query}`, body, { headers })
    : who.put<Whole>(`${IN_ADMIN}/${documentId}${query}`, body, { headers });
};
const change = (data: object) => scene.cast.fullToken.put(`/api/articles/${documentId}`, { data });
const shownTo = async (who: Client) =>
  (await who.get<Whole>(`/api/articles/${documentId}?populate=seo`)).body.data;
const visitor = (host: string) => scene.app.with({ host });

describe('a site’s own wording of a shared entry', () => {
  it('is made once, by who may, on the site that reads it', async () => {
    const { cast, both, thirdEditor } = scene;
    const made = await open(cast.otherEditor);
    expect(made.status).toBe(200);
    ({ id } = made.body.data);
    expect(made.body.data).toEqual({ id, locale: 'en', changes: 0, isLive: false });
    expect((await open(cast.otherEditor)).body.data.id).toBe(id);
    expectRefusal(await open(both), 400, 'MULTI_SITE_OVERRIDE_OF_OWN');
    expectRefusal(await open(thirdEditor), 404, 'MULTI_SITE_ENTRY_NOT_FOUND');
    expectNoPermission(await open(cast.siteViewer));
    expect((await open(scene.app)).status).toBe(401);
    const row = await scene.app.strapi.db.connection('multi_site_overrides').first('site', 'name');
    expect(row).toEqual({ site: scene.other.number, name: 'Other' });
  });

  it('is written in the edit view and delivered there only, by REST and GraphQL', async () => {
    const { cast, home, other } = scene;
    const saved = await edit(cast.otherEditor, { title: 'Of other' });
    expect([saved.status, saved.text]).toEqual([200, expect.stringContaining('Of other')]);
    expect((await shownTo(cast.otherToken)).title).toBe('Base');
    expect((await edit(cast.otherEditor, { title: 'Of other' }, 'publish')).status).toBe(200);
    expect((await shownTo(cast.otherToken)).title).toBe('Of other');
    expect((await shownTo(cast.fullToken)).title).toBe('Base');
    const ask = async (host: string) =>
      (
        await visitor(host).graphql<{ data: { article: Data } }>(
          'query ($id: ID!) { article(documentId: $id) { title summary } }',
          { id: documentId },
        )
      ).body.data.article;
    expect(await ask(other.domain)).toEqual({ title: 'Of other', summary: 'Base summary' });
    expect(await ask(home.domain)).toEqual({ title: 'Base', summary: 'Base summary' });
    const answer = await visitor(other.domain).get('/api/articles');
    expect(answer.text).toContain('Of other');
    expect(answer.headers.vary).toContain('Host');
    expect(answer.headers['cache-control'] ?? '').not.toContain('no-store');
    const rows = await scene.app.strapi.db.connection('articles').pluck('title');
    expect(rows).toEqual(['Base', 'Base']);
  });

  it('is said beside the entry, in the list and by its fields', async () => {
    const { otherEditor } = scene.cast;
    const { override } = (await entryOf(otherEditor, documentId)).body.data;
    expect(override).toEqual({ id, locale: 'en', changes: 1, isLive: true });
    const labels = (await labelsOf(otherEditor, [documentId])).body.data;
    expect(labels[documentId]).toMatchObject({ kind: 'in', hasOverride: true });
    const { fields } = (await detailsOf(otherEditor)).body.data;
    expect(fields[0]).toEqual({ path: 'title', state: 'own' });
    expect(fields).toContainEqual({ path: 'summary', state: 'inherited' });
    expect(fields.map(({ path }) => path)).not.toContain('slug');
  });

  it('is nobody else’s to see or change', async () => {
    const { both, thirdEditor, cast } = scene;
    for (const who of [both, thirdEditor]) {
      expectRefusal(await detailsOf(who), 404, 'MULTI_SITE_OVERRIDE_NOT_FOUND');
      expect((await inherit(who, 'title', true)).status).toBe(404);
      expect((await who.delete(`/multi-site/overrides/${id}`)).status).toBe(404);
    }
    expectNoPermission(await detailsOf(cast.siteViewer));
    expect((await inherit(scene.app, 'title', true)).status).toBe(401);
  });

  it('needs a review where the original changed below it, and shows the original until then', async () => {
    const { cast } = scene;
    expect((await change({ title: 'New base' })).status).toBe(200);
    expect((await shownTo(cast.otherToken)).title).toBe('New base');
    const [first] = (await detailsOf(cast.otherEditor)).body.data.fields;
    expect(first).toEqual({ path: 'title', state: 'review' });
    const settled = await cast.otherEditor.post<OverrideDetailsResponse>(
      `/multi-site/overrides/${id}/review`,
      { path: 'title', keep: 'override' },
    );
    expect(settled.body.data.fields[0]).toEqual({ path: 'title', state: 'own' });
    expect((await shownTo(cast.otherToken)).title).toBe('Of other');
  });

  it('suspends the inheritance of a field and resumes it', async () => {
    const { cast } = scene;
    const suspended = await inherit(cast.otherEditor, 'summary', false);
    expect(suspended.status).toBe(200);
    expect(suspended.body.data.fields).toContainEqual({ path: 'summary', state: 'suspended' });
    await change({ summary: 'New summary' });
    expect(await shownTo(cast.otherToken)).toMatchObject({ summary: 'Base summary' });
    expect(await shownTo(cast.fullToken)).toMatchObject({ summary: 'New summary' });
    // Saving the form leaves it suspended.
    expect((await edit(cast.otherEditor, { title: 'Of other 2' }, 'publish')).status).toBe(200);
    expect(await shownTo(cast.otherToken)).toMatchObject({
      title: 'Of other 2',
      summary: 'Base summary',
    });
    const resumed = await inherit(cast.otherEditor, 'summary', true);
    expect(resumed.body.data.fields).toContainEqual({ path: 'summary', state: 'inherited' });
    expect(await shownTo(cast.otherToken)).toMatchObject({ summary: 'New summary' });
    const wrong = await inherit(cast.otherEditor, 'slug', false);
    expectRefusal(wrong, 400, 'MULTI_SITE_NOT_OVERRIDABLE');
  });

  it('waits while the entry is not shared, and is there again when it is', async () => {
    const { both, cast, other } = scene;
    await stop(both, [documentId]);
    expect((await cast.otherToken.get(`/api/articles/${documentId}`)).status).toBe(404);
    expect((await detailsOf(cast.otherEditor)).status).toBe(404);
    await share(both, [documentId], [other.documentId]);
    expect((await shownTo(cast.otherToken)).title).toBe('Of other 2');
  });

  it('is removed: the site shows the original', async () => {
    const { cast } = scene;
    expect((await cast.otherEditor.delete(`/multi-site/overrides/${id}`)).status).toBe(200);
    expect((await shownTo(cast.otherToken)).title).toBe('New base');
    const rows = await scene.app.strapi.db.connection('multi_site_overrides').pluck('id');
    expect(rows).toEqual([]);
  });
});
