import {
  createSuperAdmin,
  describeOn,
  startInstance,
  type AdminPersona,
  type App,
} from '../../harness';
import type {
  Overview,
  RouteRow,
} from '../../../plugins/performance-monitor/shared/contracts/health';
import { flush, openShowcase, ROOT, service, startMonitored } from './lib';

type Answer<T> = { data: T };

const GROUP = { name: 'two instances on one database', why: 'SQLite belongs to one process' };

describeOn(['postgres', 'mysql'], GROUP, () => {
  let app: App;
  let admin: AdminPersona;

  beforeAll(async () => {
    app = await startMonitored();
    admin = await createSuperAdmin(app);
    await openShowcase(app);
  });
  afterAll(() => app.stop());

  it('are seen as one, and stopping one loses nothing', async () => {
    const other = await startInstance(app);
    const call = (url: string) => fetch(new URL('/api/articles', url)).then(({ status }) => status);
    const statuses = await Promise.all([
      ...Array.from({ length: 20 }, () => call(app.url)),
      ...Array.from({ length: 30 }, () => call(other.url)),
    ]);
    expect(statuses).toEqual(Array(50).fill(200));
    await flush(app);
    // The other one writes by its clock.
    const deadline = Date.now() + 30_000;
    let row: RouteRow | undefined;
    do {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const { body } = await admin.get<Answer<{ rows: RouteRow[] }>>(`${ROOT}/routes`);
      row = body.data.rows.find(({ route }) => route === '/api/articles');
    } while ((row?.count ?? 0) < 50 && Date.now() < deadline);
    expect(row?.count).toBe(50);
    const { body } = await admin.get<Answer<Overview>>(`${ROOT}/overview`);
    expect(body.data.collecting.instances).toBe(2);
    await other.stop();
  });

  it('roll up exactly', async () => {
    const store = service(app, 'roll-up');
    const rows = app.strapi.db.query('plugin::performance-monitor.bucket');
    const minute = Math.floor(Date.now() / 60_000);
    // As if it had been measured two hours ago.
    const all: { id: number; minute: number }[] = await rows.findMany();
    for (const { id, minute: at } of all) {
      await rows.update({ where: { id }, data: { minute: at - 120 } });
    }
    const read = async () => {
      const { body } = await admin.get<Answer<Overview>>(
        `${ROOT}/overview?from=${(minute - 200) * 60_000}&to=${(minute - 60) * 60_000}&step=600`,
      );
      return body.data.totals;
    };
    const before = await read();
    expect(before.count).toBeGreaterThanOrEqual(50);
    expect(await store.rollUp(minute)).toBeGreaterThan(0);
    expect(await store.rollUp(minute)).toBe(0);
    expect(await read()).toEqual(before);
    await rows.deleteMany({ where: { resolution: 1 } });
    expect(await read()).toEqual(before);
  });
});
