import { castActors, type Actors } from './lib/actors';
import { LENT_TYPES } from './lib/lending';
import { setStage, type Stage } from './lib/stage';

const ALPHABET = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
const TRIES = Number(process.env.LEAKS_ORACLE_TRIES ?? 300);
/** Ten answers a second are slow. */
const LIMIT_MS = 120_000 + TRIES * 100;
const A = '/api/articles?fields[0]=title&sort=id';

/**
 * Questions whose answer could tell whether a hidden, linked text starts with something: linked to
 * by own entries and by those that are shared, or another site's wording of a shared one.
 */
const QUESTIONS: readonly ((start: string) => string)[] = [
  (start) => `${A}&filters[author][name][$startsWith]=${start}`,
  (start) => `${A}&filters[author][name][$gte]=${start}`,
  (start) => `${A}&filters[$not][author][name][$lt]=${start}`,
  (start) => `${A}&filters[tags][name][$startsWith]=${start}`,
  (start) => `${A}&filters[$or][0][category][name][$startsWith]=${start}&filters[$or][1][id]=0`,
  (start) => `${A}&filters[gallery][name][$startsWith]=${start}`,
  (start) => `/api/authors?sort=id&filters[articles][title][$startsWith]=${start}`,
  (start) => `/api/tags?sort=id&filters[articles][author][name][$startsWith]=${start}`,
  (start) => `/api/vaults?sort=id&filters[keeper][name][$startsWith]=${start}`,
  (start) => `${A}&filters[author][name][$notContains]=${start}`,
  (start) => `${A}&filters[title][$startsWith]=${start}`,
  (start) => `${A}&filters[summary][$gte]=${start}`,
  (start) => `/api/tags?sort=id&filters[articles][title][$startsWith]=${start}`,
  (start) => `/api/vaults?sort=id&filters[owner][name][$startsWith]=${start}`,
  (start) => `/api/pages?sort=id&filters[parent][title][$startsWith]=${start}`,
];

/** Whether a link is there at all, and what it sorts after. */
const NULLS = [
  `${A}&filters[author][id][$null]=true`,
  `${A}&filters[author][id][$notNull]=true`,
  `${A}&filters[category][name][$null]=true`,
  '/api/vaults?sort=id&filters[keeper][id][$null]=true',
  '/api/vaults?sort=id&filters[owner][id][$null]=true',
  '/api/vaults?sort=id&filters[badge][id][$notNull]=true',
  '/api/pages?sort=id&filters[parent][id][$null]=true',
  '/api/tags?sort=id&filters[articles][id][$null]=true',
  '/api/authors?sort=id&filters[articles][id][$notNull]=true',
  '/api/articles?fields[0]=title&sort[0]=author.name&sort[1]=id',
  '/api/articles?fields[0]=title&sort[0]=author.name:desc&sort[1]=id',
  '/api/articles?fields[0]=title&sort[0]=category.name:desc&sort[1]=id',
];

describe('a secret in a hidden row that a visible one links to', () => {
  let stage: Stage;
  let actors: Actors;

  beforeAll(async () => {
    stage = await setStage({ lent: LENT_TYPES });
    actors = await castActors(stage);
  });
  afterAll(() => stage.app.stop());

  it(
    `gives nothing away in ${TRIES} tries`,
    async () => {
      const secret = stage.foreign.authors[0].name;
      let telling = 0;
      let tries = 0;
      for (let at = 0; tries < TRIES; at = (at + 1) % secret.length) {
        for (const question of QUESTIONS) {
          // What the attacker knows already, with the right next character and with a wrong one.
          const known = secret.slice(0, at);
          const right = secret[at] ?? '';
          const wrong = ALPHABET.find((one) => one > right) ?? 'z';
          const ask = (last: string) => actors.fullToken.get(encodeURI(question(known + last)));
          const [yes, no] = [await ask(right), await ask(wrong)];
          expect(yes.status).toBe(200);
          if (yes.text !== no.text) telling += 1;
          tries += 2;
          if (tries >= TRIES) break;
        }
      }
      process.stderr.write(`[oracle] ${tries} tries, ${telling} told something\n`);
      expect(telling).toBe(0);
    },
    LIMIT_MS,
  );

  it('does not show by null tests or sorts that there is a link', async () => {
    const ask = async () => {
      const answers: string[] = [];
      for (const path of NULLS) answers.push((await actors.fullToken.get(path)).text);
      return answers;
    };
    const linked = await ask();
    await stage.leaveAlone();
    const alone = await ask();
    await stage.restore();
    expect(linked).toEqual(alone);
  });
});
