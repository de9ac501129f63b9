import fs from 'node:fs';
import path from 'node:path';
import { createCast, createEntry, ROOT, startApp, type App, type Cast } from '../../harness';
import { ENDPOINTS, PARTS, SCREENS, TABLES } from './specification-names';

type Rows = { data: Record<string, unknown>[] };

/** All files of a plugin's built admin side. */
const builtAdmin = (plugin: string): string => {
  const folder = path.join(ROOT, 'plugins', plugin, 'dist', 'admin');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
};

describe('what the specification names', () => {
  let app: App;
  let cast: Cast;

  beforeAll(async () => {
    app = await startApp();
    cast = await createCast(app);
  });
  afterAll(() => app.stop());

  describe('is a table in the database', () => {
    it.each(TABLES)('$says', async ({ table, columns }) => {
      expect(await app.strapi.db.getSchemaConnection().hasTable(table)).toBe(true);
      const found = await app.strapi.db.connection(table).columnInfo();
      expect(Object.keys(found)).toEqual(expect.arrayContaining(columns));
    });
  });

  describe('is an endpoint that answers', () => {
    it.each(ENDPOINTS)('$says ($method $path)', async ({ method, path: address }) => {
      const url = address.replace(':site', cast.home?.documentId ?? '');
      const answer = await cast.networkToken.request(method, url, {
        ...(method === 'GET' ? {} : { body: {} }),
      });
      // Whatever it says about this request: it is there, and it does not break.
      expect([404, 405]).not.toContain(answer.status);
      expect(answer.status).toBeLessThan(500);
    });
  });

  describe('is a screen of the admin', () => {
    it.each(SCREENS)('$says ($plugin: $route)', ({ plugin, route }) => {
      const routes = [...builtAdmin(plugin).matchAll(/path:\s*["'`]([^"'`]+)["'`]/g)];
      expect(routes.map((match) => match[1])).toContain(route);
    });

    it.each(PARTS)('$says ($plugin)', ({ plugin, file }) => {
      expect(fs.existsSync(path.join(ROOT, 'plugins', plugin, file))).toBe(true);
    });
  });

  describe('works one step after the other', () => {
    const article = (title: string) =>
      createEntry(
        app.strapi,
        'api::article.article',
        { title, slug: title.toLowerCase().replaceAll(' ', '-'), summary: 'In short.' },
        { site: cast.home },
      );
    const owner = () => cast.superAdmin.with({ site: cast.home?.slug });

    it('SITES contains CONTENT, manages USERS, configures WORKFLOWS', async () => {
      const { documentId } = await article('Of the site');
      const address = `/api/sites/${cast.home?.documentId ?? ''}/content`;
      const content = await cast.networkToken.get<Rows>(address);
      expect(JSON.stringify(content.body.data)).toContain(documentId);
      const members = await app.strapi.db
        .connection('site_users')
        .where({ site_id: cast.home?.number });
      expect(members.length).toBeGreaterThan(0);
      const workflow = await owner().get(
        `/multi-site/sites/${cast.home?.documentId ?? ''}/workflow`,
      );
      expect(workflow.status).toBe(200);
    });

    it('requests content, gets the profile, recommends, delivers personalized content', async () => {
      await article('One of two');
      await article('Two of two');
      const visitor = await cast.fullToken.post<{ data: Record<string, unknown> }>(
        '/api/personalization/visitor',
        {},
      );
      expect(visitor.status).toBeLessThan(300);
      const resolved = await cast.fullToken.get('/api/personalization/resolve');
      expect(resolved.status).toBe(200);
      const recommended = await cast.fullToken.get('/api/personalization/recommendations');
      expect(recommended.status).toBe(200);
      const delivered = await cast.fullToken.get<Rows>('/api/articles');
      expect(delivered.status).toBe(200);
      expect(delivered.body.data.length).toBeGreaterThanOrEqual(2);
    });

    it('Federation Service, Content Synchronization, Conflict Resolution', async () => {
      for (const list of ['sources', 'runs', 'conflicts']) {
        const answer = await owner().get<Rows>(`/federation/${list}`);
        expect(answer.status).toBe(200);
        expect(answer.body.data).toEqual([]);
      }
    });

    it('Content Analysis, Optimization Suggestions, A/B Testing, Performance Tracking', async () => {
      const { documentId } = await article('A short text to look at');
      const uid = 'api::article.article';
      const analysis = await owner().get(`/ai-optimizer/scores/${uid}/${documentId}?locale=en`);
      expect(analysis.status).toBe(200);
      const suggestion = await owner().post('/ai-optimizer/suggestions', {
        uid,
        documentId,
        locale: 'en',
        task: 'summary',
        field: 'summary',
        document: {
          title: 'A short text to look at',
          summary: 'In short.',
          notes: 'The ferry leaves at six. It crosses the river in ten minutes. Bring a coat.',
        },
      });
      expect({ status: suggestion.status, text: suggestion.text }).toMatchObject({ status: 201 });
      expect((await owner().get('/ai-optimizer/experiments')).status).toBe(200);
      expect((await owner().get('/ai-optimizer/scores/overview')).status).toBe(200);
    });

    it('Collect, Analyze, Visualize, Alert, Collect', async () => {
      await cast.fullToken.get('/api/articles');
      for (const page of ['overview', 'routes', 'queries', 'delivery', 'ai', 'alerts/rules']) {
        const answer = await owner().get(`/performance-monitor/${page}`);
        expect({ page, status: answer.status }).toEqual({ page, status: 200 });
      }
    });
  });
});
