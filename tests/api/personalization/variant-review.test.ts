import type { Variant } from '../../../plugins/personalization/shared/contracts/variants';
import { createEntry, inSite } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { grantAdmin } from '../overlay/lib';
import { EVERYONE, startStage, type Stage } from './lib/stage';

type One<T> = { data: T };
type Edited = { meta: { overlay?: { stamp: string } } };

const UID = 'api::article.article';
const ACTIONS = [
  'plugin::personalization.overview.read-personalization',
  'plugin::personalization.rules.manage-rules',
];

let stage: Stage;
let count = 0;

beforeAll(async () => {
  stage = await startStage();
  const { strapi } = stage.app;
  await grantAdmin(strapi, 'multi-site-editor', ACTIONS);
  await grantAdmin(strapi, 'multi-site-viewer', ACTIONS);
});
afterAll(() => stage.app.stop());

const editor = () => stage.cast.siteEditor;
const admin = () => stage.cast.superAdmin.with({ site: stage.home.slug });
const listOf = async (documentId: string) =>
  (
    await editor().get<One<Variant[]>>(
      `/personalization/variants?uid=${UID}&documentId=${documentId}&locale=en`,
    )
  ).body.data;
const decide = (id: string, body: object) =>
  editor().post<One<Variant>>(`/personalization/variants/${id}/review`, body);
const inHome = <T>(work: () => T) => inSite(stage.app.strapi, stage.home, work);
const titleFor = async (documentId: string) => {
  const visitor = stage.app.with({ host: stage.home.domain });
  return (await visitor.get<One<{ title: string }>>(`/api/articles/${documentId}`)).body.data.title;
};

/** A published article with a variant that a rule shows to everyone, and then another original. */
async function outdated(): Promise<{ documentId: string; id: string }> {
  const { app, home } = stage;
  count += 1;
  const slug = `review-${count}`;
  const { documentId } = await createEntry(
    app.strapi,
    UID,
    { title: 'Original', summary: 'Short', slug },
    { site: home, locale: 'en' },
  );
  const { id } = await inHome<Promise<{ id: string }>>(() =>
    stage.service('variants').sample({
      uid: UID,
      documentId,
      locale: 'en',
      name: 'For everyone',
      values: { title: 'Of the variant' },
    }),
  );
  const rule = await admin().post<One<{ id: string }>>('/personalization/rules', {
    name: `Show ${slug}`,
    tree: EVERYONE,
    actions: [{ type: 'showVariant', variant: id }],
  });
  await admin().post(`/personalization/rules/${rule.body.data.id}/state`, { state: 'active' });
  expect(await titleFor(documentId)).toBe('Of the variant');

  await inHome(async () => {
    const documents = app.strapi.documents(UID);
    await documents.update({ documentId, locale: 'en', data: { title: 'New original' } as never });
    await documents.publish({ documentId, locale: 'en' });
  });
  expect(await titleFor(documentId)).toBe('New original');
  return { documentId, id };
}

/** The publish button of the variant in the edit view. */
async function publish(documentId: string, id: string) {
  const path = `/content-manager/collection-types/${UID}/${documentId}`;
  const query = `?locale=en&overlay=${id}`;
  const read = await editor().get<Edited & One<object>>(`${path}${query}`);
  const headers = {
    'X-Overlay-Page': id,
    'X-Overlay-Stamp': read.body.meta.overlay?.stamp ?? '',
  };
  const { title, summary, slug } = read.body.data as Record<string, string>;
  return editor().post(`${path}/actions/publish${query}`, { title, summary, slug }, { headers });
}

describe('a part of a variant whose original changed', () => {
  it('is listed with both texts', async () => {
    const { documentId, id } = await outdated();
    expect(await listOf(documentId)).toMatchObject([
      {
        id,
        state: 'published',
        review: [{ path: 'title', original: 'New original', own: 'Of the variant' }],
      },
    ]);
  });

  it('stays when somebody keeps it, and is shown again once the variant is published', async () => {
    const { documentId, id } = await outdated();
    const kept = await decide(id, { path: 'title', keep: 'variant' });
    expect(kept.status).toBe(200);
    expect(kept.body.data).toMatchObject({ id, state: 'modified', review: [], changes: 1 });
    expect(await titleFor(documentId)).toBe('New original');

    expect((await publish(documentId, id)).status).toBe(200);
    expect(await listOf(documentId)).toMatchObject([{ state: 'published', review: [] }]);
    expect(await titleFor(documentId)).toBe('Of the variant');
  });

  it('goes when somebody takes the original', async () => {
    const { documentId, id } = await outdated();
    const taken = await decide(id, { path: 'title', keep: 'original' });
    expect(taken.body.data).toMatchObject({ id, review: [], changes: 0 });
    const row = await stage.app.strapi.db
      .connection('personalization_variants')
      .where({ id: Number(id.replace('audience.', '')) })
      .first('changes', 'revision');
    expect(row.changes === '[]' || (row.changes as unknown[]).length === 0).toBe(true);
    expect(await titleFor(documentId)).toBe('New original');
  });

  it('is decided once', async () => {
    const { id } = await outdated();
    expect((await decide(id, { path: 'title', keep: 'variant' })).status).toBe(200);
    const again = await decide(id, { path: 'title', keep: 'original' });
    expectRefusal(again, 409, 'OVERLAY_REVIEW_SETTLED');
    expectRefusal(
      await decide(id, { path: 'summary', keep: 'variant' }),
      409,
      'OVERLAY_REVIEW_SETTLED',
    );
  });

  it('is decided by nobody who may not', async () => {
    const { documentId, id } = await outdated();
    const path = `/personalization/variants/${id}/review`;
    const body = { path: 'title', keep: 'original' };
    const { cast } = stage;
    expect((await cast.anonymous.post(path, body)).status).toBe(401);
    expect((await cast.readToken.post(path, body)).status).toBe(401);
    expectNoPermission(await cast.siteOwner.post(path, body));
    // Manages rules, but may only look at articles.
    expectRefusal(await cast.siteViewer.post(path, body), 403, 'OVERLAY_NOT_ALLOWED');
    expectRefusal(await cast.otherEditor.post(path, body), 404, 'OVERLAY_NOT_FOUND');
    expectRefusal(await decide('audience.999999', body), 404, 'OVERLAY_NOT_FOUND');
    expect((await decide(id, { path: 'title', keep: 'mine' })).status).toBe(400);
    expect(await listOf(documentId)).toMatchObject([{ review: [{ path: 'title' }] }]);
  });
});
