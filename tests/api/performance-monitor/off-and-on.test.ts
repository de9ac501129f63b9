import { createStorage, createSuperAdmin, startApp, type Storage } from '../../harness';
import { UID } from '../../../plugins/performance-monitor/shared/plugin';
import { flush, openShowcase, ROOT, startMonitored } from './lib';

const TABLES = Object.values(UID).filter((uid) => uid !== UID.lease);

describe('switched off and on again', () => {
  let storage: Storage;

  beforeAll(async () => {
    storage = await createStorage();
  });
  afterAll(() => storage.remove());

  it('has lost nothing', async () => {
    const first = await startMonitored({}, { storage });
    const admin = await createSuperAdmin(first);
    await openShowcase(first);
    await first.get('/api/articles');
    await admin.post(`${ROOT}/markers`, { label: '1.0.0' });
    await admin.post(`${ROOT}/channels`, {
      name: 'Ops',
      kind: 'email',
      target: 'ops@example.test',
    });
    await admin.post(`${ROOT}/alerts/rules`, { name: 'Silence', condition: { kind: 'absence' } });
    await flush(first);
    await first.stop();

    const read = async (app: Awaited<ReturnType<typeof startApp>>) => {
      const all: Record<string, unknown[]> = {};
      for (const uid of TABLES) {
        const rows: { id: number }[] = await app.strapi.db
          .query(uid)
          .findMany({ orderBy: { id: 'asc' } });
        all[uid] = rows;
      }
      return all;
    };
    // Nothing is collected while it is looked at, so that the rows can be compared.
    const quiet = { collectingEnabled: false };
    const before = await startMonitored(quiet, { storage });
    const filled = await read(before);
    await before.stop();
    expect(filled[UID.bucket]?.length).toBeGreaterThan(0);
    expect(filled[UID.rule]?.length).toBe(1);

    const off = await startApp({ storage, plugins: { 'performance-monitor': false } });
    expect((await off.get(`${ROOT}/overview`)).status).toBe(404);
    await off.stop();

    const after = await startMonitored(quiet, { storage });
    const again = await read(after);
    await after.stop();
    expect(again).toEqual(filled);
  });
});
