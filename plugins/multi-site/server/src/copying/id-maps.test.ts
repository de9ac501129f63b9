import { createIdMaps, mapLink } from './id-maps';

describe('copied ids', () => {
  it('keep the rows of one document together, and documents apart', () => {
    const maps = createIdMaps();
    const first = maps.documentOf('api::a.a', 'x');
    expect(first).toMatch(/^[a-z][a-z0-9]{23}$/);
    expect(maps.documentOf('api::a.a', 'x')).toBe(first);
    expect(maps.documentOf('api::b.b', 'x')).not.toBe(first);
  });
});

describe('a link between copied rows', () => {
  const ends = [
    { column: 'article_id', uid: 'api::article.article' },
    { column: 'author_id', uid: 'api::author.author' },
  ];
  const maps = createIdMaps();
  maps.add('api::article.article', 1, 101);
  maps.add('api::author.author', 2, 202);
  maps.add('shared.seo', 5, 505);
  const options = { find: maps.find, isKept: (uid: string) => uid !== 'admin::user' };

  it.each([
    [
      'leads to the copies',
      { id: 9, article_id: 1, author_id: 2, article_ord: 3 },
      { article_id: 101, author_id: 202, article_ord: 3 },
    ],
    [
      'is left out where its other end was not copied',
      { id: 9, article_id: 1, author_id: 7 },
      null,
    ],
    [
      'keeps an empty end',
      { id: 9, article_id: 1, author_id: null },
      { article_id: 101, author_id: null },
    ],
  ])('%s', (_name, row, expected) => {
    expect(mapLink(row, { ...options, ends, morph: null })).toEqual(expected);
  });

  it('keeps a target that belongs to no site', () => {
    const withUser = [...ends.slice(0, 1), { column: 'user_id', uid: 'admin::user' }];
    const row = { id: 1, article_id: 1, user_id: 4 };
    expect(mapLink(row, { ...options, ends: withUser, morph: null })).toEqual({
      article_id: 101,
      user_id: 4,
    });
  });

  it('follows the type that a row names', () => {
    const morph = { idColumn: 'cmp_id', typeColumn: 'component_type' };
    const own = [{ column: 'entity_id', uid: 'api::article.article' }];
    const row = { id: 1, entity_id: 1, cmp_id: 5, component_type: 'shared.seo', field: 'seo' };
    expect(mapLink(row, { ...options, ends: own, morph })).toMatchObject({
      entity_id: 101,
      cmp_id: 505,
    });
    const other = { ...row, component_type: 'shared.link' };
    expect(mapLink(other, { ...options, ends: own, morph })).toBeNull();
  });
});
