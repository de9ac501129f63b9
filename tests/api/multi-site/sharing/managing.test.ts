import { createEntry, createMedia, inSite, type AdminPersona, type Client } from '../../../harness';
import { expectNoPermission, expectRefusal } from '../lib/answers';
import {
  ARTICLE,
  AUTHOR,
  entryOf,
  IN_ADMIN,
  labelsOf,
  listOf,
  openSharing,
  preview,
  share,
  stop,
  targetsOf,
  undo,
  type List,
  type Named,
  type Sharing,
} from './lib';

let scene: Sharing;
let both: AdminPersona;
let other: string;

beforeAll(async () => {
  scene = await openSharing();
  ({ both } = scene);
  other = scene.other.documentId;
});
afterAll(() => scene.app.stop());

let counter = 0;
const write = async (data: object = {}, site = scene.home) => {
  counter += 1;
  const plain = { title: `Entry ${counter}`, slug: `entry-${counter}` };
  return createEntry(scene.app.strapi, ARTICLE, { ...plain, ...data }, { site });
};
const shared = async (data: object = {}) => {
  const entry = await write(data);
  const answer = await share(both, [entry.documentId], [other]);
  expect(answer.status).toBe(200);
  return { documentId: entry.documentId, auditId: answer.body.data.auditId };
};
const isSeen = async (documentId: string, who: Client = scene.cast.otherToken) =>
  (await who.get(`/api/articles/${documentId}`)).status === 200;

