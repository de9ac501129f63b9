import {
  createCast,
  createEntry,
  type AdminPersona,
  type App,
  type Cast,
  type Client,
} from '../../harness';
import type {
  Comparison,
  Marker,
  RouteChange,
} from '../../../plugins/performance-monitor/shared/contracts/health';
import { flush, openShowcase, ROOT, startMonitored } from './lib';

type Answer<T> = { data: T };
const MINUTE_MS = 60_000;

describe('before and after a marker', () => {
  let app: App;
  let cast: Cast;
  let admin: AdminPersona;
  let marker: Marker;

  const ask = (path: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => app.get(path, { host: cast.home?.domain })));
  const compare = (id: string, who: Client = admin) =>
    who.get<Answer<Comparison>>(`${ROOT}/markers/${id}/comparison`);

  beforeAll(async () => {
    app = await startMonitored();
    cast = await createCast(app);
    admin = cast.superAdmin;
    await openShowcase(app);
    await ask('/api/articles', 25);
    await flush(app);
    // As if it had been measured two minutes ago, and the deploy had been in between.
    const minute = Math.floor(Date.now() / MINUTE_MS);
    await app.strapi.db
      .query('plugin::performance-monitor.bucket')
      .updateMany({ where: {}, data: { minute: minute - 2 } });
    const { status, body } = await admin.post<Answer<Marker>>(`${ROOT}/markers`, {
      label: '2.0.0',
      at: (minute - 1) * MINUTE_MS + 1,
    });
    expect(status).toBe(201);
    marker = body.data;
    await ask('/api/articles', 30);
    await ask('/api/showcase/everything', 2);
    await flush(app);
  });
  afterAll(() => app.stop());

  it('shows what became of every address', async () => {
    const { status, body } = await compare(marker.id);
    expect(status).toBe(200);
    const { before, after, minutes, routes } = body.data;
    expect(body.data.marker).toMatchObject({ id: marker.id, label: '2.0.0', kind: 'deploy' });
    expect(minutes).toBeGreaterThan(0);
    const sum = (side: 'before' | 'after') =>
      routes.reduce((total, one) => total + one[side].count, 0);
    expect({ before: before.count, after: after.count }).toEqual({
      before: sum('before'),
      after: sum('after'),
    });
    const of = (route: string): RouteChange | undefined =>
      routes.find((one) => one.route === route);
    expect(of('/api/articles')).toMatchObject({ before: { count: 25 }, after: { count: 30 } });
    expect(of('/api/showcase/everything')).toMatchObject({
      change: 'new',
      before: { count: 0, p95: null },
      after: { count: 2 },
    });
  });

  it('counts the content type asked for only', async () => {
    const { body } = await admin.get<Answer<Comparison>>(
      `${ROOT}/markers/${marker.id}/comparison?contentType=${encodeURIComponent('api::page.page')}`,
    );
    expect(body.data).toMatchObject({ before: { count: 0 }, after: { count: 0 }, routes: [] });
  });

  it('shows a site its own figures', async () => {
    const other = await compare(marker.id, admin.with({ site: 'other' }));
    expect(other.body.data.after.count).toBe(0);
    const home = await compare(marker.id, admin.with({ site: 'home' }));
    expect(home.body.data.after.count).toBe(32);
  });

  it('is still found when hundreds of publishes came after it', async () => {
    const publish = { kind: 'publish', label: 'Of many', isNetwork: true, site: 0 };
    await app.strapi.db.query('plugin::performance-monitor.marker').createMany({
      data: Array.from({ length: 250 }, (_, at) => ({ ...publish, at: Date.now() - at })),
    });
    const { body } = await admin.get<Answer<Marker[]>>(`${ROOT}/markers`);
    expect(body.data.map(({ id }) => id)).toContain(marker.id);
    const times = body.data.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('is not for visitors, not for editors without the right, and not of another site', async () => {
    const path = `${ROOT}/markers/${marker.id}/comparison`;
    expect((await app.get(path)).status).toBe(401);
    expect((await cast.siteEditor.get(path)).status).toBe(403);
    expect((await cast.fullToken.get(path)).status).toBe(401);
    expect((await admin.get(`${path}?minutes=1`)).status).toBe(400);
    expect((await compare('nothing')).status).toBe(404);

    const entry = { title: 'Of home', slug: 'of-home-once' };
    await createEntry(app.strapi, 'api::article.article', entry, { site: cast.home });
    await flush(app);
    const { body } = await admin.get<Answer<Marker[]>>(`${ROOT}/markers`);
    const publish = body.data.find(({ kind, label }) => kind === 'publish' && label !== 'Of many');
    expect(publish).toBeDefined();
    expect((await compare(publish?.id ?? '', admin.with({ site: 'home' }))).status).toBe(200);
    const foreign = await compare(publish?.id ?? '', admin.with({ site: 'other' }));
    expect(foreign.status).toBe(404);
  });
});
