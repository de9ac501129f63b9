import { createEntry } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { EVERYONE, startStage, when, type Stage } from './lib/stage';

type Recommendation = {
  documentId: string;
  title: string;
  score: number;
  reason: { because: { value: number; title?: string }[]; sentence: string };
};
type List = { data: Recommendation[] };
type Models = {
  data: { models: { isInUse: boolean; items: number }[]; run: { state: string } | null };
};

let stage: Stage;
const UID = 'api::article.article';
const ids: Record<string, string> = {};

beforeAll(async () => {
  stage = await startStage({
    plugins: { personalization: { config: { graphqlRecommendations: 'always' } } },
  });
  const { app, home, other } = stage;
  for (const slug of ['tea', 'boats']) {
    const tag = await createEntry(app.strapi, 'api::tag.tag', { name: slug, slug }, { site: home });
    for (const n of [1, 2, 3]) {
      const title = `${slug} ${n}`;
      const entry = await createEntry(
        app.strapi,
        UID,
        { title, slug: `${slug}-${n}`, summary: `All about ${slug}`, tags: [tag.documentId] },
        { site: home },
      );
      ids[title] = entry.documentId;
    }
  }
  const foreign = await createEntry(
    app.strapi,
    UID,
    { title: 'tea elsewhere', slug: 'tea-x' },
    { site: other },
  );
  ids.foreign = foreign.documentId;
  await admin().put('/personalization/settings', { consentDefault: 'full' });
  const lines = ['tea 1', 'tea 2'].map((title, n) => ({
    type: 'page',
    anonymousId: 'reader',
    messageId: `read-${n}`,
    timestamp: new Date().toISOString(),
    properties: { documentId: ids[title] },
  }));
  await admin().post('/personalization/analytics/import', { lines });
});
afterAll(() => stage.app.stop());

const admin = () => stage.cast.superAdmin.with({ site: stage.home.slug });
const visitor = (id = 'reader') =>
  stage.app.with({ host: stage.home.domain, headers: { 'X-Visitor-Id': id } });
const recommend = async (query = '', id = 'reader') =>
  (await visitor(id).get<List>(`/api/personalization/recommendations${query}`)).body.data;
const models = async () => (await admin().get<Models>('/personalization/models')).body.data;
const titles = (list: { title: string }[]) => list.map(({ title }) => title);

const until = async (check: () => Promise<boolean>) => {
  const deadline = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

it('is empty before the first training', async () => {
  expect(await recommend()).toEqual([]);
});

it('is trained by a run that can be followed', async () => {
  const started = await admin().post<{ data: { state: string } }>(
    '/personalization/models/train',
    {},
  );
  expect(started.status).toBe(202);
  await until(async () => (await models()).run?.state === 'done');
  const { models: list } = await models();
  expect(list).toMatchObject([{ isInUse: true, items: 6 }]);
  const stored = await stage.app.strapi.db.connection('content_recommendations').select();
  expect(stored).toHaveLength(4);
  expect(stored[0]).toMatchObject({ site: stage.home.number, source: 'similar', rank: 1 });
});

describe('recommendations', () => {
  it('suit what was read, and never repeat it', async () => {
    const list = await recommend();
    expect(titles(list)[0]).toBe('tea 3');
    expect(titles(list)).not.toContain('tea 1');
    expect(titles(list)).not.toContain('tea 2');
  });

  it('explain themselves: the parts add up to the score', async () => {
    for (const { score, reason } of await recommend('?limit=50')) {
      const sum = reason.because.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(score - sum)).toBeLessThan(1e-9);
    }
    const [first] = await recommend();
    expect(first?.reason.sentence).toMatch(/^Because of “tea \d”, also filed under tea\.$/);
  });

  it('are like the entry they are for', async () => {
    const list = await recommend(`?for=${ids['boats 1']}&limit=2`);
    expect(titles(list).sort()).toEqual(['boats 2', 'boats 3']);
  });

  it('show somebody unknown what is popular', async () => {
    const [first] = await recommend('', 'stranger');
    expect(['tea 1', 'tea 2']).toContain(first?.title);
  });

  it('hold nothing of another site, and nothing that was unpublished', async () => {
    expect((await recommend('?limit=50')).map(({ documentId }) => documentId)).not.toContain(
      ids.foreign,
    );
    const documentId = ids['tea 3'] ?? '';
    await stage.app.strapi
      .plugin('multi-site')
      .service('context')
      .run(stage.home.number, () => stage.app.strapi.documents(UID).unpublish({ documentId }));
    expect(titles(await recommend())).not.toContain('tea 3');
  });

  it('are the same by GraphQL', async () => {
    const query = '{ recommendations(limit: 3) { documentId title score } }';
    const answer = await visitor().graphql<{ data: { recommendations: Recommendation[] } }>(query);
    const rest = await recommend('?limit=3');
    expect(titles(answer.body.data.recommendations)).toEqual(titles(rest));
  });

  it('fill the slots of rules', async () => {
    const made = await admin().post<{ data: { id: string } }>('/personalization/rules', {
      name: 'Read next',
      tree: { combinator: 'and', rules: [] },
      actions: [{ type: 'recommend', slot: 'next', limit: 2 }],
    });
    await admin().post(`/personalization/rules/${made.body.data.id}/state`, { state: 'active' });
    const answer = await visitor().get<{ data: { slots: { next: object[] } } }>(
      '/api/personalization/resolve',
    );
    expect(answer.body.data.slots.next).toHaveLength(2);
  });
});

