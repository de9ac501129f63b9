import { matchSites } from './match-sites';
import { aSite } from './site-fixture';

const sites = [
  aSite(1, { slug: 'acme', name: 'Acme Corp', domain: 'acme.example' }),
  aSite(2, { slug: 'other', name: 'Twin' }),
  aSite(3, { slug: 'third', name: 'Twin' }),
  aSite(4, { slug: 'old', name: 'Old', status: 'archived' }),
];

describe('a value of a field', () => {
  it.each([
    ['acme', 1],
    ['ACME', 1],
    ['acme corp', 1],
    ['acme.example', 1],
    ['Other', 2],
    ['Twin', null],
    ['Old', null],
    ['', null],
    ['nothing', null],
  ])('%j means site %j', (value, number) => {
    expect(matchSites([value], { sites })[0]?.site?.number ?? null).toBe(number);
  });

  it('means what somebody says it does', () => {
    const given = { Twin: 'third', acme: 'nowhere' };
    const numbers = matchSites(['Twin', 'acme'], { sites, given }).map(({ site }) => site?.number);
    expect(numbers).toEqual([3, undefined]);
  });
});
