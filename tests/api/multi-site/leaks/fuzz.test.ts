import { grantPublic } from '../../../harness';
import { OVERRIDES, takeDump } from './lib/dump';
import { describeChanges, foreignPart } from './lib/foreign';
import { OWN, SECRET, setStage, type Stage } from './lib/stage';
import { VAULT } from './lib/vault-schema';
import { makeCases, type Clients, type FuzzCase } from './fuzz/cases';
import { fillTypes } from './fuzz/fill';
import { askPlain, findLeaks, findPlanted } from './fuzz/judge';
import { PLANTS } from './fuzz/plants';
import { addTypes, KEYED, makeTypes } from './fuzz/schemas';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_125);
const COUNT = Number(process.env.FUZZ_CASES ?? 300);
/** Ten answers a second are slow; each is asked twice. */
const LIMIT_MS = 120_000 + COUNT * 200;
/** Everything is made, and the questions for planted leaks are asked once. */
const PREPARE_MS = 400_000;
/** A planted leak has to be found this often, within so many questions. */
const ENOUGH = 3;
const PLANTED = 1_000;
const DEMO = ['api::article.article', 'api::author.author', 'api::tag.tag', 'api::page.page'];

/**
 * A member of one site asks at random, of types made at random, what he can think of: nothing
 * may depend on what other sites have. `npm run fuzz:multi-site -- --cases 10000 --seed 7`.
 */
describe('asked at random', () => {
  const types = makeTypes(SEED);
  let stage: Stage;
  let clients: Clients;
  let cases: FuzzCase[];
  /** Other questions than those of the first test, and what they are answered rightly. */
  let planted: FuzzCase[];
  let plain: string[];

  beforeAll(async () => {
    const uids = [...types.map(({ uid }) => uid), ...DEMO];
    stage = await setStage({
      lent: [...uids, VAULT],
      addTypes: (strapi) => addTypes(strapi, types),
      fill: ({ strapi, home, other }) =>
        fillTypes(strapi, {
          types,
          seed: SEED,
          sides: [
            { site: home, mark: OWN },
            { site: other, mark: SECRET },
          ],
        }),
    });
    const { app, cast } = stage;
    await grantPublic(
      app.strapi,
      uids.map((uid) => `${uid}.find`),
    );
    const foreignIds: Record<string, string[]> = {};
    const lentIds: Record<string, string[]> = {};
    for (const uid of uids) {
      // In the order of their making: then the same seed asks for the same ones.
      foreignIds[uid] = await app.strapi.db
        .connection(app.strapi.db.metadata.get(uid).tableName)
        .where({ site_id: stage.other.number })
        .groupBy('document_id')
        .orderByRaw('min(id)')
        .pluck('document_id');
      const lent = stage.lent.filter((one) => one.uid === uid);
      lentIds[uid] = lent.map(({ documentId }) => documentId);
    }
    clients = { token: cast.fullToken, owner: cast.siteOwner };
    const overrides: number[] = await app.strapi.db.connection(OVERRIDES).orderBy('id').pluck('id');
    const given = { uids, foreignIds, lentIds, overrides };
    cases = makeCases(app.strapi, { ...given, seed: SEED, count: COUNT });
    const more = { seed: SEED + 1, count: PLANTED, favour: KEYED };
    planted = makeCases(app.strapi, { ...given, ...more });
    plain = await askPlain(stage, { cases: planted, clients });
  }, PREPARE_MS);
  afterAll(() => stage.app.stop());

  it(
    `nothing of other sites is in ${COUNT} answers`,
    async () => {
      const { strapi } = stage.app;
      const { tables } = stage.database;
      const before = foreignPart(await takeDump(strapi, tables), tables, stage.home.number);
      const { findings, good } = await findLeaks(stage, { cases, clients });
      const after = foreignPart(await takeDump(strapi, tables), tables, stage.home.number);
      process.stderr.write(
        `[fuzz] seed ${SEED}: ${COUNT} cases, ${good} answered, ${findings.length} leaks\n`,
      );
      expect(findings.slice(0, 3)).toEqual([]);
      expect(describeChanges(before, after)).toEqual([]);
      expect(good).toBeGreaterThan(COUNT * 0.7);
    },
    LIMIT_MS,
  );

  it.each(Object.entries(PLANTS))('a planted leak is found: %s', async (name, plant) => {
    const putBack = plant(stage);
    try {
      const given = { cases: planted, clients, plain, enough: ENOUGH };
      const { asked, findings } = await findPlanted(stage, given);
      process.stderr.write(`[fuzz] ${name}: ${findings.length} found in ${asked} questions\n`);
      expect(findings.length).toBe(ENOUGH);
    } finally {
      putBack();
    }
  });

  it('is answered as before when every planted leak is mended', async () => {
    const some = planted.slice(0, 200);
    const given = { cases: some, clients, plain, enough: 1 };
    expect((await findPlanted(stage, given)).findings).toEqual([]);
  });
});
