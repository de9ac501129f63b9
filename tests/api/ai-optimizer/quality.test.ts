import { createAdminUser } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { ARTICLE, article, paragraph, settled, startStage, type Stage } from './lib/stage';

type Body<T> = { data: T; meta: { pagination: { total: number } } };
type Score = {
  documentId: string;
  title: string;
  score: number;
  site: number;
  lights: Record<string, number>;
};
type Run = { id: number; state: string; done: number; total: number };

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.app.stop());

const SCORES = '/ai-optimizer/scores';
const entryPath = (documentId: string) => `${SCORES}/${ARTICLE}/${documentId}?locale=en`;
const list = async (query = '') =>
  (await stage.admin.get<Body<Score[]>>(`${SCORES}?${query}`)).body;
const storedScores = (documentId: string) =>
  stage.app.strapi.db.connection('ai_optimizer_scores').where({ entry_document_id: documentId });

describe('analysing what stands in a form', () => {
  const body = {
    uid: ARTICLE,
    locale: 'en',
    document: { title: 'Fog', body: [paragraph('The fog was seen by her.')] },
  };

  it('answers a score with checks and their passages, and stores nothing', async () => {
    const answer = await stage.admin.post<{
      data: { score: number; checks: { id: string; light: string }[] };
    }>('/ai-optimizer/analyze', body);
    expect(answer.status).toBe(200);
    expect(answer.body.data.score).toBeGreaterThan(0);
    expect(answer.body.data.checks.find(({ id }) => id === 'word-count')).toMatchObject({
      light: 'poor',
    });
    expect(await stage.app.strapi.db.query('plugin::ai-optimizer.score').count()).toBe(0);
  });

  it.each([
    ['another type', { ...body, uid: 'plugin::users-permissions.user' }, 400, 'INVALID_INPUT'],
    ['no document', { uid: ARTICLE, locale: 'en' }, 400, 'INVALID_INPUT'],
    [
      'a type that is not there',
      { ...body, uid: 'api::nothing.nothing' },
      404,
      'AI_OPTIMIZER_ENTRY_NOT_FOUND',
    ],
  ])('refuses %s', async (_what, wrong, status, code) => {
    expectRefusal(await stage.admin.post('/ai-optimizer/analyze', wrong), status, code);
  });

  it('is closed without a login, and to who holds no action', async () => {
    expect((await stage.app.post('/ai-optimizer/analyze', body)).status).toBe(401);
    expectNoPermission(await stage.cast.siteEditor.post('/ai-optimizer/analyze', body));
    expectNoPermission(await stage.cast.siteEditor.get(SCORES));
  });
});

