import { createEntry } from '../../harness';
import { expectNoPermission, expectRefusal } from '../multi-site/lib/answers';
import { EVERYONE, startStage, when, type Stage } from './lib/stage';

type Rule = {
  id: string;
  state: string;
  version: number;
  priority: number;
  name: string;
  missing: string[];
  cacheKeys: number | null;
  shadowedBy: { name: string }[];
  versions: { version: number }[];
};
type One<T> = { data: T };
type List<T> = { data: T[] };

let stage: Stage;
let article: string;
const UID = 'api::article.article';

beforeAll(async () => {
  stage = await startStage();
  const entry = await createEntry(
    stage.app.strapi,
    UID,
    { title: 'One', slug: 'one' },
    { site: stage.home },
  );
  article = entry.documentId;
});
afterAll(() => stage.app.stop());

const admin = () => stage.cast.superAdmin.with({ site: stage.home.slug });
const hide = () => [{ type: 'hide', uid: UID, documentId: article }];
const body = (given: object = {}) => ({ name: 'Rule', tree: EVERYONE, ...given });
const create = async (given: object = {}) => {
  const answer = await admin().post<One<Rule>>('/personalization/rules', body(given));
  expect(answer.status).toBe(201);
  return answer.body.data;
};
const stored = (id: string) =>
  stage.app.strapi.db.connection('personalization_rules').where({ document_id: id }).first();

describe('a rule', () => {
  it('begins as a draft of the site it was made on', async () => {
    const rule = await create({ tree: when('country', '=', 'DE') });
    expect(rule).toMatchObject({ state: 'draft', version: 1, missing: [], cacheKeys: 2 });
    const row = await stored(rule.id);
    expect(row).toMatchObject({ site: stage.home.number, rule_name: 'Rule' });
    const conditions =
      typeof row.conditions === 'string' ? JSON.parse(row.conditions) : row.conditions;
    expect(conditions).toMatchObject({
      match: { $and: [{ country: { $eq: 'DE' } }] },
      spec: 'growthbook-0.8.0',
    });
  });

  it('keeps its former versions and goes back to one', async () => {
    const { id } = await create({ name: 'First' });
    await admin().put(`/personalization/rules/${id}`, body({ name: 'Second' }));
    const third = await admin().put<One<Rule>>(
      `/personalization/rules/${id}`,
      body({ name: 'Third' }),
    );
    expect(third.body.data).toMatchObject({
      version: 3,
      versions: [{ version: 2 }, { version: 1 }],
    });
    const back = await admin().post<One<Rule>>(`/personalization/rules/${id}/restore`, {
      version: 1,
    });
    expect(back.body.data).toMatchObject({ name: 'First', version: 4 });
    const wrong = await admin().post(`/personalization/rules/${id}/restore`, { version: 99 });
    expectRefusal(wrong, 404, 'PERSONALIZATION_VERSION_NOT_FOUND');
  });

  it('is only switched on when it does something that is there', async () => {
    const nothing = await create();
    const on = (id: string) =>
      admin().post(`/personalization/rules/${id}/state`, { state: 'active' });
    expectRefusal(await on(nothing.id), 400, 'PERSONALIZATION_NOTHING_TO_DO');
    const gone = await create({ actions: [{ type: 'showVariant', variant: 'audience.999' }] });
    expect(gone.missing).toEqual(['variant']);
    expectRefusal(await on(gone.id), 400, 'PERSONALIZATION_ACTION_GOES_NOWHERE');
    const good = await create({ actions: hide() });
    expect((await on(good.id)).body).toMatchObject({ data: { state: 'active' } });
  });

  it('says which rules cover it', async () => {
    const high = await create({ name: 'High', actions: hide() });
    const low = await create({ name: 'Low', actions: hide() });
    for (const { id } of [high, low])
      await admin().post(`/personalization/rules/${id}/state`, { state: 'active' });
    const { body: found } = await admin().get<One<Rule>>(`/personalization/rules/${low.id}`);
    expect(found.data.shadowedBy.map(({ name }) => name)).toContain('High');
    const names = async () => {
      const list = await admin().get<List<Rule>>('/personalization/rules?pageSize=100');
      return list.body.data.map(({ id }) => id).filter((id) => id === high.id || id === low.id);
    };
    expect(await names()).toEqual([high.id, low.id]);
    await admin().post('/personalization/rules/order', { ids: [low.id, high.id] });
    expect(await names()).toEqual([low.id, high.id]);
  });

  it.each([
    ['an unknown attribute', { tree: when('shoeSize', '=', '42') }],
    ['a path into JavaScript', { tree: when('traits.__proto__', '=', '1') }],
    ['a missing value', { tree: when('country', '=', '') }],
  ])('is refused with %s', async (_what, given) => {
    const answer = await admin().post('/personalization/rules', body(given));
    expectRefusal(answer, 400, 'PERSONALIZATION_BAD_CONDITION');
  });

  it.each([
    ['no name', { name: ' ' }],
    ['an unknown action', { actions: [{ type: 'deleteEverything' }] }],
    ['more than all visitors', { coverage: 2 }],
  ])('is refused with %s', async (_what, given) => {
    expectRefusal(await admin().post('/personalization/rules', body(given)), 400, 'INVALID_INPUT');
  });

  it('needs a site in the view of all sites', async () => {
    expectRefusal(
      await stage.cast.superAdmin.post('/personalization/rules', body()),
      400,
      'SITE_NEEDED',
    );
    const named = await stage.cast.superAdmin.post<One<Rule>>(
      '/personalization/rules',
      body({ site: stage.other.number }),
    );
    expect(named.status).toBe(201);
    expect(await stored(named.body.data.id)).toMatchObject({ site: stage.other.number });
  });

  it('is invisible to other sites', async () => {
    const { id } = await create();
    const other = stage.cast.superAdmin.with({ site: stage.other.slug });
    expectRefusal(
      await other.get(`/personalization/rules/${id}`),
      404,
      'PERSONALIZATION_RULE_NOT_FOUND',
    );
    expectRefusal(
      await other.put(`/personalization/rules/${id}`, body()),
      404,
      'PERSONALIZATION_RULE_NOT_FOUND',
    );
    expectRefusal(
      await other.delete(`/personalization/rules/${id}`),
      404,
      'PERSONALIZATION_RULE_NOT_FOUND',
    );
    expect(await stored(id)).toBeDefined();
  });

  it('is closed to whoever was not given it', async () => {
    for (const method of ['GET', 'POST'] as const) {
      expectNoPermission(
        await stage.cast.siteViewer.request(method, '/personalization/rules', { body: body() }),
      );
    }
    expect((await stage.app.get('/personalization/rules')).status).toBe(401);
    expect((await stage.cast.fullToken.get('/personalization/rules')).status).toBe(401);
  });
});

