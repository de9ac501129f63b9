import { createSuperAdmin, type AdminPersona, type App } from '../../harness';
import type {
  Delivery,
  Overview,
  QueryRow,
  RouteRow,
  Trace,
  TraceHead,
} from '../../../plugins/performance-monitor/shared/contracts/health';
import { createArticles, flush, openShowcase, ROOT, service, startMonitored } from './lib';

type Answer<T> = { data: T };
type Rows<T> = Answer<{ rows: T[]; findings: { kind: string; route: string; times: number }[] }>;

describe('what is collected', () => {
  let app: App;
  let admin: AdminPersona;

  beforeAll(async () => {
    app = await startMonitored();
    admin = await createSuperAdmin(app);
    await openShowcase(app);
    await createArticles(app, 25);
    await flush(app);
  });
  afterAll(() => app.stop());

  const routes = async () => (await admin.get<Rows<RouteRow>>(`${ROOT}/routes`)).body.data.rows;
  const routeOf = async (route: string) => (await routes()).find((row) => row.route === route);

  it('counts exactly what was sent, with plausible times and the content type', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => app.get('/api/articles?pagination[pageSize]=2')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(40).fill(200));
    await flush(app);
    const row = await routeOf('/api/articles');
    expect(row).toMatchObject({
      method: 'GET',
      count: 40,
      errors: 0,
      contentType: 'api::article.article',
      action: 'find',
    });
    const { p50, p95, p99 } = row as RouteRow;
    expect(p50).toBeGreaterThan(0);
    expect(p95).toBeGreaterThanOrEqual(p50 ?? 0);
    expect(p99).toBeGreaterThanOrEqual(p95 ?? 0);
    expect(p99).toBeLessThan(20_000);
    expect(row?.bytes).toBe(40 * (answers[0]?.text.length ?? 0));
  });

  it('gives each query to the request that asked, also while many run at once', async () => {
    const before = await routeOf('/api/articles/:id');
    expect(before).toBeUndefined();
    const { body } = await app.get<Answer<{ documentId: string }[]>>('/api/articles');
    const id = body.data[0]?.documentId ?? '';
    await Promise.all(Array.from({ length: 30 }, () => app.get(`/api/articles/${id}`)));
    await flush(app);
    const row = await routeOf('/api/articles/:id');
    expect(row?.count).toBe(30);
    const { body: detail } = await admin.get<Answer<{ queries: QueryRow[] }>>(
      `${ROOT}/routes/detail?method=GET&route=${encodeURIComponent('/api/articles/:id')}`,
    );
    const ofArticles = detail.data.queries.filter(({ tables }) => tables[0] === 'articles');
    expect(ofArticles.length).toBeGreaterThan(0);
    expect(ofArticles.map(({ count }) => count % 30)).toEqual(ofArticles.map(() => 0));
  });

  it('shows the method that took the most time where only the route is known', async () => {
    const route = encodeURIComponent('/api/articles/:id');
    const of = async (more: string) => {
      const { status, body } = await admin.get<Answer<{ row: RouteRow | null }>>(
        `${ROOT}/routes/detail?route=${route}${more}`,
      );
      expect(status).toBe(200);
      return body.data.row;
    };
    expect(await of('')).toMatchObject({ method: 'GET', count: 30 });
    expect(await of('&method=PUT')).toBeNull();
  });

  it('finds the query that a loop repeats', async () => {
    await app.get('/api/showcase/one-by-one');
    await flush(app);
    const { body } = await admin.get<Rows<QueryRow>>(`${ROOT}/queries`);
    const found = body.data.findings.filter(({ kind }) => kind === 'repeat');
    expect(found.map(({ route }) => route)).toContain('/api/showcase/one-by-one');
    expect(found.find(({ route }) => route === '/api/showcase/one-by-one')?.times).toBe(25);
  });

  it('finds the populate that is too deep', async () => {
    await app.get('/api/showcase/everything');
    await flush(app);
    const { body } = await admin.get<Rows<QueryRow>>(`${ROOT}/queries`);
    const deep = body.data.findings.filter(({ kind }) => kind === 'deep');
    expect(deep.map(({ route }) => route)).toContain('/api/showcase/everything');
  });

  it('keeps the repetitive request with its statements, none of them with a value', async () => {
    const { body } = await admin.get<Answer<TraceHead[]>>(
      `${ROOT}/traces?route=${encodeURIComponent('/api/showcase/one-by-one')}`,
    );
    const [head] = body.data;
    const { body: one } = await admin.get<Answer<Trace>>(`${ROOT}/traces/${head?.id}`);
    const statements = one.data.spans.filter(({ kind }) => kind === 'db');
    expect(statements.length).toBeGreaterThan(50);
    expect(statements.every(({ sql }) => sql !== null && sql.length > 0)).toBe(true);
    const stored = await app.strapi.db.query('plugin::performance-monitor.statement').findMany();
    expect(JSON.stringify(stored)).not.toMatch(/Article \d|article-\d/);
    expect(stored.every(({ sql }: { sql: string }) => !sql.includes("'"))).toBe(true);
  });

  it('keeps a request whose waterfall could not be written the first time', async () => {
    const count = async () => {
      const { body } = await admin.get<Answer<TraceHead[]>>(
        `${ROOT}/traces?route=${encodeURIComponent('/api/authors')}`,
      );
      return body.data.length;
    };
    const traces = service(app, 'traces');
    const { write } = traces;
    await admin.put(`${ROOT}/settings`, { sampleShare: 1 });
    traces.write = () => Promise.reject(new Error('broken on purpose'));
    await app.get('/api/authors');
    await flush(app);
    await admin.put(`${ROOT}/settings`, { sampleShare: 0.01 });
    expect(await count()).toBe(0);
    traces.write = write;
    await flush(app);
    expect(await count()).toBe(1);
    await flush(app);
    expect(await count()).toBe(1);
  });

  it('does not grow with addresses that strangers make up', async () => {
    const before = (await routes()).length;
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        Array.from({ length: 25 }, () => app.get(`/${Math.random().toString(36).slice(2)}/x`)),
      );
      await Promise.all(
        Array.from({ length: 5 }, () => app.get(`/api/${Math.random().toString(36).slice(2)}`)),
      );
    }
    await flush(app);
    const after = await routes();
    expect(after.length).toBeLessThanOrEqual(before + 1);
    expect(after.find(({ route }) => route === 'unmatched')?.count).toBe(600);
  });

  it('leaves out its own traffic and what is excluded', async () => {
    await app.get('/_health');
    await admin.get(`${ROOT}/overview`);
    await flush(app);
    const seen = (await routes()).map(({ route }) => route);
    expect(seen.filter((route) => /performance-monitor|_health/.test(route))).toEqual([]);
    const { body } = await admin.get<Rows<QueryRow>>(`${ROOT}/queries`);
    const own = body.data.rows.filter(({ tables }) =>
      tables.some((table) => table.startsWith('performance_monitor_')),
    );
    expect(own).toEqual([]);
  });

  it('knows what goes out and what caches can do', async () => {
    const { body } = await admin.get<Answer<Delivery>>(`${ROOT}/delivery`);
    const api = body.data.rows.find(({ kind }) => kind === 'api');
    expect(api?.requests).toBeGreaterThan(70);
    expect(api?.bytes).toBeGreaterThan(1000);
    expect(body.data.heaviest.length).toBeGreaterThan(0);
  });

  it('shows everything together, and only what the content type is asked for', async () => {
    const { body } = await admin.get<Answer<Overview>>(`${ROOT}/overview`);
    expect(body.data.totals.count).toBeGreaterThan(600);
    const { database, pool, queue, application } = body.data.totals.shares;
    expect(database + pool + queue + application).toBeCloseTo(1, 6);
    expect(body.data.markers.map(({ kind }) => kind)).toContain('publish');

    const { body: only } = await admin.get<Answer<Overview>>(
      `${ROOT}/overview?contentType=${encodeURIComponent('api::article.article')}`,
    );
    expect(new Set(only.data.slowest.map(({ contentType }) => contentType))).toEqual(
      new Set(['api::article.article']),
    );
  });

  it('explains how a statement is run, without running it', async () => {
    const { body } = await admin.get<Rows<QueryRow>>(`${ROOT}/queries`);
    const selects = body.data.rows.filter(
      ({ verb, tables }) => verb === 'select' && tables.includes('articles'),
    );
    const answers = await Promise.all(
      selects.map(({ fingerprint }) => admin.post(`${ROOT}/queries/${fingerprint}/explain`, {})),
    );
    const wrong = answers.filter(({ status }) => status !== 200).map(({ text }) => text);
    expect(wrong).toEqual([]);
    expect(answers.length).toBeGreaterThan(2);
    const insert = body.data.rows.find(({ verb }) => verb === 'insert' || verb === 'update');
    const refused = await admin.post<{ error: { details: { code: string } } }>(
      `${ROOT}/queries/${insert?.fingerprint}/explain`,
      {},
    );
    expect(refused.status).toBe(400);
    expect(refused.body.error.details.code).toBe('PERFORMANCE_MONITOR_ONLY_SELECT');
  });

  it('stops collecting what is switched off, and goes on', async () => {
    const off = await admin.put(`${ROOT}/settings`, { collectors: { requests: false } });
    expect(off.status).toBe(200);
    const before = (await routeOf('/api/articles'))?.count;
    await app.get('/api/articles');
    await flush(app);
    expect((await routeOf('/api/articles'))?.count).toBe(before);
    await admin.put(`${ROOT}/settings`, { collectors: { requests: true } });
    await app.get('/api/articles');
    await flush(app);
    expect((await routeOf('/api/articles'))?.count).toBe((before ?? 0) + 1);
  });

  it('never failed inside', () => {
    const { failures, lastFailure } = service(app, 'monitor').collector();
    expect({ failures, lastFailure }).toEqual({ failures: 0, lastFailure: null });
  });
});
