import type { TestVariant } from '../../../plugins/ai-optimizer/shared/contracts/variants';
import { grantPublic, inSite } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { ARTICLE, article, startStage, type Stage } from './lib/stage';

type One<T> = { data: T };
type Experiment = { id: string; variants: { id: string; overlay: string }[] };

const PATH = '/ai-optimizer/experiments';
const NEW_TITLE = 'Another original';
const OWN_TITLE = 'Of the variant';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142 Safari/537.36';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await grantPublic(stage.app.strapi, [`${ARTICLE}.find`, `${ARTICLE}.findOne`]);
});
afterAll(() => stage.app.stop());

const listOf = (documentId: string) =>
  stage.admin.get<One<TestVariant[]>>(
    `/ai-optimizer/variants?uid=${ARTICLE}&documentId=${documentId}&locale=en`,
  );
const decide = (id: string, body: object) =>
  stage.admin.post<One<TestVariant>>(`/ai-optimizer/variants/${id}/review`, body);

/** A test of an article's title, and then another original. */
async function outdated({ isRunning }: { isRunning: boolean }) {
  const { documentId } = await article(stage);
  const made = await stage.admin.post<One<Experiment>>(PATH, {
    uid: ARTICLE,
    documentId,
    locale: 'en',
    name: 'Titles',
    controlWeight: 0.01,
    goal: { event: 'Signed Up' },
    variants: [{ name: 'B', weight: 0.99 }],
  });
  const { id, variants } = made.body.data;
  const [variant] = variants;
  const fields = { title: OWN_TITLE };
  await stage.admin.put(`${PATH}/${id}/variants/${variant?.id ?? ''}/fields`, { fields });
  if (isRunning) expect((await stage.admin.post(`${PATH}/${id}/start`, {})).status).toBe(200);
  await inSite(stage.app.strapi, stage.home, async () => {
    const documents = stage.app.strapi.documents(ARTICLE);
    await documents.update({ documentId, locale: 'en', data: { title: NEW_TITLE } as never });
    await documents.publish({ documentId, locale: 'en' });
  });
  return { documentId, id: variant?.overlay ?? '', experiment: id };
}

/** What a hundred visitors are shown. */
async function titlesOf(documentId: string) {
  const titles = new Set<string>();
  for (let n = 0; n < 100; n += 1) {
    const visitor = stage.app.with({
      host: stage.home.domain,
      headers: { 'X-Visitor-Id': `visitor-${n}`, 'user-agent': BROWSER },
    });
    const path = `/api/articles/${documentId}`;
    titles.add((await visitor.get<One<{ title: string }>>(path)).body.data.title);
  }
  return titles;
}

describe('a part of a test’s variant whose original changed', () => {
  it('is listed with both texts, and with its test', async () => {
    const { documentId, id, experiment } = await outdated({ isRunning: false });
    expect((await listOf(documentId)).body.data).toEqual([
      {
        id,
        name: 'B',
        changes: 1,
        state: 'draft',
        review: [{ path: 'title', original: NEW_TITLE, own: OWN_TITLE }],
        experiment: { id: experiment, name: 'Titles', state: 'draft' },
      },
    ]);
  });

  it('is kept, or given back, while the test is being made', async () => {
    const kept = await outdated({ isRunning: false });
    const answer = await decide(kept.id, { path: 'title', keep: 'variant' });
    expect(answer.body.data).toMatchObject({ review: [], changes: 1 });
    const taken = await outdated({ isRunning: false });
    const other = await decide(taken.id, { path: 'title', keep: 'original' });
    expect(other.body.data).toMatchObject({ review: [], changes: 0 });
  });

  it('is shown to the visitors of a running test again once it is kept', async () => {
    const { documentId, id } = await outdated({ isRunning: true });
    expect(await titlesOf(documentId)).not.toContain(OWN_TITLE);
    const refused = await decide(id, { path: 'title', keep: 'original' });
    expectRefusal(refused, 409, 'AI_OPTIMIZER_EXPERIMENT_STATE');
    const kept = await decide(id, { path: 'title', keep: 'variant' });
    expect(kept.body.data).toMatchObject({ state: 'published', review: [] });
    expect(await titlesOf(documentId)).toContain(OWN_TITLE);
  });

  it('is decided by nobody who may not', async () => {
    const { id, documentId } = await outdated({ isRunning: false });
    const path = `/ai-optimizer/variants/${id}/review`;
    const body = { path: 'title', keep: 'variant' };
    const { cast } = stage;
    expect((await cast.anonymous.post(path, body)).status).toBe(401);
    expect((await cast.readToken.post(path, body)).status).toBe(401);
    expectNoPermission(await cast.siteEditor.post(path, body));
    const elsewhere = cast.superAdmin.with({ site: stage.other.slug });
    expectRefusal(await elsewhere.post(path, body), 404, 'AI_OPTIMIZER_VARIANT_NOT_FOUND');
    expectRefusal(await decide('test.999999', body), 404, 'AI_OPTIMIZER_VARIANT_NOT_FOUND');
    expect((await decide('audience.1', body)).status).toBe(400);
    expect((await listOf(documentId)).body.data).toMatchObject([{ review: [{ path: 'title' }] }]);
  });
});