describe('scores', () => {
  it('are made after a save, outside its request, once a day and entry', async () => {
    const { documentId } = await article(stage);
    await settled(stage);
    const [row] = await storedScores(documentId);
    expect(row).toMatchObject({
      site: stage.home.number,
      entry_locale: 'en',
      title: 'A morning without an edge',
    });
    const path = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`;
    await stage.admin.put(path, {
      summary: 'Another summary that says more than the first one did before.',
    });
    await settled(stage);
    expect(await storedScores(documentId)).toHaveLength(1);
  });

  it('keep their history over days', async () => {
    const { documentId } = await article(stage);
    await settled(stage);
    const yesterday = new Date(Date.now() - 86_400_000);
    await stage.app.strapi.db
      .query('plugin::ai-optimizer.score')
      .updateMany({ where: { entryDocumentId: documentId }, data: { takenAt: yesterday } });
    await stage.admin.put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`, {
      title: 'Other',
    });
    await settled(stage);
    const answer = await stage.admin.get<
      Body<{ history: { day: string }[]; entry: { title: string } }>
    >(entryPath(documentId));
    expect(answer.body.data.history).toHaveLength(2);
    expect(answer.body.data.entry.title).toBe('Other');
    const { data } = await list(`q=Other`);
    expect(data).toHaveLength(1);
  });

  it('go with the entry', async () => {
    const { documentId } = await article(stage);
    await settled(stage);
    await stage.admin.delete(
      `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`,
    );
    await settled(stage);
    expect(await storedScores(documentId)).toHaveLength(0);
    expectRefusal(
      await stage.admin.get(entryPath(documentId)),
      404,
      'AI_OPTIMIZER_ENTRY_NOT_FOUND',
    );
  });

  it('of another site are not there', async () => {
    const { documentId } = await article(stage, { title: 'Elsewhere' }, stage.other);
    await settled(stage);
    expect(await storedScores(documentId)).toHaveLength(1);
    expect((await list('q=Elsewhere')).data).toEqual([]);
    expectRefusal(
      await stage.admin.get(entryPath(documentId)),
      404,
      'AI_OPTIMIZER_ENTRY_NOT_FOUND',
    );
    const network = await stage.cast.superAdmin.get<Body<Score[]>>(`${SCORES}?q=Elsewhere`, {
      site: '*',
    });
    expect(network.body.data).toMatchObject([{ site: stage.other.number }]);
  });

  it('can be filtered and sorted, and wrong filters are refused', async () => {
    const { data, meta } = await list('sort=score:desc&min=0&max=100&pageSize=1');
    expect(data).toHaveLength(1);
    expect(meta.pagination.total).toBeGreaterThan(1);
    expectRefusal(await stage.admin.get(`${SCORES}?sort=password:asc`), 400, 'INVALID_INPUT');
    expectRefusal(await stage.admin.get(`${SCORES}?max=101`), 400, 'INVALID_INPUT');
  });

  it('are summed up', async () => {
    const answer = await stage.admin.get<
      Body<{ total: number; distribution: number[]; byType: { uid: string }[]; evidence: null }>
    >(`${SCORES}/overview`);
    const { total, distribution, byType, evidence } = answer.body.data;
    expect(distribution.reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(byType).toMatchObject([{ uid: ARTICLE }]);
    expect(evidence).toBeNull();
  });

  it('can be taken along as a spreadsheet without formulas', async () => {
    await article(stage, { title: '=HYPERLINK("x")' });
    await settled(stage);
    const answer = await stage.admin.get(`${SCORES}/export`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/text\/csv/);
    expect(answer.text).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('measuring everything again', () => {
  it('is a run with progress that finds what was never measured', async () => {
    const { documentId } = await article(stage);
    await settled(stage);
    await stage.app.strapi.db.query('plugin::ai-optimizer.score').deleteMany({});
    const started = await stage.admin.post<{ data: Run }>(`${SCORES}/rescore`, {});
    expect(started.status).toBe(202);
    const run = async () =>
      (await stage.admin.get<{ data: Run }>(`${SCORES}/runs/${started.body.data.id}`)).body.data;
    await until(async () => (await run()).state === 'done');
    const { done, total } = await run();
    expect(done).toBe(total);
    expect(await storedScores(documentId)).toHaveLength(1);
    // Of the other site nothing was measured.
    const sites = await stage.app.strapi.db.connection('ai_optimizer_scores').distinct('site');
    expect(sites).toEqual([{ site: stage.home.number }]);
  });

  it('is no business of who may only look', async () => {
    expectNoPermission(await stage.cast.siteEditor.post(`${SCORES}/rescore`, {}));
    expect((await stage.app.post(`${SCORES}/rescore`, {})).status).toBe(401);
  });
});

describe('keyphrases', () => {
  it('belong to an entry and count in its score', async () => {
    const { documentId } = await article(stage);
    const set = await stage.admin.put<{ data: { checks: { id: string; light: string }[] } }>(
      `${SCORES}/${ARTICLE}/${documentId}/keyphrase`,
      { locale: 'en', keyphrase: 'fog', synonyms: ['fog horn'] },
    );
    expect(set.status).toBe(200);
    expect(set.body.data.checks.find(({ id }) => id === 'phrase-intro')).toMatchObject({
      light: 'good',
    });
    const found = await stage.admin.get<Body<{ keyphrase: string }>>(entryPath(documentId));
    expect(found.body.data.keyphrase).toBe('fog');
  });
});

it('a person who may not read a type sees none of its scores', async () => {
  const role = await stage.app.strapi
    .service('admin::role')
    .create({ code: 'looks', name: 'Looks' });
  await stage.app.strapi
    .service('admin::role')
    .assignPermissions(role.id, [{ action: 'plugin::ai-optimizer.overview.read-quality' }]);
  const user = await createAdminUser(stage.app.strapi, { email: 'looks@example.test', roles: [] });
  await stage.app.strapi
    .plugin('multi-site')
    .service('members')
    .add({ site: stage.home.number, userId: user.id, role: 'looks' });
  const login = await stage.app.post<{ data: { accessToken: string } }>('/admin/login', {
    email: 'looks@example.test',
    password: 'Test-Password-1',
  });
  const session = stage.app.with({ token: login.body.data.accessToken, site: stage.home.slug });
  const answer = await session.get<Body<Score[]>>(SCORES);
  expect({ status: answer.status, data: answer.body.data }).toEqual({ status: 200, data: [] });
});

const until = async (isDone: () => Promise<boolean>) => {
  for (let round = 0; round < 200; round += 1) {
    if (await isDone()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen in 20 seconds.');
};
