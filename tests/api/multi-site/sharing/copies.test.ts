import fs from 'node:fs';
import path from 'node:path';
import type {
  CopyPreview,
  CopyPreviewResponse,
  CopyResponse,
} from '../../../../plugins/multi-site/shared/contracts/copies';
import type { UID } from '@strapi/strapi';
import { createEntry, createMedia, inSite, type Client } from '../../../harness';
import { expectNoPermission, expectRefusal } from '../lib/answers';
import { storedSites } from '../lib/rows';
import { ARTICLE, AUTHOR, openSharing, share, TAG, undo, type Named, type Sharing } from './lib';

type Whole = Named & {
  slug: string;
  summary: string | null;
  locale: string;
  cover: { id: number; url: string } | null;
  author: Named | null;
  tags: Named[];
  related: Named[];
  seo: { metaTitle: string; shareImage: { id: number } | null } | null;
  links: { label: string }[];
};

let scene: Sharing;

beforeAll(async () => {
  scene = await openSharing();
});
afterAll(() => scene.app.stop());

let counter = 0;
const write = (data: object = {}, site = scene.home, uid: UID.ContentType = ARTICLE) => {
  counter += 1;
  const plain =
    uid === ARTICLE
      ? { title: `Entry ${counter}`, slug: `entry-${counter}` }
      : { name: `Name ${counter}`, slug: `name-${counter}` };
  return createEntry(scene.app.strapi, uid, { ...plain, ...data }, { site });
};
const bodyOf = (documentIds: string[], more: object = {}) => ({
  contentType: ARTICLE,
  documentIds,
  to: scene.other.documentId,
  ...more,
});
const copy = (who: Client, documentIds: string[], more: object = {}) =>
  who.post<CopyResponse>('/multi-site/copies', bodyOf(documentIds, more));
const preview = async (documentIds: string[], more: object = {}): Promise<CopyPreview> => {
  const answer = await scene.both.post<CopyPreviewResponse>(
    '/multi-site/copies/preview',
    bodyOf(documentIds, more),
  );
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body.data;
};
const onOther = async (
  filters: object,
  { status = 'draft', locale = 'en' }: { status?: 'draft' | 'published'; locale?: string } = {},
): Promise<Whole | null> =>
  inSite(scene.app.strapi, scene.other, () =>
    scene.app.strapi.documents(ARTICLE).findFirst({
      filters: filters as never,
      status,
      locale,
      populate: {
        cover: true,
        author: true,
        tags: true,
        related: true,
        links: true,
        seo: { populate: '*' },
      } as never,
    }),
  ) as unknown as Promise<Whole | null>;

