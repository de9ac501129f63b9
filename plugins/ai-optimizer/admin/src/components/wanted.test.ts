import { wantedOf } from './wanted';

describe('wantedOf', () => {
  it.each([
    ['>= 300', { id: 'at-least', limit: '300' }],
    ['<= 25 %', { id: 'at-most', limit: '25 %' }],
    ['200-600 px', { id: 'between', limit: '200–600 px' }],
    ['0', { id: 'none', limit: '0' }],
    ['1', null],
  ])('%s', (threshold, wanted) => {
    expect(wantedOf(threshold)).toEqual(wanted);
  });
});
