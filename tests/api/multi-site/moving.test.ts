import fs from 'node:fs';
import path from 'node:path';
import type {
  AuditEntry,
  ListAuditResponse,
  UndoResponse,
} from '../../../plugins/multi-site/shared/contracts/audit';
import type {
  MovePreview,
  MovePreviewResponse,
  MoveResponse,
  MoveTargetsResponse,
} from '../../../plugins/multi-site/shared/contracts/moves';
import {
  createEntry,
  createMedia,
  inSite,
  type AdminPersona,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { registeredSites, storedSites } from './lib/rows';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
const AUTHOR = 'api::author.author';
const FILE = 'plugin::upload.file';

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
/** An owner of both sites. */
let both: AdminPersona;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  const members = app.strapi.plugin('multi-site').service('members');
  await members.add({
    site: other.number,
    userId: cast.siteOwner.user.id,
    role: 'multi-site-owner',
  });
  both = cast.siteOwner;
});
afterAll(() => app.stop());

let counter = 0;
const write = (data: object = {}, on = home) => {
  counter += 1;
  const plain = { title: `Entry ${counter}`, slug: `entry-${counter}` };
  return createEntry(app.strapi, ARTICLE, { ...plain, ...data }, { site: on });
};
const bodyOf = (documentIds: string[], more: object = {}) => ({
  contentType: ARTICLE,
  documentIds,
  to: other.documentId,
  ...more,
});
const move = (client: AdminPersona, documentIds: string[], more: object = {}) =>
  client.post<MoveResponse>('/multi-site/move', bodyOf(documentIds, more));
