import {
  createSite,
  describeOn,
  laneDatabase,
  type Answer,
  type App,
  type Cast,
  type Client,
  type ErrorBody,
  type TestSite,
} from '../../../harness';
import { startStage } from '../lib/stage';
import { ARTICLE, expectTaken, on, refusal, rowsWith, TAG, TAKEN, times } from './lib';

/** `npm test` asks for less than what is claimed, see docs/decisions/0012. */
const CREATES = Number(process.env.UNIQUE_CREATES ?? 100);
const SITES = Number(process.env.UNIQUE_SITES ?? 20);
const PATIENCE = 60_000 + CREATES * 200 + SITES * 500;

let app: App;
let cast: Cast;
let home: TestSite;

beforeAll(async () => {
  // Hundreds wait for ten connections.
  const env = { DATABASE_CONNECTION_TIMEOUT: String(PATIENCE) };
  ({ app, cast, home } = await startStage({ env }));
});
afterAll(() => app.stop());

const article = (who: Client, slug: string, site?: string) =>
  who.post('/api/articles', { data: { title: slug, slug } }, { site, timeoutMs: PATIENCE });

/** One wins, and the others leave nothing behind. */
function expectOneWinner(answers: readonly Answer[], field: string, value: string) {
  const losers = answers.filter(({ status }) => status !== 201);
  expect(losers).toHaveLength(answers.length - 1);
  for (const loser of losers) expectTaken(loser, field, value);
}

describe('many creates of one slug at the same time', () => {
  it(
    `of ${CREATES} on one site one wins, the others are told, no draft is left`,
    async () => {
      expectOneWinner(await times(CREATES, () => article(cast.fullToken, 'race')), 'slug', 'race');
      const rows = await rowsWith(app.strapi, ARTICLE, { slug: 'race' });
      expect(rows.map((row) => row.published_at === null)).toEqual([true, false]);
    },
    PATIENCE,
  );

  it(
    'the same in a type without drafts',
    async () => {
      const answers = await times(CREATES, () =>
        cast.fullToken.post(
          '/api/tags',
          { data: { name: 'Race', slug: 'race' } },
          { timeoutMs: PATIENCE },
        ),
      );
      expectOneWinner(answers, 'slug', 'race');
      expect(await rowsWith(app.strapi, TAG, { slug: 'race' })).toHaveLength(1);
    },
    PATIENCE,
  );

  it(
    `on ${SITES} sites, twice on each, every site has its winner`,
    async () => {
      const sites: TestSite[] = [];
      for (let index = 0; index < SITES; index += 1) sites.push(await createSite(app.strapi));
      const answers = await times(SITES * 2, (index) =>
        article(cast.networkToken, 'everywhere', sites[index % SITES]?.slug),
      );
      const winners = answers.filter(({ status }) => status === 201);
      expect(winners).toHaveLength(SITES);
      for (const loser of answers.filter(({ status }) => status !== 201)) {
        expectTaken(loser, 'slug', 'everywhere');
      }
      const rows = await rowsWith(app.strapi, ARTICLE, { slug: 'everywhere' });
      const published = rows.filter((row) => row.published_at !== null);
      expect(published.map((row) => row.site_id).sort()).toEqual(
        sites.map(({ number }) => number).sort(),
      );
      expect(rows).toHaveLength(SITES * 2);
    },
    PATIENCE,
  );
});

describe('drafts of one slug', () => {
  it('that are published at the same time: one is, the others stay drafts', async () => {
    const documents = on(app.strapi, home, ARTICLE);
    const drafts = await times(5, (index) =>
      documents.create({ title: `Draft ${index}`, slug: 'drafted' }, 'draft'),
    );
    const answers = await Promise.all(
      drafts.map(({ documentId }) =>
        cast.siteEditor.post<ErrorBody>(
          `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`,
          { title: 'Same', slug: 'drafted' },
        ),
      ),
    );
    const losers = answers.filter(({ status }) => status !== 200);
    expect(losers).toHaveLength(4);
    const collided = losers.filter(({ status }) => status === 409);
    // Only MariaDB ends writers that wait for one key.
    expect(collided.length).toBeLessThanOrEqual(laneDatabase() === 'mysql' ? 4 : 0);
    for (const { body } of collided) {
      expect(body.error.details.code).toBe('MULTI_SITE_SAVE_COLLIDED');
    }
    for (const loser of losers.filter((one) => !collided.includes(one))) {
      expectTaken(loser, 'slug', 'drafted');
    }
    const rows = await rowsWith(app.strapi, ARTICLE, { slug: 'drafted' });
    expect(rows.filter((row) => row.published_at !== null)).toHaveLength(1);
    expect(rows.filter((row) => row.published_at === null)).toHaveLength(5);
  });
});

// SQLite has one connection: whoever writes there has looked on it before, alone.
describeOn(
  ['postgres', 'mysql'],
  { name: 'whoever looked before the other wrote', why: 'SQLite has one connection' },
  () => {
    /** Writers wait here after Strapi's look-up and before their row, until all have come. */
    const together = (count: number, uid: string) => {
      let waiting = 0;
      let open = () => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      return app.strapi.db.lifecycles.subscribe({
        models: [uid],
        beforeCreate: async ({ params }) => {
          if (!params.data.publishedAt) return;
          waiting += 1;
          if (waiting === count) open();
          await gate;
        },
        beforeUpdate: async () => {
          waiting += 1;
          if (waiting === count) open();
          await gate;
        },
      });
    };

    it('would win as well if there were no keys', async () => {
      const { tables } = app.strapi.plugin('multi-site').service('isolation').guard();
      const { uniqueOf } = tables;
      const stop = together(4, ARTICLE);
      tables.uniqueOf = () => undefined;
      const answers = await times(4, () => article(cast.fullToken, 'unkept'));
      tables.uniqueOf = uniqueOf;
      stop();
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(await rowsWith(app.strapi, ARTICLE, { slug: 'unkept' })).toHaveLength(8);
    });

    it('is refused by the database, with the same words', async () => {
      const stop = together(4, ARTICLE);
      const answers = await times(4, () => article(cast.fullToken, 'at-once'));
      stop();
      expectOneWinner(answers, 'slug', 'at-once');
      expect(await rowsWith(app.strapi, ARTICLE, { slug: 'at-once' })).toHaveLength(2);
    });

    it('is refused when it changes an entry, too', async () => {
      const tags = on(app.strapi, home, TAG);
      const made = await times(3, (index) =>
        tags.create({ name: 'Change', slug: `change-${index}` }),
      );
      const stop = together(3, TAG);
      const answers = await Promise.all(
        made.map(({ documentId }) => refusal(tags.update(documentId, { slug: 'changed' }))),
      );
      stop();
      expect(answers.sort()).toEqual([TAKEN, TAKEN, 'written']);
      expect(await rowsWith(app.strapi, TAG, { slug: 'changed' })).toHaveLength(1);
    });
  },
);