describe('sharing entries', () => {
  it('offers the sites on which the person may make them', async () => {
    const names = async (who: AdminPersona) => (await targetsOf(who)).body.data;
    expect(await names(both)).toEqual({
      sites: [{ id: other, name: 'Other' }],
      mayShareEverywhere: false,
    });
    const all = await names(scene.cast.superAdmin);
    expect(all.mayShareEverywhere).toBe(true);
    expect(all.sites.map(({ name }) => name)).toEqual(['Main', 'Home', 'Other', 'Third']);
  });

  it('tells before what is shown with them, what is not, and what is there twice', async () => {
    const { app, home } = scene;
    const author = await createEntry(
      app.strapi,
      AUTHOR,
      { name: 'Kept', slug: 'kept' },
      { site: home },
    );
    const cover = await createMedia(app.strapi, { site: home, name: 'seen.png' });
    const entry = await write({ cover: cover.id, author: author.documentId, slug: 'twice' });
    await write({ slug: 'twice' }, scene.other);
    const { status, body } = await preview(both, [entry.documentId], [other]);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      entries: [{ documentId: entry.documentId, owner: { name: 'Home' } }],
      sites: [{ id: other, name: 'Other' }],
      isEverywhere: false,
      media: [{ name: 'seen.png' }],
      hidden: [{ field: 'author', count: 1, titles: ['Kept'] }],
      sameValues: [{ site: 'Other', field: 'slug', value: 'twice' }],
    });
    expect(await isSeen(entry.documentId)).toBe(false);
  });

  it('is said beside the entry and in the list, to the owner and to the reader', async () => {
    const { documentId } = await shared();
    expect((await entryOf(both, documentId)).body.data).toEqual({
      owner: { id: scene.home.documentId, name: 'Home' },
      isOwner: true,
      isEverywhere: false,
      sites: [{ id: other, name: 'Other' }],
      override: null,
    });
    const there = scene.cast.otherEditor;
    expect((await entryOf(there, documentId)).body.data).toMatchObject({
      owner: { name: 'Home' },
      isOwner: false,
      sites: [],
    });
    expectRefusal(await entryOf(scene.thirdEditor, documentId), 404, 'MULTI_SITE_ENTRY_NOT_FOUND');
    expect((await labelsOf(both, [documentId])).body.data[documentId]).toEqual({
      kind: 'out',
      sites: 1,
      isEverywhere: false,
    });
    expect((await labelsOf(there, [documentId, 'x'])).body.data).toEqual({
      [documentId]: { kind: 'in', owner: 'Home', hasOverride: false },
    });
    expect((await labelsOf(scene.thirdEditor, [documentId])).body.data).toEqual({});
  });

  it('is listed by both sides', async () => {
    const { documentId } = await shared({ title: 'In the lists' });
    const find = async (who: Client, query: string) =>
      (await listOf(who, `${query}&pageSize=50`)).body.data.find(
        (row) => row.documentId === documentId,
      );
    expect(await find(both, '?direction=out')).toMatchObject({
      title: 'In the lists',
      owner: { name: 'Home' },
      sites: [{ name: 'Other' }],
    });
    expect(await find(scene.otherOwner, '?direction=in')).toMatchObject({
      owner: { name: 'Home' },
      sites: [],
    });
    expect(await find(scene.otherOwner, '?direction=out')).toBeUndefined();
    expect(await find(scene.cast.superAdmin, '?direction=out')).toMatchObject({
      title: 'In the lists',
    });
    expectNoPermission(await listOf(scene.thirdEditor));
    expect((await scene.app.get('/multi-site/shares')).status).toBe(401);
  });

  it('ends for one site or for all, by the owner; a reading site ends it for itself', async () => {
    const one = await shared();
    const refused = await stop(scene.otherOwner, [one.documentId]);
    expectRefusal(refused, 403, 'MULTI_SITE_SHARE_NOT_ALLOWED');
    expect((await stop(scene.otherOwner, [one.documentId], [other])).status).toBe(200);
    expect(await isSeen(one.documentId)).toBe(false);
    expectRefusal(await stop(both, [one.documentId]), 404, 'MULTI_SITE_NOT_SHARED');
    const two = await shared();
    expect((await stop(both, [two.documentId], [other])).status).toBe(200);
    expect(await isSeen(two.documentId)).toBe(false);
  });

  it('is taken back, and so is its end', async () => {
    const { documentId, auditId } = await shared();
    expect((await undo(both, auditId)).body.data).toEqual({ undone: 1, refused: [] });
    expect(await isSeen(documentId)).toBe(false);
    expectRefusal(await undo(both, auditId), 409, 'MULTI_SITE_ALREADY_UNDONE');
    await share(both, [documentId], [other]);
    const ended = (await stop(both, [documentId])).body.data;
    expect((await undo(both, ended.auditId)).body.data.undone).toBe(1);
    expect(await isSeen(documentId)).toBe(true);
    await scene.cast.fullToken.delete(`/api/articles/${documentId}`);
    expect(await isSeen(documentId)).toBe(false);
    const rows = scene.app.strapi.db.connection('multi_site_shares');
    expect(await rows.where({ content_id: documentId }).pluck('id')).toEqual([]);
  });

  it('is named in what is published on the reading site', async () => {
    const { cast, other: site, thirdToken, third } = scene;
    const { documentId } = await shared();
    type Content = { data: { documentId: string }[] };
    const listed = async (who: Client, id: string) =>
      (await who.get<Content>(`/api/sites/${id}/content?pageSize=100`)).body.data.some(
        (one) => one.documentId === documentId,
      );
    expect(await listed(cast.otherToken, site.documentId)).toBe(true);
    expect(await listed(thirdToken, third.documentId)).toBe(false);
  });

  it('is over when its site is deleted, and so is what that site read', async () => {
    const { cast, app, home } = scene;
    const made = await cast.superAdmin.post<{ data: { id: string; number: number } }>(
      '/multi-site/sites',
      { name: 'Passing', slug: 'passing' },
    );
    const { id, number } = made.body.data;
    const passing = { ...home, number };
    const own = await write({}, passing);
    const read = await write();
    const admin = cast.superAdmin;
    expect((await share(admin, [own.documentId], [other])).body.data.changed).toBe(1);
    expect((await share(admin, [read.documentId], [id])).body.data.changed).toBe(1);
    const gone = await admin.delete(`/multi-site/sites/${id}?name=Passing`);
    expect(gone.status).toBe(200);
    const rows = await app.strapi.db
      .connection('multi_site_shares')
      .whereIn('content_id', [own.documentId, read.documentId])
      .pluck('id');
    expect(rows).toEqual([]);
  });

  it('twice changes nothing', async () => {
    const { documentId } = await shared();
    const again = await share(both, [documentId], [other]);
    expect(again.body.data).toEqual({ changed: 0, auditId: null });
  });

  it('needs the right on both sides', async () => {
    const { documentId } = await write();
    const { cast, third, home, thirdEditor, otherOwner } = scene;
    expectNoPermission(await share(cast.siteEditor, [documentId], [other]));
    expectNoPermission(await share(thirdEditor, [documentId], [other]));
    expectRefusal(
      await share(both, [documentId], [third.documentId]),
      404,
      'MULTI_SITE_SITE_NOT_FOUND',
    );
    expectRefusal(await share(both, [documentId], ['nothing']), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expectRefusal(await share(both, [documentId], 'all'), 403, 'MULTI_SITE_NETWORK_ONLY');
    const foreign = await share(otherOwner, [documentId], [home.documentId]);
    expectRefusal(foreign, 404, 'MULTI_SITE_ENTRY_NOT_FOUND');
    expect((await share(otherOwner, ['nothing'], [home.documentId])).text).toBe(foreign.text);
    const read = await shared();
    const onward = await share(both.with({ site: 'other' }), [read.documentId], [home.documentId]);
    expectRefusal(onward, 403, 'MULTI_SITE_SHARE_NOT_ALLOWED');
    expect((await share(both, [], [other])).status).toBe(400);
    const single = await both.post('/multi-site/shares', {
      contentType: 'admin::user',
      documentIds: ['x'],
      sites: [other],
    });
    expectRefusal(single, 400, 'MULTI_SITE_NOT_SHAREABLE');
    expect((await share(scene.app, [documentId], [other])).status).toBe(401);
    expect((await share(cast.networkToken, [documentId], [other])).status).toBe(401);
  });

  it('is with every site, also with those that are made later', async () => {
    const { cast, thirdToken, app } = scene;
    const { documentId } = await write({ title: 'Everywhere' });
    expect((await share(cast.superAdmin, [documentId], 'all')).status).toBe(200);
    expect(await isSeen(documentId)).toBe(true);
    expect(await isSeen(documentId, thirdToken)).toBe(true);
    const { createSite } = await import('../../../harness');
    const late = await createSite(app.strapi, { name: 'Late', slug: 'late' });
    const list = await app.get<List>('/api/articles', { host: late.domain });
    expect(list.body.data.map(({ title }) => title)).toEqual(['Everywhere']);
    const label = (await labelsOf(both, [documentId])).body.data[documentId];
    expect(label).toEqual({ kind: 'out', sites: 0, isEverywhere: true });
    expect((await stop(both, [documentId])).status).toBe(200);
    expect(await isSeen(documentId, thirdToken)).toBe(false);
  });

  it('belongs to the new owner after a move, and is still read', async () => {
    const { documentId } = await shared();
    const { cast, third, thirdToken } = scene;
    const body = { contentType: ARTICLE, documentIds: [documentId], to: third.documentId };
    expect((await cast.superAdmin.post('/multi-site/move', body)).status).toBe(200);
    expect(await isSeen(documentId)).toBe(true);
    expect(await isSeen(documentId, cast.fullToken)).toBe(false);
    const path = `/api/articles/${documentId}`;
    expect((await thirdToken.put(path, { data: { summary: 'Mine now' } })).status).toBe(200);
    const refused = await cast.otherToken.put(path, { data: { summary: 'X' } });
    expect(expectRefusal(refused, 403, 'MULTI_SITE_SHARED_BY_SITE').message).toContain('Third');
    expectRefusal(
      await both
        .with({ site: 'other' })
        .post('/multi-site/move', { ...body, to: scene.home.documentId }),
      403,
      'MULTI_SITE_MOVE_NOT_ALLOWED',
    );
  });

  it('goes on reading while other sites are at work, and costs types without shares nothing', async () => {
    const { strapi } = scene.app;
    await shared();
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => statements.push(sql);
    strapi.db.connection.on('query', note);
    await inSite(strapi, scene.third, () => strapi.db.query(ARTICLE).findMany({ where: {} }));
    await inSite(strapi, scene.other, () => strapi.db.query(AUTHOR).findMany({ where: {} }));
    strapi.db.connection.removeListener('query', note);
    expect(statements).toHaveLength(2);
    for (const sql of statements) expect(sql).not.toMatch(/ or |document_id.* in /);
  });

  it('lets its owner publish and discard without losing links of other sites', async () => {
    const { documentId } = await shared({ title: 'Linked' });
    const { cast } = scene;
    const made = await cast.otherToken.post<{ data: Named }>('/api/articles', {
      data: { title: 'From other', slug: 'from-other', related: [documentId] },
    });
    expect(made.status).toBe(201);
    const path = `${IN_ADMIN}/${documentId}`;
    const here = cast.siteEditor;
    expect(
      (await here.post(`${path}/actions/publish`, { title: 'Linked 2', slug: 'linked' })).status,
    ).toBe(200);
    expect((await here.put(path, { title: 'Linked 3', slug: 'linked' })).status).toBe(200);
    expect((await here.post(`${path}/actions/discard`, {})).status).toBe(200);
    for (const status of ['published', 'draft']) {
      const one = await cast.otherToken.get<{ data: { related: Named[] } }>(
        `/api/articles/${made.body.data.documentId}?populate=related&status=${status}`,
      );
      expect(one.body.data.related.map(({ title }) => title)).toEqual(['Linked 2']);
    }
  });
});
