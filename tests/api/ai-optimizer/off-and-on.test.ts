import { createStorage, startApp, type Storage } from '../../harness';
import { ARTICLE, paragraph } from './lib/stage';

const TABLES = [
  'scores',
  'keyphrases',
  'suggestions',
  'settings',
  'budgets',
  'experiments',
  'variants',
  'events',
  'tallies',
  'performance',
].map((name) => `ai_optimizer_${name}`);

let storage: Storage;
beforeAll(async () => {
  storage = await createStorage();
});
afterAll(() => storage.remove());

it('switched off and on again, the plugin has everything it had', async () => {
  const read = async (strapi: Awaited<ReturnType<typeof startApp>>['strapi']) => {
    const rows: Record<string, unknown[]> = {};
    for (const table of TABLES) rows[table] = await strapi.db.connection(table).orderBy('id');
    return JSON.stringify(rows);
  };

  const first = await startApp({ storage });
  const { strapi } = first;
  const { documentId } = await strapi.documents(ARTICLE).create({
    data: {
      title: 'Fog',
      slug: 'fog',
      body: [paragraph('Fog comes in over the harbour.')] as never,
    },
    locale: 'en',
    status: 'published',
  });
  await strapi.plugin('ai-optimizer').service('rescoring').settled();
  const ref = { uid: ARTICLE, documentId, locale: 'en' };
  const { site } = await strapi.db.query('plugin::ai-optimizer.score').findOne({});
  await strapi.db.query('plugin::ai-optimizer.keyphrase').create({
    data: {
      key: 'k',
      site,
      entryUid: ARTICLE,
      entryDocumentId: documentId,
      entryLocale: 'en',
      phrase: 'fog',
    },
  });
  await strapi
    .plugin('ai-optimizer')
    .service('settings')
    .save({ values: { provider: 'local', brandVoice: 'Short.' } });
  const experiments = strapi.plugin('ai-optimizer').service('experiments');
  const test = await experiments.create(
    {
      ...ref,
      name: 'T',
      hypothesis: '',
      coverage: 1,
      controlWeight: 0.5,
      goal: { event: 'G', kind: 'conversion' },
      minimumDays: 7,
      variants: [{ name: 'B', weight: 0.5 }],
    },
    { name: 'Nobody' },
  );
  const row = await experiments.rowOrFail(test.id);
  await strapi
    .plugin('ai-optimizer')
    .service('variants')
    .setFields(row, test.variants[0].id, { title: 'Mist' });
  const before = await read(strapi);
  await first.stop();

  const without = await startApp({ storage, plugins: { 'ai-optimizer': { enabled: false } } });
  expect((await without.get('/api/ai-optimizer/assignments')).status).toBe(404);
  await without.stop();

  const again = await startApp({ storage });
  expect(await read(again.strapi)).toBe(before);
  await again.stop();
}, 120_000);
