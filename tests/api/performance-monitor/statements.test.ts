import {
  createCast,
  createStorage,
  createSuperAdmin,
  describeOn,
  startStatementsServer,
  type AdminPersona,
  type App,
  type Client,
  type Storage,
} from '../../harness';
import type { ServerStatements } from '../../../plugins/performance-monitor/shared/contracts/health';
import { fingerprintOf } from '../../../plugins/performance-monitor/server/src/core/fingerprint';
import { createArticles, flush, openShowcase, ROOT, startMonitored, service } from './lib';

type Sample = { series: { labels: string[]; histogram: { count: number } } };
type Told = { rows: { query: string; calls: string }[] };

const GROUP = { name: 'counts of statements', why: 'only PostgreSQL has pg_stat_statements' };

describeOn(['postgres'], GROUP, () => {
  let server: Awaited<ReturnType<typeof startStatementsServer>> | undefined;
  let storage: Storage | undefined;
  let app: App;
  let admin: AdminPersona;

  beforeAll(async () => {
    server = await startStatementsServer();
    storage = await createStorage('postgres', server.url);
    // They read new articles by themselves, at a moment that only one of the two counts would catch.
    const plugins = { 'ai-optimizer': false, personalization: false } as const;
    app = await startMonitored({}, { storage, plugins });
    admin = await createSuperAdmin(app);
    await openShowcase(app);
    await createArticles(app, 5);
  });
  afterAll(async () => {
    await app.stop();
    await storage?.remove();
    await server?.stop();
  });

  type Answer = { data: ServerStatements | null };
  const list = (who: Client) => who.get<Answer>(`${ROOT}/queries/server`);

  it('are said to be missing while the extension is', async () => {
    const { status, body } = await list(admin);
    expect({ status, data: body.data }).toEqual({
      status: 200,
      data: { state: 'not-loaded', rows: [] },
    });
    await app.strapi.db.connection.raw('create extension pg_stat_statements');
  });

  it('are those of pg_stat_statements, under 100 concurrent requests', async () => {
    const minute = Math.floor(Date.now() / 60_000);
    const ours = async () => {
      const samples: Sample[] = await service(app, 'store').read(
        { from: minute - 5, to: minute + 10, step: 1, resolution: 1 },
        ['db'],
      );
      const counts = new Map<string, number>();
      for (const { series } of samples) {
        const id = series.labels[0] ?? '';
        counts.set(id, (counts.get(id) ?? 0) + series.histogram.count);
      }
      return counts;
    };
    await flush(app);
    const before = await ours();
    await app.strapi.db.connection.raw('select pg_stat_statements_reset()');
    const paths = ['/api/articles', '/api/articles?populate=*', '/api/showcase/one-by-one'];
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => app.get(paths[at % paths.length] ?? '')),
    );
    await flush(app);
    const told = (await app.strapi.db.connection.raw(
      'select query, calls from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())',
    )) as unknown as Told;
    const theirs = new Map<string, number>();
    for (const { query, calls } of told.rows) {
      const { id, verb, tables } = fingerprintOf(query, 'postgres');
      if (verb !== 'select' || !/^(articles|authors|tags|categories)/.test(tables[0] ?? ''))
        continue;
      theirs.set(id, (theirs.get(id) ?? 0) + Number(calls));
    }
    const after = await ours();
    const compared = [...theirs].map(([id, calls]) => ({
      calls,
      ours: (after.get(id) ?? 0) - (before.get(id) ?? 0),
    }));
    expect(compared.length).toBeGreaterThan(5);
    expect(compared.map(({ ours: count }) => count)).toEqual(compared.map(({ calls }) => calls));
  });

  it('are shown as the server has them, without values, and to no site', async () => {
    const { body } = await list(admin);
    expect(body.data?.state).toBe('there');
    const rows = body.data?.rows ?? [];
    const ofArticles = rows.filter(
      ({ verb, tables }) => verb === 'select' && tables[0] === 'articles',
    );
    expect(ofArticles.length).toBeGreaterThan(0);
    expect(Math.max(...ofArticles.map(({ calls }) => calls))).toBeGreaterThan(100);
    expect(rows.every(({ sql }) => !sql.includes("'"))).toBe(true);
    const totals = rows.map(({ totalMs }) => totalMs);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));

    const cast = await createCast(app);
    expect((await list(cast.superAdmin.with({ site: 'home' }))).body.data).toBeNull();
    expect((await app.get(`${ROOT}/queries/server`)).status).toBe(401);
    expect((await cast.siteEditor.get(`${ROOT}/queries/server`)).status).toBe(403);
  });
});
