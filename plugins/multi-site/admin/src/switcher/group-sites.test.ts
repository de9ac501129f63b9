import { groupSites } from './group-sites';

const site = (id: string, changes: { name?: string; domain?: string } = {}) => ({
  id,
  number: 1,
  name: id,
  slug: `slug-${id}`,
  domain: null,
  color: null,
  status: 'live' as const,
  ...changes,
});

const names = (options: Partial<Parameters<typeof groupSites>[0]>) =>
  groupSites({ sites: [], query: '', favourites: [], recents: [], ...options }).map((group) => [
    group.kind,
    group.sites.map(({ id }) => id),
  ]);

const few = ['c', 'a', 'b'].map((id) => site(id));
const many = ['g', 'f', 'e', 'd', 'c', 'b', 'a'].map((id) => site(id));

describe('groupSites', () => {
  it('lists a few sites by name, without groups', () => {
    expect(names({ sites: few, recents: ['c'] })).toEqual([['all', ['a', 'b', 'c']]]);
  });

  it('puts favourites first and does not repeat them', () => {
    expect(names({ sites: few, favourites: ['c'] })).toEqual([
      ['favourites', ['c']],
      ['all', ['a', 'b']],
    ]);
  });

  it('shows recently used sites of a long list in the order of use', () => {
    expect(names({ sites: many, favourites: ['b'], recents: ['g', 'b', 'a'] })).toEqual([
      ['favourites', ['b']],
      ['recents', ['g', 'a']],
      ['all', ['c', 'd', 'e', 'f']],
    ]);
  });

  it('forgets favourites and recents that can no longer be opened', () => {
    expect(names({ sites: many, favourites: ['x'], recents: ['y'] })).toEqual([
      ['all', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ]);
  });

  it('finds by parts of the name and the domain, in any order and case', () => {
    const sites = [
      site('1', { name: 'Corner Shop', domain: 'shop.example.com' }),
      site('2', { name: 'Corner Café', domain: 'cafe.example.com' }),
    ];
    expect(names({ sites, query: 'EXAMPLE corner  sho' })).toEqual([['matches', ['1']]]);
  });

  it('has no group when nothing is found', () => {
    expect(names({ sites: few, query: 'zzz' })).toEqual([]);
  });
});