const preview = async (documentIds: string[], more: object = {}): Promise<MovePreview> => {
  const answer = await both.post<MovePreviewResponse>(
    '/multi-site/move/preview',
    bodyOf(documentIds, more),
  );
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const undo = (client: AdminPersona, id: string) =>
  client.post<UndoResponse>(`/multi-site/audit/${id}/undo`);

const coverOn = async (site: TestSite, documentId: string) => {
  const entry = (await inSite(app.strapi, site, () =>
    app.strapi
      .documents(ARTICLE)
      .findOne({ documentId, status: 'published', populate: { cover: true } }),
  )) as { cover: { id: number; url: string; folderPath: string } | null } | null;
  return entry?.cover ?? null;
};

describe('moving entries to another site', () => {
  it('offers the sites on which the person may make them', async () => {
    const list = async (client: AdminPersona) => {
      const path = `/multi-site/move/targets?contentType=${ARTICLE}`;
      const answer = await client.get<MoveTargetsResponse>(path);
      return answer.body.data.map(({ name }) => name);
    };
    expect((await list(both)).sort()).toEqual(['Home', 'Other']);
    expect(await list(cast.superAdmin)).toContain('Main');
  });

  it('tells before what goes with them and what breaks', async () => {
    const own = await createMedia(app.strapi, { site: home, name: 'own.png' });
    const shared = await createMedia(app.strapi, { site: home, name: 'shared.png' });
    const author = await createEntry(
      app.strapi,
      AUTHOR,
      { name: 'Left Behind', slug: 'left-behind' },
      { site: home },
    );
    const friend = await write({ gallery: [shared.id] });
    const entry = await write({
      cover: own.id,
      gallery: [shared.id],
      author: author.documentId,
      related: [friend.documentId],
    });
    await createEntry(app.strapi, ARTICLE, { title: 'Taken', slug: 'entry-99' }, { site: other });

    const plan = await preview([entry.documentId, entry.documentId]);
    expect(plan.to.name).toBe('Other');
    expect(plan.entries).toMatchObject([{ documentId: entry.documentId, from: 'Home' }]);
    expect(plan.media.map(({ name, does }) => [name, does])).toEqual([
      ['own.png', 'moves'],
      ['shared.png', 'copied'],
    ]);
    expect(plan.links).toEqual(
      expect.arrayContaining([
        {
          field: 'author',
          typeName: 'Author',
          direction: 'to',
          count: 1,
          titles: ['Left Behind'],
        },
        expect.objectContaining({ field: 'related', count: 1 }),
      ]),
    );
    expect(plan.collisions).toEqual([]);
    expect((await preview([entry.documentId], { sharedMedia: 'leave' })).media[1]?.does).toBe(
      'stays',
    );
    const together = await preview([entry.documentId, friend.documentId]);
    expect(together.links.map(({ field }) => field)).not.toContain('related');
    expect(together.media.every(({ does }) => does === 'moves')).toBe(true);
  });

  it('takes drafts, published rows and media along, and puts all of it back', async () => {
    const own = await createMedia(app.strapi, { site: home });
    const shared = await createMedia(app.strapi, { site: home });
    const stays = await write({ cover: shared.id });
    const goes = await write({ cover: own.id, gallery: [shared.id] });

    const answer = await move(both, [goes.documentId]);
    expect(answer.status).toBe(200);
    expect(answer.body.data.moved).toBe(1);
    const { number } = other;
    expect(await storedSites(app.strapi, ARTICLE, goes.documentId)).toEqual([number, number]);
    expect(await registeredSites(app.strapi, ARTICLE, goes.documentId)).toEqual([number]);
    expect(await storedSites(app.strapi, FILE, own.documentId)).toEqual([number]);
    expect(await storedSites(app.strapi, FILE, shared.documentId)).toEqual([home.number]);
    expect(await coverOn(home, goes.documentId)).toBeNull();
    expect(await coverOn(other, goes.documentId)).toMatchObject({ id: own.id, folderPath: '/' });
    expect((await coverOn(home, stays.documentId))?.id).toBe(shared.id);
    const seen = (await inSite(app.strapi, other, () =>
      app.strapi
        .documents(ARTICLE)
        .findOne({ documentId: goes.documentId, populate: { gallery: true } }),
    )) as { gallery: { id: number; url: string }[] };
    const [copy] = seen.gallery;
    if (!copy) throw new Error('The picture that others use was not copied.');
    expect(copy.id).not.toBe(shared.id);
    const place = path.join(app.storage.publicDir, copy.url);
    expect(fs.existsSync(place)).toBe(true);

    const back = await undo(both, answer.body.data.auditId);
    expect(back.body.data).toEqual({ undone: 1, refused: [] });
    expect(await storedSites(app.strapi, ARTICLE, goes.documentId)).toEqual([
      home.number,
      home.number,
    ]);
    expect(await registeredSites(app.strapi, ARTICLE, goes.documentId)).toEqual([home.number]);
    expect((await coverOn(home, goes.documentId))?.id).toBe(own.id);
    expect(fs.existsSync(place)).toBe(false);
    expectRefusal(await undo(both, answer.body.data.auditId), 409, 'MULTI_SITE_ALREADY_UNDONE');
  });

  it('leaves the links as they are, so that going back brings them back', async () => {
    const author = await createEntry(
      app.strapi,
      AUTHOR,
      { name: 'Stays', slug: 'stays' },
      { site: home },
    );
    const { documentId } = await write({ author: author.documentId });
    const read = async (site: TestSite) =>
      inSite(app.strapi, site, () =>
        app.strapi.documents(ARTICLE).findOne({ documentId, populate: { author: true } }),
      );
    const { auditId } = (await move(both, [documentId])).body.data;
    expect((await read(other))?.author).toBeNull();
    await undo(both, auditId);
    expect((await read(home))?.author).toMatchObject({ name: 'Stays', slug: 'stays' });
  });

  it('is not taken back for what was edited or deleted since', async () => {
    const edited = await write();
    const deleted = await write();
    const still = await write();
    const ids = [edited, deleted, still].map(({ documentId }) => documentId);
    const { auditId } = (await move(both, ids)).body.data;
    await inSite(app.strapi, other, async () => {
      const articles = app.strapi.documents(ARTICLE);
      await articles.update({ documentId: edited.documentId, data: { title: 'Changed there' } });
      await articles.delete({ documentId: deleted.documentId, locale: '*' });
    });
    const { data } = (await undo(both, auditId)).body;
    expect(data.undone).toBe(1);
    expect(data.refused).toEqual(
      expect.arrayContaining([
        { documentId: edited.documentId, reason: 'It was edited on its new site.' },
        { documentId: deleted.documentId, reason: 'It was deleted.' },
      ]),
    );
    expect(await storedSites(app.strapi, ARTICLE, edited.documentId)).toContain(other.number);
    expect(await storedSites(app.strapi, ARTICLE, still.documentId)).toContain(home.number);
  });

  it('is refused where a unique value is taken, and then nothing has moved', async () => {
    await createEntry(app.strapi, ARTICLE, { title: 'Same', slug: 'same' }, { site: other });
    const same = await write({ slug: 'same' });
    const free = await write();
    const ids = [free.documentId, same.documentId];
    expect((await preview(ids)).collisions).toEqual([
      { documentId: same.documentId, field: 'slug', value: 'same' },
    ]);
    expectRefusal(await move(both, ids), 409, 'MULTI_SITE_MOVE_COLLISION');
    expect(await storedSites(app.strapi, ARTICLE, free.documentId)).not.toContain(other.number);
  });

  it('is refused without the right on either side', async () => {
    const { documentId } = await write();
    expectNoPermission(await move(cast.siteEditor, [documentId]));
    expectNoPermission(await move(cast.otherEditor, [documentId]));
    const main = { to: 'nothing' };
    expectRefusal(await move(both, [documentId], main), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    const [first] = await app.strapi.plugin('multi-site').service('sites').findMany();
    const foreign = await move(both, [documentId], { to: first.id });
    expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
    expect((await app.post('/multi-site/move', bodyOf([documentId]))).status).toBe(401);
    expect((await cast.networkToken.post('/multi-site/move', bodyOf([documentId]))).status).toBe(
      401,
    );
  });

  it('finds nothing of other sites', async () => {
    const foreign = await write({}, other);
    const home2 = { to: home.documentId };
    const stolen = await move(both, [foreign.documentId], home2);
    expectRefusal(stolen, 404, 'MULTI_SITE_ENTRY_NOT_FOUND');
    const random = await move(both, ['nothing'], home2);
    expect(random.text).toBe(stolen.text);
    const wrong = await move(both, ['x'], { contentType: 'admin::user' });
    expectRefusal(wrong, 400, 'MULTI_SITE_NOTHING_TO_MOVE');
    expect((await move(both, [])).status).toBe(400);
  });

  it('is written down for those who run a site', async () => {
    const { documentId } = await write();
    const { auditId } = (await move(both, [documentId])).body.data;
    const list = await both.get<ListAuditResponse>('/multi-site/audit?action=move');
    expect(list.status).toBe(200);
    expect(list.body.data[0]).toMatchObject({
      id: auditId,
      by: 'owner Tester',
      action: 'move',
      site: 'Home',
      otherSite: 'Other',
      count: 1,
      canUndo: true,
    } satisfies Partial<AuditEntry>);
    expectNoPermission(await cast.siteEditor.get('/multi-site/audit'));
    const all = await cast.superAdmin.get<ListAuditResponse>('/multi-site/audit?pageSize=1');
    expect(all.body.meta.pagination.total).toBeGreaterThan(1);
    expectRefusal(await undo(both, 'nothing'), 404, 'MULTI_SITE_AUDIT_NOT_FOUND');
  });
});

describe('assigning by a field', () => {
  const assigning = () => app.strapi.plugin('multi-site').service('assigning');

  it('gives entries to the site that a relation or a text names', async () => {
    const author = await createEntry(
      app.strapi,
      AUTHOR,
      { name: 'Other', slug: 'writes-for-other' },
      { site: home },
    );
    const named = await write({ author: author.documentId });
    const wish = { uid: ARTICLE, field: 'author' };
    expect(await assigning().preview(wish)).toContainEqual({
      value: 'Other',
      site: { id: other.documentId, name: other.name },
      entries: 1,
    });
    const done = await assigning().apply(wish);
    expect(done.moved).toBe(1);
    expect(await storedSites(app.strapi, ARTICLE, named.documentId)).toEqual([
      other.number,
      other.number,
    ]);

    const texts = await write({ summary: 'belongs to the other' });
    const byText = { uid: ARTICLE, field: 'summary', map: { 'belongs to the other': 'other' } };
    expect((await assigning().apply(byText)).moved).toBe(1);
    expect(await storedSites(app.strapi, ARTICLE, texts.documentId)).toContain(other.number);
    await expect(assigning().preview({ uid: ARTICLE, field: 'nothing' })).rejects.toThrow(
      'has no field "nothing"',
    );
  });

  it('is done in the admin after a preview, and taken back', async () => {
    const texts = await write({ summary: 'for the shop' });
    const stays = await write({ summary: 'for nobody' });
    const wish = { contentType: ARTICLE, field: 'summary' };
    const fields = await cast.superAdmin.get<{ data: { contentType: string; fields: string[] }[] }>(
      '/multi-site/assigning/fields',
    );
    const type = fields.body.data.find(({ contentType }) => contentType === ARTICLE);
    expect(type?.fields).toEqual(expect.arrayContaining(['author', 'summary']));
    expect(type?.fields).not.toContain('createdBy');

    const preview = await cast.superAdmin.post<{ data: object[] }>(
      '/multi-site/assigning/preview',
      wish,
    );
    expect(preview.body.data).toContainEqual({ value: 'for the shop', site: null, entries: 1 });
    const sites = { 'for the shop': other.documentId };
    const done = await cast.superAdmin.post<{ data: { moved: number; auditIds: string[] } }>(
      '/multi-site/assigning',
      { ...wish, sites },
    );
    expect(done.body.data).toMatchObject({ moved: 1 });
    expect(await storedSites(app.strapi, ARTICLE, texts.documentId)).toContain(other.number);
    expect(await storedSites(app.strapi, ARTICLE, stays.documentId)).toContain(home.number);

    const [entry = ''] = done.body.data.auditIds;
    const undo = await cast.superAdmin.post(`/multi-site/audit/${entry}/undo`);
    expect(undo.status).toBe(200);
    expect(await storedSites(app.strapi, ARTICLE, texts.documentId)).toContain(home.number);
  });

  it.each(['siteOwner', 'otherEditor', 'anonymous', 'fullToken'] as const)(
    'is not for %s',
    async (name) => {
      const wish = { contentType: ARTICLE, field: 'summary' };
      expect([401, 403]).toContain((await cast[name].get('/multi-site/assigning/fields')).status);
      const preview = await cast[name].post('/multi-site/assigning/preview', wish);
      expect([401, 403]).toContain(preview.status);
      const done = await cast[name].post('/multi-site/assigning', { ...wish, sites: {} });
      expect([401, 403]).toContain(done.status);
    },
  );

  it('refuses fields that cannot name a site', async () => {
    for (const field of ['createdBy', 'nothing', '__proto__']) {
      const answer = await cast.superAdmin.post('/multi-site/assigning/preview', {
        contentType: ARTICLE,
        field,
      });
      expectRefusal(answer, 400, 'MULTI_SITE_NO_SUCH_FIELD');
    }
  });
});
