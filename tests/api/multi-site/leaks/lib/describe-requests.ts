import { castActors } from './actors';
import { runRequests, type HttpCase, type HttpVerdict } from './run-requests';
import { setStage, type Stage } from './stage';

/** A test file of requests: one start of Strapi, one table. */
export function describeRequests(title: string, cases: readonly HttpCase[]) {
  describe(title, () => {
    let stage: Stage;
    let verdicts: Map<string, HttpVerdict>;

    beforeAll(async () => {
      stage = await setStage();
      verdicts = await runRequests(stage, await castActors(stage), cases);
    });
    afterAll(() => stage.app.stop());

    it('has requests with names of their own', () => {
      expect(verdicts.size).toBe(cases.length);
    });

    it.each(cases.map((one) => [one.name, one.status] as const))('%s (%i)', (name, status) => {
      const verdict = verdicts.get(name);
      expect(verdict?.leaks).toEqual([]);
      expect([verdict?.status, verdict?.text]).toEqual([status, verdict?.text]);
    });
  });
}
