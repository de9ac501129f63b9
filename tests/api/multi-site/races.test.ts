import {
  createMember,
  createSuperAdmin,
  startApp,
  type AdminPersona,
  type App,
} from '../../harness';

let app: App;
let superAdmin: AdminPersona;
let member: AdminPersona;

beforeAll(async () => {
  app = await startApp();
  superAdmin = await createSuperAdmin(app);
  member = await createMember(app, { email: 'm@example.test', role: 'editor', site: undefined });
});
afterAll(() => app.stop());

const make = (body: object) =>
  superAdmin.post<{ data?: { number: number } }>('/multi-site/sites', body);
const numbers = (): Promise<number[]> =>
  app.strapi.db.connection('sites').orderBy('number').pluck('number');
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** What an instance finds that reads everything again. */
const stored = () => app.strapi.plugin('multi-site').service('state').changed();

// One story: the second site first, because it closes the border.
describe('at the same time', () => {
  it('the border is closed and other things change: it stays closed', async () => {
    const state = app.strapi.plugin('multi-site').service('state');
    const change = () => state.changed();
    await Promise.all([change(), change(), state.setActive(), change(), change(), change()]);
    expect(await stored()).toMatchObject({ isActive: true });
  });

  it('the second site is made and people change: the border stays closed', async () => {
    const [main] = await app.strapi.plugin('multi-site').service('sites').findMany();
    const path = `/multi-site/sites/${main.id}/members/${member.user.id}`;
    const stop = { now: false };
    const changes = (async () => {
      while (!stop.now) await superAdmin.put(path, { roles: ['strapi-editor'] });
    })();
    const made = await make({ name: 'Second' });
    stop.now = true;
    await changes;
    expect(made.status).toBe(201);
    expect(await stored()).toMatchObject({ isActive: true });
  });

  it('five sites are made: each has a number of its own', async () => {
    const answers = await times(5, (index) => make({ name: `Race ${index}` }));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['name and slug', { name: 'Twin', slug: 'twin' }],
    ['domain', { domain: 'twin.test' }],
  ])('five sites of one %s are made: one wins, four are told why', async (_what, body) => {
    const before = (await numbers()).length;
    const answers = await times(5, (index) =>
      make({ name: `Twin of ${Object.keys(body).length}-${index}`, ...body }),
    );
    const losers = answers.filter((answer) => answer.status !== 201);
    expect(losers).toHaveLength(4);
    // Found taken before it was written, or while it was.
    for (const loser of losers) expect([400, 409]).toContain(loser.status);
    expect(await numbers()).toHaveLength(before + 1);
  });

  it('two sites are made the default: one is', async () => {
    const rows: string[] = await app.strapi.db
      .connection('sites')
      .whereIn('number', [2, 3])
      .pluck('document_id');
    await Promise.all(
      rows.map((id) => superAdmin.put(`/multi-site/sites/${id}`, { isDefault: true })),
    );
    const defaults = await app.strapi.db.connection('sites').where({ is_default: true });
    expect(defaults).toHaveLength(1);
  });

  it('one person is made a member several times: stored once', async () => {
    const [main] = await app.strapi.plugin('multi-site').service('sites').findMany();
    const path = `/multi-site/sites/${main.id}/members/${superAdmin.user.id}`;
    const answers = await times(5, () => superAdmin.put(path, { roles: ['strapi-author'] }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    const rows = await app.strapi.db
      .connection('site_users')
      .where({ user_id: superAdmin.user.id, site_id: 1 })
      .pluck('role');
    expect(rows).toEqual(['strapi-author']);
  });
});
