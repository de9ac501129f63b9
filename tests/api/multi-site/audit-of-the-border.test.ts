import { spawn } from 'node:child_process';
import path from 'node:path';
import { createEntry, createStorage, type ErrorBody } from '../../harness';
import { startStage, type Stage } from './lib/stage';

type Item = { name: string; reach: string; because: string };
type Inventory = Record<'tables' | 'relations' | 'routes', Item[]>;
type Report = {
  isClosed: boolean;
  inventory: Inventory;
  proof: { on: string; checks: number; leaks: string[]; unanswered: string[] };
};

const ROOT = path.resolve(__dirname, '..', '..', '..');
const INVENTORY = '/multi-site/isolation/inventory';
const LIMIT_MS = 60_000;
const STRAY = 'left_over_from_2019';

/** What a person gets who runs it in a terminal, against the same database. */
const runAudit = (env: Record<string, string>) =>
  new Promise<{ code: number | null; report: Report; text: string }>((resolve) => {
    const child = spawn(process.execPath, ['scripts/multi-site-audit.mjs', '--json'], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    });
    let [out, text] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('close', (code) => {
      const start = out.indexOf('{\n');
      resolve({ code, report: JSON.parse(out.slice(start) || '{}') as Report, text: out + text });
    });
  });

describe('the audit of the border', () => {
  const storage = createStorage();
  let stage: Stage;

  beforeAll(async () => {
    stage = await startStage({
      storage: await storage,
      beforeLoad: (strapi) => {
        // A route that nobody composes, as a bootstrap function may add one.
        const { router } = strapi.server as unknown as {
          router: { get(path: string, handler: (ctx: { body: string }) => void): void };
        };
        router.get('/past-everything', (ctx) => {
          ctx.body = 'here';
        });
      },
    });
    const { app, home, other } = stage;
    for (const site of [home, other]) {
      const data = { title: `Of ${site.slug}`, slug: `of-${site.slug}` };
      await createEntry(app.strapi, 'api::article.article', data, { site });
    }
  });
  afterAll(async () => {
    await stage.app.stop();
    await (await storage).remove();
  });

  it('names how far every table, relation and route reaches', async () => {
    const answer = await stage.cast.superAdmin.get<{ data: Inventory }>(INVENTORY);
    expect(answer.status).toBe(200);
    const { tables, relations, routes } = answer.body.data;
    const reachOf = (list: Item[], name: string) => list.find((one) => one.name === name)?.reach;
    expect(reachOf(tables, 'articles')).toBe('scoped');
    expect(reachOf(tables, 'admin_users')).toBe('global');
    expect(reachOf(tables, 'site_users')).toBe('scoped');
    expect(reachOf(relations, 'api::article.article.author')).toBe('scoped');
    expect(reachOf(routes, 'GET /api/articles')).toBe('scoped');
    expect(reachOf(routes, 'ALL /graphql')).toBe('scoped');
    expect(reachOf(routes, 'GET /admin/users')).toBe('global');
    const unknown = [...tables, ...relations, ...routes].filter(({ reach }) => reach === 'unknown');
    expect(unknown.map(({ name }) => name)).toEqual(['GET /past-everything']);
  });

  it('is for the network only', async () => {
    for (const client of [stage.cast.siteOwner, stage.cast.anonymous, stage.cast.fullToken]) {
      const answer = await client.get<ErrorBody>(INVENTORY);
      expect([401, 403]).toContain(answer.status);
      expect(answer.text).not.toContain('articles');
    }
  });

  it(
    'says in a terminal that the border is closed, and leaves the database as it was',
    async () => {
      const { env } = await storage;
      const count = () => stage.app.strapi.db.query('plugin::multi-site.site').count();
      const before = await count();
      const { code, report, text } = await runAudit(env);
      expect({ code, text: code === 0 ? '' : text.slice(-3000) }).toEqual({ code: 0, text: '' });
      expect(report.isClosed).toBe(true);
      expect(report.proof).toMatchObject({ leaks: [], unanswered: [] });
      expect(report.proof.checks).toBeGreaterThan(100);
      expect(await count()).toBe(before);
    },
    LIMIT_MS,
  );

  it(
    'fails on a table nobody knows',
    async () => {
      const { env } = await storage;
      const { connection } = stage.app.strapi.db;
      await connection.schema.createTable(STRAY, (table) => table.increments('id'));
      const { code, report } = await runAudit(env);
      const unknown = report.inventory.tables.filter(({ reach }) => reach === 'unknown');
      expect({ code, unknown: unknown.map(({ name }) => name) }).toEqual({
        code: 1,
        unknown: [STRAY],
      });
    },
    LIMIT_MS,
  );
});
