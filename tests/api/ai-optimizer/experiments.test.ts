import { GrowthBook } from '@growthbook/growthbook';
import { grantPublic } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { ARTICLE, article, startStage, type Stage } from './lib/stage';

type Variant = {
  id: string;
  fields: { path: string; before: string; after: string }[];
  changed: number;
};
type Experiment = {
  id: string;
  state: string;
  variants: Variant[];
  winner: string | null;
  canRevert: boolean;
  site: number;
};
type Results = {
  arms: { units: number; conversions: number; effect: { estimate: number } | null }[];
  split: { isBroken: boolean };
  verdict: { kind: string };
};
type Assignment = { experiment: string; variation: number; documentId: string };

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142 Safari/537.36';
const PATH = '/ai-optimizer/experiments';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await grantPublic(stage.app.strapi, [
    'api::article.article.find',
    'api::article.article.findOne',
    'plugin::ai-optimizer.visitors.assignments',
  ]);
});
afterAll(() => stage.app.stop());

const body = (documentId: string, more: Record<string, unknown> = {}) => ({
  uid: ARTICLE,
  documentId,
  locale: 'en',
  name: 'A title that says more',
  goal: { event: 'Signed Up' },
  variants: [{ name: 'B', weight: 0.5 }],
  ...more,
});

const create = async (documentId: string) =>
  (await stage.admin.post<{ data: Experiment }>(PATH, body(documentId))).body.data;
const setTitle = (test: Experiment, title: string) =>
  stage.admin.put<{ data: Experiment }>(
    `${PATH}/${test.id}/variants/${test.variants[0]?.id ?? ''}/fields`,
    {
      fields: { title },
    },
  );
const act = (test: Experiment, action: string, data: object = {}) =>
  stage.admin.post<{ data: Experiment }>(`${PATH}/${test.id}/${action}`, data);
