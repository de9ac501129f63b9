import { isRead, markPopulates } from './populated';
import type { Row, StrapiQueryBuilder } from './strapi-internals';

const ARTICLE = 'api::article.article';
const READER = { uid: ARTICLE, site: 1 };
const VISIBLE = { ...READER, shared: null };
const COLUMN = 't1.article_id';
const LISTED = { [COLUMN]: [7, 8] };

/** A narrowed query of articles that populates their tags: conditions that the tags are given. */
const conditionsOfTags = (populate: Row = { tags: true }, select: unknown[] = ['id', 'title']) => {
  const builder = { alias: 't0', state: { populate, select } } as unknown as StrapiQueryBuilder;
  markPopulates(builder, READER);
  return (builder.state.populate?.tags as { where?: object }).where ?? {};
};

describe('rows that were just read', () => {
  it('need no condition of their own', () => {
    expect(isRead([conditionsOfTags(), LISTED], COLUMN, VISIBLE)).toBe(true);
  });

  it('keep the conditions and options that they were asked for with', () => {
    const where = { name: 'a' };
    const tags = { where, limit: 3 };
    const builder = {
      alias: 't0',
      state: { populate: { tags, cover: true }, select: ['id'] },
    } as unknown as StrapiQueryBuilder;
    markPopulates(builder, READER);
    expect(builder.state.populate).toEqual({ tags, cover: { where: {} } });
    expect((builder.state.populate?.tags as { where: object }).where).not.toBe(where);
  });

  it.each<[string, readonly unknown[], string, typeof VISIBLE]>([
    ['conditions of nobody', [{}, LISTED], COLUMN, VISIBLE],
    ['no list of them', [conditionsOfTags()], COLUMN, VISIBLE],
    ['one of them only', [conditionsOfTags(), { [COLUMN]: 7 }], COLUMN, VISIBLE],
    ['another column', [conditionsOfTags(), LISTED], 't1.tag_id', VISIBLE],
    ['another type', [conditionsOfTags(), LISTED], COLUMN, { ...VISIBLE, uid: 'api::tag.tag' }],
    ['another site', [conditionsOfTags(), LISTED], COLUMN, { ...VISIBLE, site: 2 }],
    [
      'a list that the asking one gave',
      [conditionsOfTags({ tags: { where: LISTED } })],
      COLUMN,
      VISIBLE,
    ],
  ])('are not told by %s', (_what, where, column, visible) => {
    expect(isRead(where, column, visible)).toBe(false);
  });
});

describe('what a query reads as the number of a row', () => {
  it.each([['*'], ['id'], ['t0.id'], ['t1.tag_order'], ['t1.article_id as __strapiarticle_id']])(
    'is its number with %s',
    (column) => {
      expect(isRead([conditionsOfTags({ tags: true }, [column]), LISTED], COLUMN, VISIBLE)).toBe(
        true,
      );
    },
  );

  it.each([
    ['view_count as id'],
    ['view_count AS "id"'],
    ['t1.id'],
    ['t1.ID'],
    [{ sql: '7 as id' }],
    [() => '7 as id'],
  ])('may be something else with %s', (column) => {
    const where = conditionsOfTags({ tags: { where: {} } }, ['id', column]);
    expect(isRead([where, LISTED], COLUMN, VISIBLE)).toBe(false);
  });
});
