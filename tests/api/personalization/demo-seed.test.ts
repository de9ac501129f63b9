import { createSeedContext } from '../../../src/seed/plugins/context';
import { personalizationSeed } from '../../../src/seed/plugins/personalization';
import { createEntry } from '../../harness';
import { startStage, type Stage } from './lib/stage';

let stage: Stage;

/** Tables that the seed fills; `settings` has a row for the installation and one a site. */
const TABLES = [
  'user_profiles',
  'content_recommendations',
  'personalization_rules',
  'personalization_audiences',
  'personalization_variants',
  'personalization_events',
  'personalization_counters',
  'personalization_models',
  'personalization_browser_keys',
  'personalization_settings',
];

const seed = async () => {
  const { strapi } = stage.app;
  await personalizationSeed.seed(strapi, await createSeedContext(strapi));
};

const counts = async () => {
  const entries = await Promise.all(
    TABLES.map(async (table) => {
      const rows = await stage.app.strapi.db.connection(table).count({ count: '*' });
      return [table, Number(rows[0]?.count)] as const;
    }),
  );
  return Object.fromEntries(entries);
};

beforeAll(async () => {
  stage = await startStage();
  const { app, home } = stage;
  for (const slug of ['tea', 'boats', 'fog']) {
    const tag = await createEntry(app.strapi, 'api::tag.tag', { name: slug, slug }, { site: home });
    for (const n of [1, 2, 3]) {
      await createEntry(
        app.strapi,
        'api::article.article',
        { title: `${slug} ${n}`, slug: `${slug}-${n}`, tags: [tag.documentId] },
        { site: home },
      );
    }
  }
  await seed();
});
afterAll(() => stage.app.stop());

describe('the demo’s visitors', () => {
  let before: Record<string, number>;

  it('read, belong to audiences and are recommended something', async () => {
    before = await counts();
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    expect(before.user_profiles).toBeGreaterThan(100);
  });

  it('are the same when they are seeded again', async () => {
    await seed();
    expect(await counts()).toEqual(before);
  });

  it('go away with the other samples, and nothing else does', async () => {
    const { app, home } = stage;
    const admin = stage.cast.superAdmin.with({ site: home.slug });
    const own = await admin.post('/personalization/audiences', {
      name: 'My own',
      tree: { combinator: 'and', rules: [] },
    });
    expect(own.status).toBe(201);
    const removed = await admin.delete('/personalization/samples');
    expect(removed.status).toBe(200);
    const left = await counts();
    expect(left).toMatchObject({
      user_profiles: 0,
      content_recommendations: 0,
      personalization_rules: 0,
      personalization_audiences: 1,
      personalization_variants: 0,
      personalization_events: 0,
      personalization_browser_keys: 0,
    });
    const [audience] = await app.strapi.db.connection('personalization_audiences').select('name');
    expect(audience).toEqual({ name: 'My own' });
  });
});
