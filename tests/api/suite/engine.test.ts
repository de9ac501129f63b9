import { createSuperAdmin, laneDatabase, startApp, type App } from '../../harness';

type Run = { state: string };
type Models = { data: { run: Run | null } };

const engine = { config: { engine: 'pg-boss' } };

async function until(check: () => Promise<boolean>) {
  const deadline = Date.now() + 20_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

if (laneDatabase() === 'postgres') {
  describe('the engine pg-boss', () => {
    let app: App;
    beforeAll(async () => {
      app = await startApp({
        plugins: { personalization: engine, federation: engine, 'ai-optimizer': engine },
      });
    });
    afterAll(() => app.stop());

    it('wakes what is asked for in the admin', async () => {
      const admin = await createSuperAdmin(app);
      const started = await admin.post('/personalization/models/train', {});
      expect(started.status).toBe(202);
      await until(async () => {
        const { body } = await admin.get<Models>('/personalization/models');
        return body.data.run?.state === 'done';
      });
      const queues = await app.strapi.db
        .connection('pgboss.queue')
        .select('name')
        .whereLike('name', '%-runs')
        .orderBy('name');
      expect(queues).toEqual([
        { name: 'ai-optimizer-runs' },
        { name: 'federation-runs' },
        { name: 'personalization-runs' },
      ]);
    });
  });
} else {
  it.each(['personalization', 'federation', 'ai-optimizer'])(
    'a start with the engine pg-boss of %s says that it needs PostgreSQL',
    async (plugin) => {
      await expect(startApp({ plugins: { [plugin]: engine } })).rejects.toThrow(
        `[${plugin}] engine "pg-boss" needs PostgreSQL. Use the default engine.`,
      );
    },
  );
}
