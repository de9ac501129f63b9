import { changesKey, uniqueKey, uniqueTable, type UniqueField } from './unique-keys';

const tableOf = (
  attributes: Parameters<typeof uniqueTable>[0]['attributes'],
  isLocalized = false,
) =>
  uniqueTable({
    table: 'articles',
    isLocalized,
    attributes,
    columnOf: (field) => (field === 'computed' ? undefined : `c_${field}`),
  });

describe('unique fields', () => {
  it.each([
    ['uid', { type: 'uid' }, true],
    ['unique text', { type: 'string', unique: true }, true],
    ['unique number', { type: 'integer', unique: true }, true],
    ['unique date', { type: 'date', unique: true }, true],
    ['text', { type: 'string' }, false],
    ['text that is not', { type: 'string', unique: false }, false],
    ['unique choice, which Strapi does not check', { type: 'enumeration', unique: true }, false],
    ['unique component', { type: 'component', unique: true }, false],
  ])('%s', (_what, attribute, isUnique) => {
    expect(tableOf({ field: attribute })?.fields.map(({ name }) => name) ?? []).toEqual(
      isUnique ? ['field'] : [],
    );
  });

  it('have a column and an index each, by their own column', () => {
    const fields = tableOf({
      slug: { type: 'uid' },
      sku: { type: 'string', unique: true },
    })?.fields;
    expect(fields?.map(({ column }) => column)).toEqual(['c_slug', 'c_sku']);
    expect(new Set(fields?.map(({ keyColumn }) => keyColumn)).size).toBe(2);
    for (const { keyColumn, index } of fields ?? []) {
      expect(keyColumn).toMatch(/^ms_key_[0-9a-f]{8}$/);
      expect(index).toMatch(/^articles_key_[0-9a-f]{8}$/);
    }
  });

  it('without a column are left out', () => {
    expect(tableOf({ computed: { type: 'string', unique: true } })).toBeNull();
  });

  it.each([
    ['a type without languages', false, { type: 'uid' }, false],
    [
      'a field that is translated',
      true,
      { type: 'uid', pluginOptions: { i18n: { localized: true } } },
      false,
    ],
    ['a field of all languages', true, { type: 'uid' }, true],
  ])('are the same in all languages: %s', (_what, isLocalized, slug, expected) => {
    expect(tableOf({ slug }, isLocalized)?.hasFieldOfAllLocales).toBe(expected);
  });
});

describe('a key', () => {
  const [field] = tableOf({ slug: { type: 'uid' } })?.fields as [UniqueField];
  const place = { field, isLocalized: true, siteColumn: 'site_id' };
  const row = { site_id: 2, locale: 'en', published_at: '2026-01-01', c_slug: 'news' };
  const key = (changes: object, more: object = {}) =>
    uniqueKey({ ...row, ...changes }, { ...place, ...more });

  it.each([
    ['another value', { c_slug: 'new' }],
    ['another case', { c_slug: 'News' }],
    ['another site', { site_id: 3 }],
    ['another language', { locale: 'de' }],
    ['no language', { locale: null }],
    ['parts that look alike', { locale: 'en,"news"', c_slug: 'x' }],
  ])('is another one: %s', (_what, changes) => {
    expect(key(changes)).toMatch(/^[0-9a-f]{32}$/);
    expect(key(changes)).not.toBe(key({}));
  });

  it.each([
    ['a site that the driver gives as text', { site_id: '2' }],
    ['another time of publication', { published_at: 1 }],
    ['other fields', { title: 'x' }],
  ])('is the same: %s', (_what, changes) => {
    expect(key(changes)).toBe(key({}));
  });

  it('takes a number as its digits, whoever gives it', () => {
    expect(key({ c_slug: 7 })).toBe(key({ c_slug: '7' }));
    expect(key({ c_slug: 7n })).toBe(key({ c_slug: '7' }));
  });

  it('does not look at languages where there are none', () => {
    const without = { isLocalized: false };
    expect(key({ locale: 'en' }, without)).toBe(key({ locale: null }, without));
  });

  it.each([
    ['a draft', { published_at: null }],
    ['a row without publication', { published_at: undefined }],
    ['a row of no site', { site_id: null }],
    ['no value', { c_slug: null }],
    ['an empty text', { c_slug: '' }],
    ['SQL', { c_slug: { toSQL: () => '' } }],
  ])('is none: %s', (_what, changes) => {
    expect(key(changes)).toBeNull();
  });

  it.each([
    ['the field', { c_slug: 'x' }, true],
    ['its end', { c_slug: null }, true],
    ['publication', { published_at: 1 }, true],
    ['language', { locale: 'de' }, true],
    ['site', { site_id: 3 }, true],
    ['something else', { title: 'x', c_slug: undefined }, false],
  ])('has to be written again after a change of %s', (_what, data, expected) => {
    expect(changesKey(data, field, 'site_id')).toBe(expected);
  });
});
