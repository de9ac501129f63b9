import { RequestQueries } from './request-queries';

type Query = [fingerprint: string, binding: unknown, durationMs: number];

const repeat = (count: number, make: (at: number) => Query): Query[] =>
  Array.from({ length: count }, (_, at) => make(at));

const CASES: [string, Query[], number, string[]][] = [
  ['five with other values in a fifth of the request', repeat(5, (at) => ['a', at, 4]), 100, ['a']],
  ['long in itself, though a small share', repeat(5, (at) => ['a', at, 10]), 10_000, ['a']],
  ['four are no loop', repeat(4, (at) => ['a', at, 100]), 500, []],
  ['always the same values are no loop', repeat(50, () => ['a', 1, 10]), 500, []],
  ['quick, but it grows with the content', repeat(20, (at) => ['a', at, 0.1]), 1000, ['a']],
  ['too quick to matter', repeat(19, (at) => ['a', at, 0.1]), 1000, []],
  [
    'two loops, the longer first',
    [...repeat(5, (at): Query => ['a', at, 10]), ...repeat(6, (at): Query => ['b', at, 20])],
    300,
    ['b', 'a'],
  ],
  ['different statements', repeat(40, (at) => [`q${at}`, at, 10]), 400, []],
  ['nothing at all', [], 0, []],
];

it.each(CASES)('repetitions: %s', (_name, queries, durationMs, expected) => {
  const seen = new RequestQueries();
  queries.forEach(([fingerprint, binding, ms]) =>
    seen.add({ fingerprint, bindings: [binding], durationMs: ms, isLoad: false }),
  );
  expect(seen.repetitions(durationMs).map(({ fingerprint }) => fingerprint)).toEqual(expected);
});

it('counts and adds up', () => {
  const seen = new RequestQueries();
  repeat(300, (at) => [`q${at}`, at, 2]).forEach(([fingerprint, binding, durationMs]) =>
    seen.add({ fingerprint, bindings: [binding], durationMs, isLoad: false }),
  );
  expect(seen.count).toBe(300);
  expect(seen.totalMs).toBe(600);
});

it.each([
  ['a populate of many levels', 12, 5, true],
  ['one level of relations', 9, 3, false],
  ['a loop that populates each entry by itself', 40, 41, false],
  ['many reads that load nothing', 0, 40, false],
  ['nothing at all', 0, 0, false],
])('isDeep: %s, on a quick and on a busy machine', (_name, loads, reads, expected) => {
  for (const durationMs of [0.01, 1000]) {
    const seen = new RequestQueries();
    const one = (isLoad: boolean) => (_value: unknown, at: number) =>
      seen.add({ fingerprint: `q${at}`, bindings: [at], durationMs, isLoad });
    Array.from({ length: loads }).forEach(one(true));
    Array.from({ length: reads }).forEach(one(false));
    expect(seen.isDeep()).toBe(expected);
  }
});
