import type { CopyResponse } from '../../../../plugins/multi-site/shared/contracts/copies';
import type { UndoResponse } from '../../../../plugins/multi-site/shared/contracts/audit';
import type { MoveResponse } from '../../../../plugins/multi-site/shared/contracts/moves';
import {
  createSite,
  type AdminPersona,
  type App,
  type Cast,
  type TestSite,
} from '../../../harness';
import { expectRefusal } from '../lib/answers';
import { startStage } from '../lib/stage';
import { ARTICLE, expectTaken, keysOf, on, refusal, rowsWith, TAKEN } from './lib';

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

const write = (site: TestSite, slug: string) =>
  on(app.strapi, site, ARTICLE).create({ title: slug, slug });
const move = (documentIds: string[], to = other) =>
  both.post<MoveResponse>('/multi-site/move', {
    contentType: ARTICLE,
    documentIds,
    to: to.documentId,
  });
/** Site and key of each published entry with that slug. */
const published = async (slug: string) => {
  const rows = await rowsWith(app.strapi, ARTICLE, { slug });
  return rows
    .filter((row) => row.published_at !== null)
    .map((row) => ({ site: row.site_id, key: Object.values(keysOf(row))[0] }));
};

describe('an entry that moves', () => {
  it('leaves its value free and takes it on its new site', async () => {
    const { documentId } = await write(home, 'moves');
    const [before] = await published('moves');
    expect((await move([documentId])).status).toBe(200);
    const [after] = await published('moves');
    expect(after).toEqual({ site: other.number, key: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(after?.key).not.toBe(before?.key);
    expect(await refusal(write(home, 'moves'))).toBe('written');
    expect(await refusal(write(other, 'moves'))).toBe(TAKEN);
  });

  it('comes back by Undo with its old key', async () => {
    const { documentId } = await write(home, 'returns');
    const before = await published('returns');
    const { body } = await move([documentId]);
    await both.post(`/multi-site/audit/${body.data.auditId}/undo`);
    expect(await published('returns')).toEqual(before);
  });

  it('does not come back by Undo where its value is taken meanwhile', async () => {
    const { documentId } = await write(home, 'replaced');
    const { body } = await move([documentId]);
    await write(home, 'replaced');
    const undone = await both.post<UndoResponse>(`/multi-site/audit/${body.data.auditId}/undo`);
    expect(undone.body.data).toEqual({
      undone: 0,
      refused: [{ documentId, reason: 'Its slug "replaced" is taken there.' }],
    });
    expect((await published('replaced')).map(({ site }) => site)).toEqual([
      other.number,
      home.number,
    ]);
  });

  it('is refused where the value is taken, with the name of the field', async () => {
    const { documentId } = await write(home, 'meets');
    await write(other, 'meets');
    expectRefusal(await move([documentId]), 409, 'MULTI_SITE_MOVE_COLLISION');
  });

  it('is refused where the value is taken while it moves', async () => {
    const { documentId } = await write(home, 'meets-late');
    // Between the look-up and the change somebody writes it there.
    const moving = app.strapi.plugin('multi-site').service('moving');
    const taken = () => moving.move({ uid: ARTICLE, documentIds: [documentId], to: site });
    const site = await app.strapi.plugin('multi-site').service('sites').find(other.documentId);
    const results = await Promise.all([
      refusal(taken()),
      refusal(write(other, 'meets-late')),
      refusal(write(other, 'meets-late')),
    ]);
    expect(results.filter((result) => result === 'written')).toHaveLength(1);
    const there = (await published('meets-late')).filter((row) => row.site === other.number);
    expect(there).toHaveLength(1);
  });
});

describe('a copy on another site', () => {
  it('takes the value there', async () => {
    const { documentId } = await write(home, 'copied');
    const answer = await both.post<CopyResponse>('/multi-site/copies', {
      contentType: ARTICLE,
      documentIds: [documentId],
      to: other.documentId,
      publish: true,
    });
    expect(answer.status).toBe(200);
    const rows = await published('copied');
    expect(rows.map((row) => row.site)).toEqual([home.number, other.number]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(2);
    expect(await refusal(write(other, 'copied'))).toBe(TAKEN);
  });
});

describe('a site', () => {
  it('that is deleted leaves nothing in the way', async () => {
    const gone = await createSite(app.strapi);
    await write(gone, 'of-the-gone');
    const removal = app.strapi.plugin('multi-site').service('removal');
    const sites = app.strapi.plugin('multi-site').service('sites');
    await removal.removeAll(await sites.find(gone.documentId));
    expect(await published('of-the-gone')).toEqual([]);
  });

  it('of which another site shows an entry keeps its value', async () => {
    await write(home, 'shown');
    const answer = await cast.otherToken.post('/api/articles', {
      data: { title: 'Shown', slug: 'shown' },
    });
    expect(answer.status).toBe(201);
    const again = await cast.fullToken.post('/api/articles', {
      data: { title: 'Shown', slug: 'shown' },
    });
    expectTaken(again, 'slug', 'shown');
  });
});
