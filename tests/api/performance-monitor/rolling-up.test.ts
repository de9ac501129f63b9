import { createSuperAdmin, laneDatabase, type AdminPersona, type App } from '../../harness';
import type { Overview } from '../../../plugins/performance-monitor/shared/contracts/health';
import { ROOT, service, startMonitored } from './lib';

type Answer<T> = { data: T };
type Row = { id: number; minute: number; resolution: number; isSample: boolean | null };

const LABELS = ['/api/articles', 'GET', '2xx', '0', 'api::article.article', '', 'find'];

const series = (app: App, values: readonly number[]) => {
  const { recorder } = service(app, 'monitor').collector();
  recorder.take();
  recorder.written();
  for (const value of values) recorder.record('http', LABELS, value, [100, 2000, 3, 0, 0, 0]);
  const taken = recorder.take();
  recorder.written();
  return taken;
};

/** Two requests to one address, of 12.5 and 80 ms, as the first version stored them. */
const FIRST_VERSION =
  'Y2TJKCkpiGJk59VPLMjUTywqyUzOSS1mdncNYTaqqGA0FEksyLSygorrQWkGlrTMvBS2NUyL5HkYGBiYGFYs5XbQZAADhxAIzfSCkXENIyN7UWleSWZuqgojI3tGamKBbm4SAyPDg+VCDkkHIOqhNOM5ZkYA';

describe(`figures that are rolled up, on ${laneDatabase()}`, () => {
  let app: App;
  let admin: AdminPersona;
  /** The beginning of an hour, two to three hours ago, so that all coarser rows but a day are due. */
  const start = Math.floor(Date.now() / 3_600_000) * 60 - 180;
  const now = start + 180;

  const rows = () => app.strapi.db.query('plugin::performance-monitor.bucket');
  const rowsOf = async (resolution: number): Promise<Row[]> =>
    rows().findMany({ where: { resolution }, orderBy: { minute: 'asc' } });
  const write = (minute: number, values: readonly number[], instance = 'here') =>
    service(app, 'store').write({ minute, instance, series: series(app, values) });
  const rollUp = (): Promise<number> => service(app, 'roll-up').rollUp(now);

  const look = async (stepSeconds: number, from = start, to = start + 60) => {
    const stretch = `from=${from * 60_000}&to=${to * 60_000}&step=${stepSeconds}`;
    const { status, body } = await admin.get<Answer<Overview>>(`${ROOT}/overview?${stretch}`);
    expect(status).toBe(200);
    const { totals, chart } = body.data;
    return { totals, chart };
  };

  beforeAll(async () => {
    app = await startMonitored({ collectingEnabled: false });
    admin = await createSuperAdmin(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await rows().deleteMany({});
  });

  it('show the same by the minute, and are one row for ten minutes', async () => {
    for (let at = 0; at < 20; at += 1) {
      await write(start + at, [10 + at, 20, 300]);
      await write(start + at, [15], 'there');
    }
    const before = { fine: await look(60), coarse: await look(600) };
    expect(before.fine.totals.count).toBe(80);
    expect(await rollUp()).toBeGreaterThan(0);
    expect(await rollUp()).toBe(0);
    expect((await rowsOf(1)).map(({ minute }) => minute - start)).toEqual([0, 10]);
    expect((await rowsOf(10)).map(({ minute }) => minute - start)).toEqual([0, 10]);
    expect(await rowsOf(60)).toHaveLength(1);
    expect({ fine: await look(60), coarse: await look(600) }).toEqual(before);
  });

  it('show a window that begins inside packed minutes', async () => {
    for (let at = 0; at < 20; at += 1) await write(start + at, [10]);
    await rollUp();
    const { totals } = await look(60, start + 7, start + 13);
    expect(totals.count).toBe(6);
  });

  it('take in what an instance was late to write', async () => {
    for (let at = 0; at < 10; at += 1) await write(start + at, [10]);
    await rollUp();
    await write(start + 4, [99, 99]);
    expect((await look(60)).totals.count).toBe(12);
    expect((await look(600)).totals.count).toBe(12);
    expect(await rollUp()).toBeGreaterThan(0);
    expect(await rowsOf(1)).toHaveLength(1);
    expect(await rowsOf(10)).toHaveLength(1);
    expect((await look(60)).totals).toEqual((await look(600)).totals);
    expect((await look(60)).totals.count).toBe(12);
  });

  it('read and pack what the first version stored', async () => {
    const { id } = await rows().create({
      data: {
        minute: start,
        resolution: 1,
        instance: 'before',
        throughId: 0,
        series: 2,
        data: FIRST_VERSION,
        isSample: false,
      },
    });
    const before = await look(60);
    expect(before.totals).toMatchObject({ count: 2, totalMs: 92.5 });
    await rollUp();
    expect((await rowsOf(1)).map((row) => row.id)).not.toContain(id);
    expect(await look(60)).toEqual(before);
    expect((await look(600)).totals).toEqual(before.totals);
  });

  it('stay when sample figures of the same minutes go', async () => {
    await write(start, [10, 20]);
    await rows().updateMany({ where: {}, data: { isSample: true } });
    await write(start, [30]);
    await rollUp();
    expect((await rowsOf(1)).map(({ isSample }) => isSample)).toEqual([true, false]);
    await service(app, 'samples').remove();
    expect((await look(60)).totals.count).toBe(1);
  });

  it('of six hours come from hours, and from them days', async () => {
    const day = Math.floor(now / 1440) * 1440 - 2 * 1440;
    for (let hour = 0; hour < 24; hour += 1) {
      await write(day + hour * 60, [10 + hour]);
    }
    // As an older version left them: hours without anything coarser.
    await rows().updateMany({ where: {}, data: { resolution: 60, throughId: 1 } });
    const before = await look(3600, day, day + 1440);
    expect(before.totals.count).toBe(24);
    await rollUp();
    expect(await rowsOf(360)).toHaveLength(4);
    expect(await rowsOf(1440)).toHaveLength(1);
    expect((await look(21_600, day, day + 1440)).totals).toEqual(before.totals);
    expect((await look(86_400, day, day + 1440)).totals).toEqual(before.totals);
  });
});