describe('a visitor', () => {
  type Summary = { id: string; topInterests: { label: string }[]; views: number };

  const find = async () =>
    (await admin().get<{ data: Summary[] }>('/personalization/visitors')).body.data[0];

  it('is listed with interests, and opened with a timeline', async () => {
    const summary = await find();
    expect(summary).toMatchObject({ topInterests: [{ label: 'tea' }], views: 2 });
    const one = await admin().get<{ data: { timeline: { title: string }[] } }>(
      `/personalization/visitors/${summary?.id}`,
    );
    expect(one.body.data.timeline.map(({ title }) => title).sort()).toEqual(['tea 1', 'tea 2']);
    const tried = await admin().get<List>(
      `/personalization/recommendations?visitor=${summary?.id}`,
    );
    expect(tried.body.data.length).toBeGreaterThan(0);
  });

  it('is found by a rule that is for it, and by no other', async () => {
    const made = async (name: string, tree: object) => {
      const answer = await admin().post<{ data: { id: string } }>('/personalization/rules', {
        name,
        tree,
      });
      expect(answer.status).toBe(201);
      return answer.body.data.id;
    };
    const of = (rule: string) =>
      admin().get<{ data: Summary[]; meta: { pagination: { total: number } } }>(
        `/personalization/visitors?rule=${rule}`,
      );
    const summary = await find();
    const everyone = await of(await made('Everyone', EVERYONE));
    expect(everyone.body.data.map(({ id }) => id)).toContain(summary?.id);
    const nobody = await of(await made('Nobody', when('traits.plan', '=', 'nobody has it')));
    expect(nobody.status).toBe(200);
    expect(nobody.body).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
    expectRefusal(await of('unknown'), 404, 'PERSONALIZATION_RULE_NOT_FOUND');
    const other = stage.cast.superAdmin.with({ site: stage.other.slug });
    const id = await made('Here only', EVERYONE);
    expectRefusal(
      await other.get(`/personalization/visitors?rule=${id}`),
      404,
      'PERSONALIZATION_RULE_NOT_FOUND',
    );
    expectNoPermission(await stage.cast.siteEditor.get(`/personalization/visitors?rule=${id}`));
  });

  it('is not seen from another site or without permission', async () => {
    const summary = await find();
    const other = stage.cast.superAdmin.with({ site: stage.other.slug });
    expectRefusal(
      await other.get(`/personalization/visitors/${summary?.id}`),
      404,
      'PERSONALIZATION_VISITOR_NOT_FOUND',
    );
    expectNoPermission(await stage.cast.siteEditor.get('/personalization/visitors'));
    expectNoPermission(
      await stage.cast.siteEditor.post(`/personalization/visitors/${summary?.id}/erase`, {}),
    );
  });

  it('is exported and erased from every table, with a signed receipt', async () => {
    const summary = await find();
    const path = `/personalization/visitors/${summary?.id}`;
    const all = await admin().get<{ data: { events: object[] } }>(`${path}/export`);
    expect(all.body.data.events).toHaveLength(2);
    const erased = await admin().post<{ data: { rows: object; signature: string } }>(
      `${path}/erase`,
      {},
    );
    expect(erased.body.data.rows).toEqual({ profiles: 1, events: 2, recommendations: 4 });
    expect(erased.body.data.signature).toMatch(/^[\w-]+\.[\w-]+$/);
    for (const table of ['user_profiles', 'personalization_events', 'content_recommendations']) {
      expect(await stage.app.strapi.db.connection(table).select()).toEqual([]);
    }
  });
});