describe('audiences', () => {
  type Audience = { id: string; key: string; matching: number; total: number };

  it('have a key that stays when the name changes', async () => {
    const made = await admin().post<One<Audience>>('/personalization/audiences', {
      name: 'Tea Lovers',
      tree: when('interests', 'includes', 'tea'),
    });
    expect(made.body.data).toMatchObject({ key: 'tea-lovers', matching: 0 });
    const changed = await admin().put<One<Audience>>(
      `/personalization/audiences/${made.body.data.id}`,
      {
        name: 'Friends of tea',
        tree: when('interests', 'includes', 'tea'),
      },
    );
    expect(changed.body.data.key).toBe('tea-lovers');
  });

  it('count stored visitors', async () => {
    const { profiles, state } = {
      profiles: stage.service('profiles'),
      state: stage.service('state'),
    };
    expect(state.of(stage.home.number)).toBeDefined();
    for (let n = 0; n < 4; n += 1) {
      await stage.app.strapi
        .plugin('multi-site')
        .service('context')
        .run(stage.home.number, () =>
          profiles.save(
            { userId: `count-${n}`, site: stage.home.number },
            { consent: 'full', traits: { plan: n < 3 ? 'pro' : 'free' } },
          ),
        );
    }
    const count = await admin().post('/personalization/rules/matches', {
      tree: when('traits.plan', '=', 'pro'),
      audiences: [],
    });
    expect(count.body).toMatchObject({ data: { matching: 3, total: 4, isSampled: false } });
  });

  it('are not deleted while rules use them', async () => {
    const made = await admin().post<One<Audience>>('/personalization/audiences', {
      name: 'Used',
      tree: EVERYONE,
    });
    const rule = await create({ audiences: [made.body.data.key] });
    const path = `/personalization/audiences/${made.body.data.id}`;
    expectRefusal(await admin().delete(path), 409, 'PERSONALIZATION_AUDIENCE_IN_USE');
    await admin().delete(`/personalization/rules/${rule.id}`);
    expect((await admin().delete(path)).status).toBe(200);
  });

  it('cannot be made of audiences', async () => {
    const answer = await admin().post('/personalization/audiences', {
      name: 'Loop',
      tree: when('audiences', 'includes', 'x'),
    });
    expectRefusal(answer, 400, 'PERSONALIZATION_BAD_CONDITION');
  });
});

describe('why', () => {
  it('says of each rule what decided', async () => {
    const { id } = await create({
      name: 'Explained',
      tree: when('country', '=', 'DE'),
      actions: hide(),
    });
    const ask = async (country: string) => {
      const answer = await admin().post<
        One<{ rules: { id: string; outcome: string; trace: object }[] }>
      >('/personalization/rules/why', { facts: { country } });
      return answer.body.data.rules.find((rule) => rule.id === id);
    };
    expect(await ask('DE')).toMatchObject({ outcome: 'not-active', trace: { passed: true } });
    expect(await ask('FR')).toMatchObject({ trace: { passed: false } });
  });
});

describe('the first-open checklist', () => {
  it('gives editors their everyday actions, only on a click', async () => {
    expectNoPermission(await stage.cast.siteEditor.get('/personalization/rules'));
    const before = await admin().get('/personalization/setup');
    expect(before.body).toMatchObject({
      data: { steps: [{ id: 'grant', isDone: false }, {}, {}, {}] },
    });
    expect((await admin().post('/personalization/setup/grant', {})).status).toBe(200);
    const after = await admin().get('/personalization/setup');
    expect(after.body).toMatchObject({
      data: { steps: [{ id: 'grant', isDone: true }, {}, {}, {}] },
    });
    expect((await stage.cast.siteEditor.get('/personalization/rules')).status).toBe(200);
    expectNoPermission(
      await stage.cast.siteEditor.put('/personalization/settings', { holdout: 0.5 }),
    );
  });
});
