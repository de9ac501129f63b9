import { readLabels, writeLabels } from './label-table';

it.each([
  ['none', []],
  ['a series without labels', [[], []]],
  [
    'equal ones',
    [
      ['/a', 'GET'],
      ['/a', 'GET'],
    ],
  ],
  [
    'some that begin alike',
    [
      ['/api/articles', 'GET'],
      ['/api/authors', 'GET'],
      ['/api', ''],
    ],
  ],
  ['letters of several bytes that begin alike', [['/ä'], ['/ö'], ['/ä€'], ['/😀'], ['/😁']]],
  ['more and fewer than the others', [['a'], ['a', 'b', 'c'], [], ['a', '']]],
])('gives back %s', (_name, lines) => {
  expect(readLabels(writeLabels(lines))).toEqual(lines);
});

it.each([[Uint8Array.of(200, 1)], [Uint8Array.of(2, 1, 1, 0, 9, 65)]])('refuses %s', (bytes) => {
  expect(() => readLabels(bytes)).toThrow(RangeError);
});
