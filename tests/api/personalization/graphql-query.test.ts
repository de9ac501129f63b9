import { createStorage, createSuperAdmin, startApp, type Storage } from '../../harness';
import type { PluginOverrides } from '../../harness/plugin-overrides';
import { EVERYONE } from './lib/stage';

const SCHEMA = '{ __schema { queryType { fields { name } } types { name } } }';
type Named = { name: string };
type Schema = { data: { __schema: { queryType: { fields: Named[] }; types: Named[] } } };

let storage: Storage;
beforeAll(async () => {
  storage = await createStorage();
});
afterAll(() => storage.remove());

/** Starts, does something, and says what of ours the schema of this start has. */
async function start({
  plugins = {},
  work = () => Promise.resolve(),
}: {
  plugins?: PluginOverrides;
  work?: (app: Awaited<ReturnType<typeof startApp>>) => Promise<void>;
} = {}) {
  const app = await startApp({ storage, plugins });
  try {
    await work(app);
    const { body } = await app.graphql<Schema>(SCHEMA);
    const { queryType, types } = body.data.__schema;
    return [...queryType.fields, ...types]
      .map(({ name }) => name)
      .filter((name) => /recommendation/i.test(name));
  } finally {
    await app.stop();
  }
}

const option = (graphqlRecommendations: string) => ({
  plugins: { personalization: { config: { graphqlRecommendations } } },
});

describe('the GraphQL query of recommendations', () => {
  it('is not there while nothing is configured, after a second start neither', async () => {
    expect(await start()).toEqual([]);
    expect(await start()).toEqual([]);
  });

  it('is there without anything where the option says so', async () => {
    expect(await start(option('always'))).toEqual([
      'recommendations',
      'PersonalizationRecommendation',
    ]);
  });

  it('comes with the next start once a rule was made, and stays away where the option says so', async () => {
    const makeRule = async (app: Awaited<ReturnType<typeof startApp>>) => {
      const admin = await createSuperAdmin(app);
      const answer = await admin.post('/personalization/rules', {
        name: 'For everyone',
        tree: EVERYONE,
        actions: [{ type: 'recommend', slot: 'next', limit: 2 }],
      });
      expect(answer.status).toBe(201);
    };
    expect(await start({ work: makeRule })).toEqual([]);
    expect(await start()).toEqual(['recommendations', 'PersonalizationRecommendation']);
    expect(await start(option('never'))).toEqual([]);
  });
});
