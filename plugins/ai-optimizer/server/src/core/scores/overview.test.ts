import { overviewOf, type Measured } from './overview';

const entry = (score: number, more: Partial<Measured> = {}): Measured => ({
  uid: 'api::article.article',
  locale: 'en',
  site: 1,
  score,
  poor: [],
  impressions: null,
  actions: 0,
  ...more,
});
const extra = { trend: [], nameOf: (uid: string) => uid.split('.')[1] ?? '' };

it('counts scores by tens, and 100 among the best', () => {
  const { distribution, average, total } = overviewOf(
    [entry(0), entry(9), entry(10), entry(100)],
    extra,
  );
  expect(distribution).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect({ average, total }).toEqual({ average: 29.8, total: 4 });
});

it('names groups, weakest first, and the checks that fail most', () => {
  const overview = overviewOf(
    [
      entry(80, { poor: ['slug'] }),
      entry(20, { locale: 'de', uid: 'api::page.page', poor: ['slug', 'word-count'] }),
    ],
    extra,
  );
  expect(overview.byLocale.map(({ locale }) => locale)).toEqual(['de', 'en']);
  expect(overview.byType[0]).toEqual({
    uid: 'api::page.page',
    name: 'page',
    count: 1,
    average: 20,
  });
  expect(overview.weakest).toEqual([
    { id: 'slug', poor: 2 },
    { id: 'word-count', poor: 1 },
  ]);
});

it('says whether the score goes along with what visitors do, only with enough visits', () => {
  const entries = Array.from({ length: 30 }, (_none, at) =>
    entry(at * 3, { impressions: 1000, actions: at * 10 + (at % 3) }),
  );
  expect(overviewOf(entries, extra).evidence).toMatchObject({ n: 30 });
  expect(overviewOf(entries, extra).evidence?.low).toBeGreaterThan(0.9);
  expect(
    overviewOf(
      entries.map((one) => ({ ...one, impressions: 10 })),
      extra,
    ).evidence,
  ).toBeNull();
});

it('has nothing to say about nothing', () => {
  expect(overviewOf([], extra)).toMatchObject({
    total: 0,
    average: null,
    evidence: null,
    byType: [],
  });
});
