import { createCast, grantPublic, type App, type Cast } from '../../harness';
import { flush, openShowcase, ROOT, service, startMonitored } from './lib';

type Refusal = { error: { details: { code?: string } } };

describe('who may see and do what', () => {
  let app: App;
  let cast: Cast;

  beforeAll(async () => {
    app = await startMonitored({ vitalsPerMinute: 5 });
    cast = await createCast(app);
    await openShowcase(app);
  });
  afterAll(() => app.stop());

  const READS = [
    'overview',
    'routes',
    'queries',
    'delivery',
    'ai',
    'traces',
    'markers',
    'alerts/rules',
    'alerts/events',
    'alerts/silences',
    'channels',
    'settings',
    'choices',
  ];

  it.each(READS)(
    'GET %s: the super admin, and neither visitors nor an editor without the right',
    async (path) => {
      expect((await app.get(`${ROOT}/${path}`)).status).toBe(401);
      expect((await cast.siteEditor.get(`${ROOT}/${path}`)).status).toBe(403);
      expect((await cast.superAdmin.get(`${ROOT}/${path}`)).status).toBe(200);
      expect((await cast.fullToken.get(`${ROOT}/${path}`)).status).toBe(401);
    },
  );

  it.each([
    ['from=yesterday', 400],
    ['from=200&to=100', 400],
    ['step=1', 400],
    ['contentType=articles', 400],
    ['unknown=1', 400],
    ['site=9999', 404],
    ['from=0&to=9999999999999', 200],
    ['from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z', 200],
  ])('overview?%s answers %d', async (query, status) => {
    expect((await cast.superAdmin.get(`${ROOT}/overview?${query}`)).status).toBe(status);
  });

  it('shows a site its own figures only, and none of the process', async () => {
    const host = cast.home?.domain;
    await Promise.all(Array.from({ length: 5 }, () => app.get('/api/articles', { host })));
    await flush(app);
    const as = (site: string) =>
      cast.superAdmin.with({ site }).get<{
        data: { totals: { count: number }; runtime: unknown };
      }>(`${ROOT}/overview?contentType=${encodeURIComponent('api::article.article')}`);
    const home = (await as('home')).body.data;
    const other = (await as('other')).body.data;
    expect(home.totals.count).toBe(5);
    expect(home.runtime).toBeNull();
    expect(other.totals.count).toBe(0);
    const foreign = await cast.superAdmin
      .with({ site: 'other' })
      .get<Refusal>(`${ROOT}/overview?site=${cast.home?.number}`);
    expect(foreign.status).toBe(404);
  });

  it('lets nobody inside a site change what is collected', async () => {
    const refused = await cast.superAdmin
      .with({ site: 'home' })
      .put<Refusal>(`${ROOT}/settings`, { slowMs: 50 });
    expect(refused.status).toBe(403);
    expect(refused.body.error.details.code).toBe('PERFORMANCE_MONITOR_NETWORK_ONLY');
  });

  it('keeps a rule of one site from the other', async () => {
    const rule = { name: 'Of home', condition: { kind: 'absence' } };
    const made = await cast.superAdmin
      .with({ site: 'home' })
      .post<{ data: { id: string } }>(`${ROOT}/alerts/rules`, rule);
    expect(made.status).toBe(201);
    const path = `${ROOT}/alerts/rules/${made.body.data.id}`;
    expect((await cast.superAdmin.with({ site: 'other' }).get(path)).status).toBe(404);
    expect((await cast.superAdmin.with({ site: 'other' }).delete(path)).status).toBe(404);
    expect((await cast.superAdmin.get(path)).status).toBe(200);
    expect((await cast.superAdmin.delete(path)).status).toBe(200);
  });

  it('gives metrics to nobody until they are switched on, then to the token', async () => {
    const path = '/api/performance-monitor/metrics';
    expect((await app.get(path)).status).toBe(404);
    await cast.superAdmin.put(`${ROOT}/settings`, { isPrometheusOn: true });
    expect((await app.get(path)).status).toBe(403);
    const { body } = await cast.superAdmin.post<{ data: { token: string } }>(
      `${ROOT}/settings/metrics-token`,
    );
    expect((await app.get(path, { token: 'wrong' })).status).toBe(403);
    await app.get('/api/articles', { host: cast.home?.domain });
    await flush(app);
    const { status, text, headers } = await app.get(path, { token: body.data.token });
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain');
    const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
    const wrong = lines.filter((line) => !/^[a-z_]+(\{[^{}]*\})? -?[\d.e+-]+$/.test(line));
    expect(wrong).toEqual([]);
    expect(text).toMatch(
      /http_server_request_duration_seconds_count\{[^}]*http_route="\/api\/articles"[^}]*\} \d+/,
    );
    await cast.superAdmin.post(`${ROOT}/settings/metrics-token`);
    expect((await app.get(path, { token: body.data.token })).status).toBe(403);
  });

  it('takes what browsers feel: with a key, small, and not too often', async () => {
    const path = '/api/performance-monitor/vitals';
    const vital = { name: 'LCP', value: 1800, route: '/blog/:slug' };
    const send = (body: unknown, headers: Record<string, string> = {}) =>
      app.post(path, body, { headers, host: cast.home?.domain });
    expect((await send(vital)).status).toBe(404);
    await cast.superAdmin.put(`${ROOT}/settings`, { areVitalsOn: true });
    expect((await send(vital)).status).toBe(403);
    const made = await cast.superAdmin.with({ site: 'home' }).post<{
      data: { key: string };
    }>(`${ROOT}/settings/browser-keys`, { label: 'Web', origins: ['https://home.test'] });
    expect(made.status).toBe(201);
    const key = { 'x-browser-key': made.body.data.key };
    expect((await send(vital, { ...key, origin: 'https://evil.test' })).status).toBe(403);
    expect((await send({ ...vital, name: 'XYZ' }, key)).status).toBe(400);
    expect((await send({ ...vital, route: 'a'.repeat(2000) }, key)).status).toBe(400);
    const statuses = await Promise.all(Array.from({ length: 12 }, () => send(vital, key)));
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([202]));
    await flush(app);
    const { body } = await cast.superAdmin.get<{
      data: { vitals: { name: string; count: number; p75: number; rating: string }[] };
    }>(`${ROOT}/delivery`);
    const lcp = body.data.vitals.find(({ name }) => name === 'LCP');
    expect(lcp).toMatchObject({ count: 5, rating: 'good' });
    expect(lcp?.p75).toBeCloseTo(1800, -2);
  });

  it('takes a deploy from a script with a token', async () => {
    const path = '/api/performance-monitor/markers';
    expect((await app.post(path, { label: '2.0.0' })).status).toBe(403);
    const { status } = await cast.networkToken.post(path, { label: '2.0.0' });
    expect(status).toBe(201);
    const { body } = await cast.superAdmin
      .with({ site: 'other' })
      .get<{ data: { label: string }[] }>(`${ROOT}/markers`);
    expect(body.data.map(({ label }) => label)).toContain('2.0.0');
  });

  it('fails open: a collector that breaks is not felt', async () => {
    const collector = service(app, 'monitor').collector();
    const original = collector.recorder.record;
    collector.recorder.record = () => {
      throw new Error('broken on purpose');
    };
    await grantPublic(app.strapi, ['api::page.page.find']);
    const { status } = await app.get('/api/pages', { host: cast.home?.domain });
    collector.recorder.record = original;
    expect(status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(collector.failures).toBeGreaterThan(0);
  });
});
