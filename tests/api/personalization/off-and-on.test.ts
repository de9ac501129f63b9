import { createStorage, startApp, type App, type Storage } from '../../harness';

const TABLES = [
  'user_profiles',
  'content_recommendations',
  'personalization_rules',
  'personalization_audiences',
  'personalization_variants',
  'personalization_events',
  'personalization_settings',
  'personalization_browser_keys',
];

describe('personalization switched off and on again', () => {
  let storage: Storage;

  beforeAll(async () => {
    storage = await createStorage();
  });
  afterAll(() => storage.remove());

  const contents = async (app: App) => {
    const rows: Record<string, unknown[]> = {};
    for (const table of TABLES)
      rows[table] = await app.strapi.db.connection(table).orderBy('id').select();
    return JSON.stringify(rows);
  };
  const start = (isOn: boolean) =>
    startApp({ storage, ...(isOn ? {} : { plugins: { personalization: false as const } }) });

  const fill = async ({ strapi }: App) => {
    const create = (name: string, data: object) =>
      strapi.db
        .query(`plugin::personalization.${name}` as never)
        .create({ data: { site: 1, ...data } as never });
    await create('profile', { userId: 'u1', consent: 'full', traits: { a: 1 } });
    await create('recommendation', { userId: 'u1', contentId: 'c1', score: 0.5, rank: 1 });
    await create('rule', { ruleName: 'R', conditions: {}, actions: [], state: 'draft' });
    await create('audience', { key: 'k', naturalKey: 'n', name: 'A' });
    await create('event', { key: 'e1', userId: 'u1', type: 'page' });
    await create('variant', {
      name: 'V',
      entryUid: 'api::article.article',
      entryDocumentId: 'd',
      changes: [],
    });
  };

  it('keeps every row', async () => {
    const first = await start(true);
    await fill(first);
    const before = await contents(first);
    await first.stop();

    const off = await start(false);
    expect(Object.keys(off.strapi.plugins)).not.toContain('personalization');
    expect((await off.get('/api/personalization/resolve')).status).toBe(404);
    await off.stop();

    const again = await start(true);
    expect(await contents(again)).toBe(before);
    await again.stop();
  });
});
