import { addressOf, toSearch } from './address';

const read = (search: string) => decodeURIComponent(search.replace(/\+/g, ' '));

describe('a query', () => {
  it.each([
    [
      'plain values',
      { locale: 'de', page: 2, personalize: false },
      'locale=de&page=2&personalize=false',
    ],
    ['nothing for undefined', { locale: undefined }, ''],
    ['objects in brackets', { filters: { slug: { $eq: 'a b' } } }, 'filters[slug][$eq]=a b'],
    ['lists by their index', { sort: ['title:asc', 'id:asc'] }, 'sort[0]=title:asc&sort[1]=id:asc'],
    [
      'lists of objects',
      { filters: { $or: [{ a: 1 }, { b: null }] } },
      'filters[$or][0][a]=1&filters[$or][1][b]=null',
    ],
  ])('writes %s', (_what, query, expected) => {
    expect(read(toSearch(query))).toBe(expected);
  });

  it('cannot be broken out of by a value', () => {
    expect(toSearch({ 'filters[title]': 'a&b=c#d' })).toBe('filters%5Btitle%5D=a%26b%3Dc%23d');
  });
});

describe('an address', () => {
  it.each([
    ['https://cms.example.com/', '/articles', {}, 'https://cms.example.com/api/articles'],
    ['', 'articles', { locale: 'de' }, '/api/articles?locale=de'],
    ['/cms', 'articles?sort=title', { locale: 'de' }, '/cms/api/articles?sort=title&locale=de'],
  ])('of %p and %p', (server, path, query, expected) => {
    expect(addressOf(server, path, query)).toBe(expected);
  });
});