/** Of an article that is published. */
const running = async (title = 'Fog, and how the harbour listens') => {
  const { documentId } = await article(stage);
  const test = await create(documentId);
  await setTitle(test, title);
  const started = await act(test, 'start');
  expect(started.status).toBe(200);
  return { documentId, test: started.body.data };
};
const draftTitle = async (documentId: string) => {
  const path = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`;
  return (await stage.admin.get<{ data: { title: string } }>(path)).body.data.title;
};

describe('planning', () => {
  it('stores what a variant says as a change of the entry', async () => {
    const { documentId } = await article(stage);
    const test = await create(documentId);
    expect(test).toMatchObject({
      state: 'draft',
      site: stage.home.number,
      variants: [{ changed: 0 }],
    });
    const changed = (await setTitle(test, 'Another title')).body.data;
    expect(changed.variants[0]?.fields).toEqual([
      { path: 'title', before: 'A morning without an edge', after: 'Another title' },
    ]);
    expect(await draftTitle(documentId)).toBe('A morning without an edge');
    const back = await stage.admin.put<{ data: Experiment }>(
      `${PATH}/${test.id}/variants/${test.variants[0]?.id ?? ''}/fields`,
      {
        fields: { title: null },
      },
    );
    expect(back.body.data.variants[0]?.changed).toBe(0);
  });

  it('changes a field of a component, and no slug', async () => {
    const { documentId } = await article(stage);
    const test = await create(documentId);
    const path = `${PATH}/${test.id}/variants/${test.variants[0]?.id ?? ''}/fields`;
    const answer = await stage.admin.put<{ data: Experiment }>(path, {
      fields: { 'seo.metaTitle': 'Fog at sea' },
    });
    expect(answer.body.data.variants[0]?.fields).toEqual([
      { path: 'seo.metaTitle', before: 'Fog', after: 'Fog at sea' },
    ]);
    expectRefusal(
      await stage.admin.put(path, { fields: { slug: 'other' } }),
      403,
      'AI_OPTIMIZER_FIELD_NOT_EDITABLE',
    );
  });

  it('says how many visitors it takes', async () => {
    const plan = {
      baseline: 0.1,
      effect: 0.2,
      coverage: 0.5,
      weights: [0.5, 0.5],
      unitsPerDay: 400,
    };
    const answer = await stage.admin.post(`${PATH}/power`, plan);
    expect(answer.body).toEqual({ data: { perArm: 3841, total: 7682, days: 39 }, meta: {} });
  });

  it.each([
    ['no name', { name: ' ' }],
    ['no variant', { variants: [] }],
    ['a weight of nothing', { variants: [{ name: 'B', weight: 0 }] }],
    ['no event', { goal: { event: '' } }],
    ['a coverage above one', { coverage: 2 }],
  ])('refuses %s', async (_what, wrong) => {
    const { documentId } = await article(stage);
    expectRefusal(await stage.admin.post(PATH, body(documentId, wrong)), 400, 'INVALID_INPUT');
  });

  it('is closed to who holds no action, and to other sites', async () => {
    const { documentId } = await article(stage);
    const test = await create(documentId);
    expect((await stage.app.get(PATH)).status).toBe(401);
    expectNoPermission(await stage.cast.siteEditor.get(PATH));
    expectNoPermission(await stage.cast.siteEditor.post(PATH, body(documentId)));
    const elsewhere = await stage.cast.superAdmin.get(`${PATH}/${test.id}`, {
      site: stage.other.slug,
    });
    expectRefusal(elsewhere, 404, 'AI_OPTIMIZER_EXPERIMENT_NOT_FOUND');
  });
});

describe('starting', () => {
  it('needs a change in every variant, and a published entry', async () => {
    const { documentId } = await article(stage);
    const test = await create(documentId);
    expectRefusal(await act(test, 'start'), 409, 'AI_OPTIMIZER_EXPERIMENT_INCOMPLETE');
    await setTitle(test, 'Another title');
    await stage.admin.post(
      `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/unpublish?locale=en`,
      {},
    );
    expectRefusal(await act(test, 'start'), 409, 'AI_OPTIMIZER_NOT_PUBLISHED');
  });

  it('is done once, and by one test for an entry', async () => {
    const { documentId, test } = await running();
    expectRefusal(await act(test, 'start'), 409, 'AI_OPTIMIZER_EXPERIMENT_STATE');
    const second = await create(documentId);
    await setTitle(second, 'A third title');
    expectRefusal(await act(second, 'start'), 409, 'AI_OPTIMIZER_EXPERIMENT_CONFLICT');
    const body = { controlWeight: 0.9 };
    expectRefusal(
      await stage.admin.put(`${PATH}/${test.id}`, body),
      409,
      'AI_OPTIMIZER_EXPERIMENT_STATE',
    );
    expectRefusal(await setTitle(test, 'Late'), 409, 'AI_OPTIMIZER_EXPERIMENT_STATE');
  });
});

describe('assignments', () => {
  it('are the same for a visitor every time, and follow the split', async () => {
    const { documentId } = await running();
    const ask = async (visitor: string, agent = BROWSER) =>
      (
        await stage.cast.anonymous.get<{ data: Assignment[] }>(
          `/api/ai-optimizer/assignments?visitor=${visitor}`,
          {
            headers: { 'user-agent': agent },
          },
        )
      ).body.data.find((one) => one.documentId === documentId);
    const found = new Set<number>();
    for (let at = 0; at < 20; at += 1) {
      const first = await ask(`visitor-${at}`);
      expect(await ask(`visitor-${at}`)).toEqual(first);
      found.add(first?.variation ?? -1);
    }
    expect([...found].sort()).toEqual([0, 1]);
    expect(await ask('visitor-1', 'Googlebot/2.1')).toBeUndefined();
  });
});

describe('deciding', () => {
  const tally = async (test: Experiment, arms: [number, number][]) => {
    const days = Array.from({ length: 14 }, (_none, at) =>
      new Date(Date.now() - at * 86_400_000).toISOString().slice(0, 10),
    );
    for (const day of days) {
      for (const [variant, [units, conversions]] of arms.entries()) {
        await stage.app.strapi.db.query('plugin::ai-optimizer.tally').create({
          data: {
            site: stage.home.number,
            key: `${test.id} ${variant} ${day}`,
            experiment: test.id,
            variant,
            day,
            units,
            conversions,
            sum: conversions,
            sumSquares: conversions,
          },
        });
      }
    }
    const startedAt = new Date(Date.now() - 14 * 86_400_000);
    await stage.app.strapi.db
      .query('plugin::ai-optimizer.experiment')
      .updateMany({ where: { documentId: test.id }, data: { startedAt } });
  };
  const results = async (test: Experiment) =>
    (await stage.admin.get<{ data: Results }>(`${PATH}/${test.id}/results`)).body.data;

  it('the winner becomes the draft, and can be taken back', async () => {
    const { documentId, test } = await running('A better title');
    await tally(test, [
      [1000, 50],
      [1000, 75],
    ]);
    const { verdict, arms } = await results(test);
    expect(verdict.kind).toBe('winner');
    expect(arms[1]).toMatchObject({ units: 14_000, conversions: 1050 });
    const promoted = await act(test, 'promote', { variant: test.variants[0]?.id });
    expect(promoted.body.data).toMatchObject({
      state: 'promoted',
      winner: test.variants[0]?.id,
      canRevert: true,
    });
    expect(await draftTitle(documentId)).toBe('A better title');
    const published = await stage.app.strapi.db
      .connection('articles')
      .where({ document_id: documentId })
      .whereNotNull('published_at')
      .first('title');
    expect(published.title).toBe('A morning without an edge');
    const reverted = await act(test, 'revert');
    expect(reverted.body.data).toMatchObject({ state: 'stopped', winner: null });
    expect(await draftTitle(documentId)).toBe('A morning without an edge');
  });

  it('is not taken back where somebody has edited since', async () => {
    const { documentId, test } = await running('A better title');
    await act(test, 'promote', { variant: test.variants[0]?.id });
    await stage.admin.put(`/content-manager/collection-types/${ARTICLE}/${documentId}?locale=en`, {
      title: 'By hand',
    });
    expectRefusal(await act(test, 'revert'), 409, 'AI_OPTIMIZER_EDITED_SINCE');
    expect(await draftTitle(documentId)).toBe('By hand');
  });

  it('a broken split is said before anything else', async () => {
    const { test } = await running();
    await tally(test, [
      [1000, 50],
      [840, 75],
    ]);
    expect(await results(test)).toMatchObject({
      verdict: { kind: 'split-broken' },
      split: { isBroken: true },
    });
  });

  it('stopping ends it, and what is over can be deleted', async () => {
    const { test } = await running();
    expectRefusal(
      await stage.admin.delete(`${PATH}/${test.id}`),
      409,
      'AI_OPTIMIZER_EXPERIMENT_STATE',
    );
    expect((await act(test, 'stop')).body.data.state).toBe('stopped');
    expect((await stage.admin.delete(`${PATH}/${test.id}`)).status).toBe(200);
    expect(
      await stage.app.strapi.db.connection('ai_optimizer_variants').where({ experiment: test.id }),
    ).toEqual([]);
  });
});

describe('events of visitors', () => {
  type Key = { key: string };
  let key = '';
  beforeAll(async () => {
    const made = await stage.admin.post<{ data: Key }>('/ai-optimizer/browser-keys', {
      label: 'Shop',
      origins: ['https://shop.example'],
    });
    expect(made.status).toBe(201);
    ({ key } = made.body.data);
  });
  let number = 0;
  const track = (visitor: string, event: string, properties: object = {}) => ({
    type: 'track',
    event,
    anonymousId: visitor,
    messageId: `m${(number += 1)}`,
    timestamp: new Date().toISOString(),
    properties,
  });
  const send = (
    batch: object[],
    more: { writeKey?: string; headers?: Record<string, string> } = {},
  ) =>
    stage.app.post<{ data: { accepted: number; refused: object[] } }>(
      '/api/ai-optimizer/events',
      { batch, writeKey: more.writeKey ?? key },
      {
        headers: {
          'user-agent': BROWSER,
          'content-type': 'text/plain',
          origin: 'https://shop.example',
          ...more.headers,
        },
      },
    );
  const flush = () => stage.app.strapi.plugin('ai-optimizer').service('events').rollUp();

  it('are taken in as text, counted once, and become results', async () => {
    const { test } = await running();
    const exposure = (visitor: string, variation_id: number) =>
      track(visitor, 'Experiment Viewed', { experiment_id: test.id, variation_id });
    const answer = await send([
      exposure('v1', 0),
      exposure('v2', 1),
      exposure('v3', 1),
      exposure('v3', 1),
      { nonsense: 1 },
    ]);
    expect(answer.status).toBe(202);
    expect(answer.body.data).toMatchObject({ accepted: 4, refused: [{ index: 4 }] });
    await flush();
    // A goal counts from the first exposure on, so it has to be the later one.
    const bought = track('v3', 'Signed Up');
    await send([bought, bought]);
    await send([bought]);
    await flush();
    const { arms } = (await stage.admin.get<{ data: Results }>(`${PATH}/${test.id}/results`)).body
      .data;
    expect(arms.map(({ units, conversions }) => [units, conversions])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    const rows = await stage.app.strapi.db.connection('ai_optimizer_events').select('unit', 'site');
    expect(
      rows.every(
        ({ unit, site }: { unit: string; site: number }) =>
          unit.length === 32 && site === stage.home.number,
      ),
    ).toBe(true);
  });

  it('of a page become figures of the entry', async () => {
    const { documentId } = await article(stage);
    const page = { type: 'page', anonymousId: 'v9', timestamp: new Date().toISOString() };
    const properties = { uid: ARTICLE, documentId, locale: 'en' };
    await send([
      { ...page, messageId: 'p1', properties },
      { ...page, messageId: 'p2', properties },
      track('v9', 'Content Clicked', properties),
    ]);
    await flush();
    await flush();
    const row = await stage.app.strapi.db
      .connection('ai_optimizer_performance')
      .where({ entry_document_id: documentId })
      .first();
    expect(row).toMatchObject({ impressions: 2, clicks: 1, site: stage.home.number });
  });

  it('need the key of a site, from where it is for', async () => {
    const one = () => [track('v1', 'Signed Up')];
    expectRefusal(await send(one(), { writeKey: 'pk_nobody' }), 403, 'AI_OPTIMIZER_EVENTS_REFUSED');
    const elsewhere = await send(one(), { headers: { origin: 'https://evil.example' } });
    expectRefusal(elsewhere, 403, 'AI_OPTIMIZER_EVENTS_REFUSED');
    expectRefusal(
      await stage.app.post('/api/ai-optimizer/events', { batch: 'x' }),
      400,
      'AI_OPTIMIZER_INVALID_EVENTS',
    );
  });

  it('of programs are not counted', async () => {
    const answer = await send([track('v1', 'Signed Up')], {
      headers: { 'user-agent': 'Googlebot/2.1' },
    });
    expect(answer.body.data.accepted).toBe(0);
  });

  it('GrowthBook’s SDK places visitors as we do', async () => {
    const { documentId, test } = await running();
    const answer = await stage.app.get<{ features: Record<string, { defaultValue: number }> }>(
      `/api/ai-optimizer/features/${key}`,
    );
    expect(Object.keys(answer.body.features)).toContain(test.id);
    for (let at = 0; at < 30; at += 1) {
      const growthbook = new GrowthBook({ attributes: { id: `visitor-${at}` } });
      await growthbook.setPayload(answer.body);
      const mine = await stage.cast.anonymous.get<{ data: Assignment[] }>(
        `/api/ai-optimizer/assignments?visitor=visitor-${at}`,
        {
          headers: { 'user-agent': BROWSER },
        },
      );
      const variation = mine.body.data.find((one) => one.documentId === documentId)?.variation;
      expect(growthbook.getFeatureValue(test.id, -1)).toBe(variation);
    }
    expectRefusal(
      await stage.app.get('/api/ai-optimizer/features/pk_nobody'),
      403,
      'AI_OPTIMIZER_EVENTS_REFUSED',
    );
  });
});

describe('what visitors get', () => {
  const title = async (documentId: string, visitor: string | null, agent = BROWSER) => {
    const headers = { 'user-agent': agent, ...(visitor ? { 'x-visitor-id': visitor } : {}) };
    const answer = await stage.cast.anonymous.get<{ data: { title: string } }>(
      `/api/articles/${documentId}?locale=en`,
      { headers },
    );
    return answer.body.data.title;
  };

  it('is the variant or the original, as they are assigned; nobody else gets a variant', async () => {
    const { documentId, test } = await running('The variant’s title');
    const seen = new Set<string>();
    for (let at = 0; at < 12; at += 1) {
      const mine = await stage.cast.anonymous.get<{ data: Assignment[] }>(
        `/api/ai-optimizer/assignments?visitor=v${at}`,
        {
          headers: { 'user-agent': BROWSER },
        },
      );
      const variation = mine.body.data.find((one) => one.documentId === documentId)?.variation;
      const expected = variation === 1 ? 'The variant’s title' : 'A morning without an edge';
      expect(await title(documentId, `v${at}`)).toBe(expected);
      seen.add(expected);
    }
    expect(seen.size).toBe(2);
    expect(await title(documentId, null)).toBe('A morning without an edge');
    for (let at = 0; at < 12; at += 1) {
      expect(await title(documentId, `v${at}`, 'Googlebot/2.1')).toBe('A morning without an edge');
    }
    await act(test, 'stop');
    for (let at = 0; at < 12; at += 1)
      expect(await title(documentId, `v${at}`)).toBe('A morning without an edge');
  });
});
