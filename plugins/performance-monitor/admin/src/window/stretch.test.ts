import { DEFAULT_RANGE, readSearch, toParams } from './stretch';

it.each([
  [{}, { range: DEFAULT_RANGE, from: null, to: null, site: null, contentType: null }],
  [
    { range: '7d', site: '2', contentType: 'api::a.a' },
    { range: '7d', from: null, to: null, site: 2, contentType: 'api::a.a' },
  ],
  [
    { range: 'x', site: 'y' },
    { range: DEFAULT_RANGE, from: null, to: null, site: null, contentType: null },
  ],
  [
    { from: '100', to: '200', range: '1h' },
    { range: null, from: 100, to: 200, site: null, contentType: null },
  ],
  [
    { from: '200', to: '100' },
    { range: DEFAULT_RANGE, from: null, to: null, site: null, contentType: null },
  ],
])('readSearch(%j)', (search, expected) => {
  expect(readSearch(search)).toEqual(expected);
});

it.each([
  ['1h', null, null, { from: 10_000_000 - 3_600_000, to: 10_000_000 }],
  [null, 5, 9, { from: 5, to: 9 }],
] as const)('toParams(%s)', (range, from, to, expected) => {
  const args = { range, from, to, site: null, contentType: null, round: 0 };
  expect(toParams(args, 10_000_000)).toEqual(expected);
});
