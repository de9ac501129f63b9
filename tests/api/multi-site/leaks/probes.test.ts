import { runProbes, type Verdict } from './lib/run-probes';
import { SECRET, setStage, type Stage } from './lib/stage';
import { probes } from './probes';
import { createProbing } from './probes/probe';

describe('code that runs for one site', () => {
  let stage: Stage;
  let verdicts: Map<string, Verdict>;

  beforeAll(async () => {
    stage = await setStage();
    const probing = createProbing(stage.app.strapi, {
      own: stage.own,
      target: stage.foreign,
      otherSite: stage.other.number,
    });
    const found = await runProbes(stage, probes, probing);
    verdicts = new Map(found.map((verdict) => [verdict.probe.name, verdict]));
  });
  afterAll(() => stage.app.stop());

  it('has probes with names of their own', () => {
    expect(verdicts.size).toBe(probes.length);
  });

  it('keeps its site for a query that is handed back before it ran', async () => {
    const { strapi } = stage.app;
    const { run } = strapi.plugin('multi-site').service<{
      run: (site: number, work: () => PromiseLike<{ name: string }[]>) => PromiseLike<unknown[]>;
    }>('context');
    // A knex builder runs when somebody waits for it: here, that is outside.
    const rows = await run(stage.home.number, () => strapi.db.connection('tags').select('name'));
    expect(JSON.stringify(rows)).not.toContain(SECRET);
  });

  it.each(probes.map((probe) => [probe.name, probe.expect] as const))(
    'does not get through: %s (%s)',
    (name, expected) => {
      const verdict = verdicts.get(name);
      expect(verdict?.leaks).toEqual([]);
      expect([verdict?.outcome.isRefused ? 'refused' : 'works', verdict?.outcome.answer]).toEqual([
        expected,
        verdict?.outcome.answer,
      ]);
    },
  );
});
