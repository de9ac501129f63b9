import type { Answer } from '../../../harness';
import { castActors } from './lib/actors';
import { makeRequests, type RandomRequest } from './lib/random-requests';
import { sortKeys } from './lib/sort-keys';
import { LENT_TYPES } from './lib/lending';
import { SECRET, setStage, type Stage } from './lib/stage';

const COUNT = Number(process.env.LEAKS_REQUESTS ?? 500);
const SEED = Number(process.env.LEAKS_SEED ?? 20_260_101);

/**
 * Non-interference: what one site answers must not depend on anything that other sites have.
 * Random requests are answered, all other content is taken away, and they are asked again.
 */
/** Each one twice, one after the other, while other files boot beside it. */
const LONG_MS = 300_000 + COUNT * 200;

describe('what other sites have', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({ lent: LENT_TYPES });
  });
  afterAll(() => stage.app.stop());

  it(
    `changes none of ${COUNT} random answers`,
    async () => {
      const actors = await castActors(stage);
      const requests = makeRequests(SEED, COUNT, [stage.own, stage.foreign]);
      const askAll = async () => {
        const answers: string[] = [];
        for (const { as, method, path, body } of requests) {
          answers.push(toText(stage, await actors[as].request(method, path, { body })));
        }
        return answers;
      };
      const beside = await askAll();
      await stage.leaveAlone();
      const alone = await askAll();

      const different = requests.flatMap((request, index) =>
        beside[index] === alone[index] ? [] : [describeOne(request, beside[index], alone[index])],
      );
      const shown = beside.filter((text) => text.includes(SECRET));
      const good = beside.filter((text) => text.startsWith('200')).length;
      process.stderr.write(
        `[leaks] seed ${SEED}: ${COUNT} random requests, ${good} answered with 200, ${different.length} changed\n`,
      );
      expect({ different: different.slice(0, 5), shown }).toEqual({ different: [], shown: [] });
      expect(good).toBeGreaterThan(COUNT * 0.8);
    },
    LONG_MS,
  );
});

/** On a pool of connections populated relations arrive in any order, so keys are sorted there. */
function toText(stage: Stage, answer: Answer): string {
  const isCertain = stage.app.strapi.db.dialect.client === 'sqlite';
  const text = isCertain ? answer.text : JSON.stringify(sortKeys(answer.body));
  return `${answer.status} ${text}`;
}

const describeOne = (request: RandomRequest, beside = '', alone = '') => ({
  request,
  beside: beside.slice(0, 600),
  alone: alone.slice(0, 600),
});