describe('copying entries to another site', () => {
  it('tells before what the copies link to there, and what they show', async () => {
    const { app, home, other, both } = scene;
    const cover = await createMedia(app.strapi, { site: home, name: 'copied.png' });
    const mapped = await write({ name: 'Ada', slug: 'ada' }, home, AUTHOR);
    await write({ name: 'Ada of other', slug: 'ada' }, other, AUTHOR);
    const missing = await write({ name: 'Missing', slug: 'missing' }, home, TAG);
    const kept = await write({ title: 'Read there' });
    await share(both, [kept.documentId], [other.documentId]);
    const friend = await write({ title: 'Friend' });
    const entry = await write({
      title: 'To copy',
      cover: cover.id,
      author: mapped.documentId,
      tags: [missing.documentId],
      related: [kept.documentId, friend.documentId],
    });
    const plan = await preview([entry.documentId, friend.documentId]);
    expect(plan).toMatchObject({
      to: { name: 'Other' },
      locales: ['en'],
      media: [{ name: 'copied.png' }],
      collisions: [],
      mayPublish: true,
    });
    expect(plan.entries.map(({ title, isPublished }) => [title, isPublished])).toEqual([
      ['To copy', true],
      ['Friend', true],
    ]);
    const fates = Object.fromEntries(plan.relations.map(({ title, does }) => [title, does]));
    expect(fates).toEqual({
      Ada: 'mapped',
      Missing: 'leave',
      'Read there': 'kept',
      Friend: 'together',
    });
    const chosen = await preview([entry.documentId, friend.documentId], { missing: 'copy' });
    expect(chosen.relations.find(({ title }) => title === 'Missing')).toMatchObject({
      does: 'copy',
      isMissing: true,
    });
    const rows = await app.strapi.db.connection('articles').where({ title: 'To copy' }).pluck('id');
    expect(rows).toHaveLength(2);
  });

  it('makes them whole: languages, drafts and published, components, links and media', async () => {
    const { app, home, both } = scene;
    const cover = await createMedia(app.strapi, { site: home });
    const tag = await write({ name: 'Along', slug: 'along' }, home, TAG);
    const shared = await write({ name: 'Shared with', slug: 'shared-with' }, home, TAG);
    const friend = await write({ title: 'Best friend', slug: 'best-friend' });
    const { documentId } = await write({
      title: 'Whole',
      slug: 'whole',
      cover: cover.id,
      tags: [tag.documentId, shared.documentId],
      related: [friend.documentId],
      seo: { metaTitle: 'Meta', shareImage: cover.id },
      links: [{ label: 'One', url: '/1' }],
    });
    await inSite(app.strapi, home, async () => {
      const articles = app.strapi.documents(ARTICLE);
      await articles.update({ documentId, locale: 'en', data: { summary: 'Being written' } });
      const data = { title: 'Ganz', slug: 'ganz' } as never;
      await articles.update({ documentId, locale: 'de', data });
    });
    const answer = await copy(both, [documentId, friend.documentId], {
      publish: true,
      missing: 'copy',
      choices: [{ contentType: TAG, documentId: shared.documentId, does: 'share' }],
    });
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    expect(answer.body.data.copied).toBe(2);

    const draft = await onOther({ slug: 'whole' });
    expect(draft).toMatchObject({
      title: 'Whole',
      summary: 'Being written',
      links: [{ label: 'One' }],
      seo: { metaTitle: 'Meta' },
      related: [{ title: 'Best friend' }],
    });
    expect(draft?.documentId).not.toBe(documentId);
    expect(draft?.related[0]?.documentId).not.toBe(friend.documentId);
    expect(draft?.tags.map(({ name }) => name).sort()).toEqual(['Along', 'Shared with']);
    expect(draft?.tags.map((one) => one.documentId)).toContain(shared.documentId);
    expect(draft?.tags.map((one) => one.documentId)).not.toContain(tag.documentId);
    const published = await onOther({ slug: 'whole' }, { status: 'published' });
    expect(published).toMatchObject({ summary: null, related: [{ title: 'Best friend' }] });
    expect(await onOther({ slug: 'ganz' }, { locale: 'de' })).toMatchObject({
      documentId: draft?.documentId,
      title: 'Ganz',
    });
    expect(await onOther({ slug: 'ganz' }, { locale: 'de', status: 'published' })).toBeNull();
    const file = draft?.cover;
    expect(file?.id).not.toBe(cover.id);
    expect(draft?.seo?.shareImage?.id).toBe(file?.id);
    const place = path.join(app.storage.publicDir, file?.url ?? '');
    expect(fs.existsSync(place)).toBe(true);
    const number = scene.other.number;
    const sites = await storedSites(app.strapi, ARTICLE, draft?.documentId ?? '');
    expect(new Set(sites)).toEqual(new Set([number]));

    const back = await undo(both, answer.body.data.auditId);
    expect(back.body.data).toEqual({ undone: 3, refused: [] });
    expect(await onOther({ slug: 'whole' })).toBeNull();
    expect(fs.existsSync(place)).toBe(false);
    const tags = await inSite(app.strapi, scene.other, () =>
      app.strapi
        .documents(TAG)
        .findMany({ filters: { slug: { $in: ['along', 'shared-with'] } } as never }),
    );
    expect(tags).toEqual([]);
    expectRefusal(await undo(both, answer.body.data.auditId), 409, 'MULTI_SITE_ALREADY_UNDONE');
  });

  it('takes chosen languages only, and drafts unless told otherwise', async () => {
    const { app, home, both } = scene;
    const { documentId } = await write({ title: 'English', slug: 'english' });
    await inSite(app.strapi, home, () =>
      app.strapi.documents(ARTICLE).update({
        documentId,
        locale: 'de',
        data: { title: 'Deutsch', slug: 'deutsch' } as never,
      }),
    );
    expect((await copy(both, [documentId], { locales: ['de'] })).status).toBe(200);
    expect(await onOther({ slug: 'english' })).toBeNull();
    expect(await onOther({ slug: 'deutsch' }, { locale: 'de' })).toMatchObject({
      title: 'Deutsch',
    });
    expect(await onOther({ slug: 'deutsch' }, { locale: 'de', status: 'published' })).toBeNull();
  });

  it('is refused where a unique value is taken, and then nothing was made', async () => {
    await write({ title: 'Taken', slug: 'taken' }, scene.other);
    const cover = await createMedia(scene.app.strapi, { site: scene.home });
    const taken = await write({ title: 'Mine', slug: 'taken', cover: cover.id });
    const free = await write({ title: 'Free', slug: 'free' });
    const ids = [free.documentId, taken.documentId];
    expect((await preview(ids)).collisions).toEqual([
      { documentId: taken.documentId, field: 'slug', value: 'taken' },
    ]);
    expectRefusal(await copy(scene.both, ids), 409, 'MULTI_SITE_MOVE_COLLISION');
    expect(await onOther({ slug: 'free' })).toBeNull();
  });

  it('keeps what was edited there when it is taken back', async () => {
    const { both, cast } = scene;
    const { documentId } = await write({ title: 'Edited', slug: 'edited' });
    const { auditId } = (await copy(both, [documentId])).body.data;
    const made = await onOther({ slug: 'edited' });
    await cast.otherToken.put(`/api/articles/${made?.documentId ?? ''}`, {
      data: { title: 'By other' },
    });
    expect((await undo(both, auditId)).body.data).toEqual({
      undone: 0,
      refused: [{ documentId: made?.documentId, reason: 'It was edited on its new site.' }],
    });
    expect(await onOther({ slug: 'edited' })).toMatchObject({ title: 'By other' });
  });

  it('is refused for the site on which they are, or are read, already', async () => {
    const { both, cast, home, other } = scene;
    const { documentId } = await write({ title: 'Here', slug: 'here' });
    await share(both, [documentId], [other.documentId]);
    const there = both.with({ site: 'other' });
    expectRefusal(await copy(there, [documentId]), 400, 'MULTI_SITE_ALREADY_THERE');
    const back = await copy(there, [documentId], { to: home.documentId });
    expectRefusal(back, 400, 'MULTI_SITE_ALREADY_THERE');
    const all = await copy(cast.superAdmin, [documentId], { to: home.documentId });
    expectRefusal(all, 400, 'MULTI_SITE_ALREADY_THERE');
  });

  it('needs the rights here and there', async () => {
    const { cast, third, home, both, app } = scene;
    const { documentId } = await write();
    expectNoPermission(await copy(cast.siteEditor, [documentId]));
    const foreign = { to: third.documentId };
    expectRefusal(await copy(both, [documentId], foreign), 404, 'MULTI_SITE_SITE_NOT_FOUND');
    const there = both.with({ site: 'other' });
    const hidden = await copy(there, [documentId], { to: home.documentId });
    expectRefusal(hidden, 404, 'MULTI_SITE_ENTRY_NOT_FOUND');
    const random = await copy(there, ['nothing'], { to: home.documentId });
    expect(random.text).toBe(hidden.text);
    expect((await copy(app, [documentId])).status).toBe(401);
    expect((await copy(cast.networkToken, [documentId])).status).toBe(401);
    expect((await copy(both, [documentId], { missing: 'steal' })).status).toBe(400);
    const user = await both.post('/multi-site/copies', {
      ...bodyOf(['x']),
      contentType: 'admin::user',
    });
    expectRefusal(user, 400, 'MULTI_SITE_NOT_SHAREABLE');
  });
});
