import type {
  ShareProblem,
  ShareProblemsResponse,
  TidySharesResponse,
} from '../../../../plugins/multi-site/shared/contracts/shares';
import type { OverrideResponse } from '../../../../plugins/multi-site/shared/contracts/overrides';
import { createEntry, type Client } from '../../../harness';
import { expectNoPermission } from '../lib/answers';
import { ARTICLE, openSharing, share, stop, TAG, type Sharing } from './lib';

let scene: Sharing;

beforeAll(async () => {
  scene = await openSharing();
});
afterAll(() => scene.app.stop());

let counter = 0;
const shared = async (data: object = {}, site = scene.home, who: Client = scene.both) => {
  counter += 1;
  const plain = { title: `Entry ${counter}`, slug: `entry-${counter}`, ...data };
  const entry = await createEntry(scene.app.strapi, ARTICLE, plain, { site });
  expect((await share(who, [entry.documentId], [scene.other.documentId])).status).toBe(200);
  return entry.documentId;
};
const problemsOf = async (who: Client): Promise<ShareProblem[]> => {
  const answer = await who.get<ShareProblemsResponse>('/multi-site/shares/problems');
  expect(answer.status).toBe(200);
  expect(answer.body.data.isComplete).toBe(true);
  return answer.body.data.problems;
};
const ofEntry = async (who: Client, documentId: string) =>
  (await problemsOf(who)).filter((one) => one.documentId === documentId);

describe('shares that need somebody', () => {
  it('are none where all is well', async () => {
    await shared();
    for (const who of [scene.both, scene.otherOwner, scene.cast.superAdmin]) {
      expect(await problemsOf(who)).toEqual([]);
    }
    expectNoPermission(await scene.thirdEditor.get('/multi-site/shares/problems'));
    expect((await scene.app.get('/multi-site/shares/problems')).status).toBe(401);
  });

  it('name relations that a reading site does not see, until their targets are shared too', async () => {
    const { app, home, both, other } = scene;
    const tag = await createEntry(
      app.strapi,
      TAG,
      { name: 'Hidden', slug: 'hidden' },
      { site: home },
    );
    const documentId = await shared({ tags: [tag.documentId] });
    expect(await ofEntry(both, documentId)).toMatchObject([
      {
        kind: 'hidden-relations',
        owner: { name: 'Home' },
        targets: [{ contentType: TAG, documentId: tag.documentId, title: 'Hidden' }],
        readers: [{ name: 'Other' }],
      },
    ]);
    expect(await ofEntry(scene.otherOwner, documentId)).toEqual([]);
    expect((await share(both, [tag.documentId], [other.documentId], TAG)).status).toBe(200);
    expect(await ofEntry(both, documentId)).toEqual([]);
  });

  it('name own wordings that wait for a decision, and those whose entry is not shared any more', async () => {
    const { cast, otherOwner, both, other } = scene;
    const documentId = await shared({ summary: 'Base' });
    const made = await cast.otherEditor.post<OverrideResponse>('/multi-site/overrides', {
      contentType: ARTICLE,
      documentId,
      locale: 'en',
    });
    const { id } = made.body.data;
    const row = { id: Number(id.slice('site.'.length)) };
    const changes = [{ path: 'summary', baseHashes: ['gone', 'gone'], value: 'Mine' }];
    await scene.app.strapi.db
      .query('plugin::multi-site.override')
      .update({ where: row, data: { changes, live: changes } });
    expect(await ofEntry(otherOwner, documentId)).toMatchObject([
      {
        kind: 'override-review',
        overrideId: id,
        locale: 'en',
        fields: ['summary'],
        site: { name: 'Other' },
      },
    ]);
    expect(await ofEntry(both, documentId)).toEqual([]);
    expect(await ofEntry(cast.superAdmin, documentId)).toMatchObject([{ kind: 'override-review' }]);
    await stop(both, [documentId]);
    expect(await ofEntry(otherOwner, documentId)).toMatchObject([
      { kind: 'override-orphan', overrideId: id },
    ]);
    // The site is not told any more what the entry is called today, or whose it is.
    const title = 'Called another name';
    await cast.fullToken.put(`/api/articles/${documentId}`, { data: { title } });
    expect(JSON.stringify(await problemsOf(otherOwner))).not.toContain(title);
    expect(await ofEntry(otherOwner, documentId)).toMatchObject([{ owner: null }]);
    expect(await ofEntry(cast.superAdmin, documentId)).toMatchObject([
      { title, owner: { name: 'Home' } },
    ]);
    expect((await otherOwner.delete(`/multi-site/overrides/${id}`)).status).toBe(200);
    expect(await ofEntry(otherOwner, documentId)).toEqual([]);
    expect(other.name).toBe('Other');
  });

  it('name entries of an archived site, and shares of what is gone, which are tidied up', async () => {
    const { cast, third, otherOwner, app } = scene;
    const network = cast.superAdmin;
    const archived = await shared({}, third, network);
    const gone = await shared();
    await app.strapi.db.connection('articles').where({ document_id: gone }).delete();
    await app.strapi.db.connection('site_content').where({ content_id: gone }).delete();
    const path = `/multi-site/sites/${third.documentId}/archive`;
    expect((await network.post(path)).status).toBe(200);
    expect(await ofEntry(otherOwner, archived)).toMatchObject([
      { kind: 'owner-archived', owner: { name: 'Third' } },
    ]);
    expect(await ofEntry(network, archived)).toMatchObject([{ kind: 'owner-archived' }]);
    // It is still read: that a site rests does not take texts from others.
    expect((await cast.otherToken.get(`/api/articles/${archived}`)).status).toBe(200);
    expect(await ofEntry(network, gone)).toMatchObject([{ kind: 'entry-missing', owner: null }]);
    const tidied = await network.post<TidySharesResponse>('/multi-site/shares/tidy');
    expect(tidied.body.data).toEqual({ removed: 1 });
    expect(await ofEntry(network, gone)).toEqual([]);
    expect((await stop(network, [archived])).status).toBe(200);
    expect(await ofEntry(network, archived)).toEqual([]);
  });
});
