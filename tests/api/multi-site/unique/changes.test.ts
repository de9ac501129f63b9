import { inSite, type App, type Cast, type TestSite } from '../../../harness';
import {
  ARTICLE,
  expectTaken,
  keysOf,
  on,
  PARCEL,
  refusal,
  rowsWith,
  startWithParcels,
  TAG,
  TAKEN,
  times,
} from './lib';

let app: App;
let cast: Cast;
let home: TestSite;

beforeAll(async () => {
  ({ app, cast, home } = await startWithParcels());
});
afterAll(() => app.stop());

const articles = () => on(app.strapi, home, ARTICLE);
const tags = () => on(app.strapi, home, TAG);
const parcels = () => on(app.strapi, home, PARCEL);
const textOf = { [TAG]: { name: 'Past' }, [ARTICLE]: { title: 'Past', locale: 'en' } };
/** Past Strapi's own check: only the key is left to refuse it. */
const writePast = (uid: typeof TAG | typeof ARTICLE, slug: string) =>
  refusal(
    inSite(app.strapi, home, () =>
      app.strapi.db.query(uid).create({
        data: { ...textOf[uid], slug, publishedAt: new Date() } as never,
      }),
    ),
  );
const key = /^[0-9a-f]{32}$/;

describe('a value that a published entry has', () => {
  it('is refused below Strapi’s check, too', async () => {
    await tags().create({ name: 'Held', slug: 'held' });
    expect(await writePast(TAG, 'held')).toBe(TAKEN);
    expect(await writePast(TAG, 'not-held')).toBe('written');
    expect(await rowsWith(app.strapi, TAG, { slug: 'held' })).toHaveLength(1);
  });

  it('is refused by the database, whoever looked before', async () => {
    const answers = await times(5, () => writePast(TAG, 'at-once'));
    expect(answers.sort()).toEqual([TAKEN, TAKEN, TAKEN, TAKEN, 'written']);
    expect(await rowsWith(app.strapi, TAG, { slug: 'at-once' })).toHaveLength(1);
  });

  it('is refused to an entry that is changed in place, which keeps its own', async () => {
    await tags().create({ name: 'One', slug: 'one' });
    const { documentId } = await tags().create({ name: 'Two', slug: 'two' });
    const answer = await cast.fullToken.put(`/api/tags/${documentId}`, { data: { slug: 'one' } });
    expectTaken(answer, 'slug', 'one');
    expect(
      (await tags().update(documentId, { name: 'Second', slug: 'two' })) as object,
    ).toMatchObject({ name: 'Second', slug: 'two' });
    expect(await writePast(TAG, 'two')).toBe(TAKEN);
  });

  it('is free when the entry has another one, and that one is taken', async () => {
    const { documentId } = await tags().create({ name: 'Old', slug: 'old-value' });
    await tags().update(documentId, { slug: 'new-value' });
    expect(await writePast(TAG, 'old-value')).toBe('written');
    expect(await writePast(TAG, 'new-value')).toBe(TAKEN);
  });

  it('is free when it is deleted, by whatever way', async () => {
    const { documentId } = await tags().create({ name: 'A', slug: 'deleted' });
    await tags().remove(documentId);
    expect(await writePast(TAG, 'deleted')).toBe('written');
    await inSite(app.strapi, home, () =>
      app.strapi.db.query(TAG).deleteMany({ where: { slug: 'deleted' } }),
    );
    expect(await writePast(TAG, 'deleted')).toBe('written');
    await app.strapi.db.connection('tags').where({ slug: 'deleted' }).delete();
    expect(await writePast(TAG, 'deleted')).toBe('written');
  });

  it('is free when it is unpublished, and taken when it is published again', async () => {
    const { documentId } = await articles().create({ title: 'A', slug: 'came-and-went' }, 'draft');
    const isKept = async () =>
      (await rowsWith(app.strapi, ARTICLE, { slug: 'came-and-went' })).map((row) =>
        Object.values(keysOf(row)),
      );
    expect(await isKept()).toEqual([[null]]);
    await articles().publish(documentId);
    expect(await isKept()).toEqual([[null], [expect.stringMatching(key)]]);
    await articles().publish(documentId);
    expect(await writePast(ARTICLE, 'came-and-went')).toBe(TAKEN);
    await articles().unpublish(documentId);
    expect(await isKept()).toEqual([[null]]);
    const other = await articles().create({ title: 'B', slug: 'came-and-went' });
    expect(await refusal(articles().publish(documentId))).toBe(TAKEN);
    await articles().unpublish(other.documentId);
    await articles().publish(documentId);
    expect(await writePast(ARTICLE, 'came-and-went')).toBe(TAKEN);
  });
});

describe('fields and languages', () => {
  it('each unique field has a key of its own', async () => {
    await parcels().create({ slug: 'fields', number: 1, sku: 'F-1' });
    const [, row] = await rowsWith(app.strapi, PARCEL, { slug: 'fields' });
    const keys = Object.values(keysOf(row));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
    const again = (data: object) => refusal(parcels().create(data));
    expect(await again({ slug: 'fields', number: 2, sku: 'F-2' })).toBe(TAKEN);
    expect(await again({ slug: 'fields-2', number: 1, sku: 'F-2' })).toBe(TAKEN);
    expect(await again({ slug: 'fields-2', number: 2, sku: 'F-1' })).toBe(TAKEN);
    expect(await again({ slug: 'fields-2', number: 2, sku: 'F-2' })).toBe('written');
  });

  it('nothing is no value: many may have none', async () => {
    expect(await refusal(parcels().create({}))).toBe('written');
    expect(await refusal(parcels().create({}))).toBe('written');
  });

  it('two languages may have one value', async () => {
    const { documentId } = await parcels().create({ slug: 'both', sku: 'B-1' });
    await parcels().update(documentId, { slug: 'both' }, { locale: 'de' });
    await parcels().publish(documentId, { locale: 'de' });
    const rows = await rowsWith(app.strapi, PARCEL, { slug: 'both' });
    const published = rows.filter((row) => row.published_at !== null);
    expect(published.map(({ locale, sku }) => [locale, sku])).toEqual([
      ['en', 'B-1'],
      ['de', 'B-1'],
    ]);
    const keys = published.map((row) => Object.values(keysOf(row)).filter(Boolean));
    expect(keys.map((list) => list.length)).toEqual([2, 2]);
    expect(new Set(keys.flat()).size).toBe(4);
    expect(await refusal(parcels().create({ slug: 'both' }, 'published', 'de'))).toBe(TAKEN);
  });

  it('a field of all languages that is taken in one of them changes none', async () => {
    const { documentId } = await parcels().create({ slug: 'shared-en', sku: 'S-1' });
    await parcels().update(documentId, { slug: 'shared-de' }, { locale: 'de' });
    await parcels().publish(documentId, { locale: 'de' });
    await parcels().create({ slug: 'german', sku: 'S-2' }, 'published', 'de');

    const change = parcels().update(documentId, { sku: 'S-2' }, { status: 'published' });
    expect(await refusal(change)).toBe(TAKEN);
    const rows = await rowsWith(app.strapi, PARCEL, { document_id: documentId });
    expect(rows.map(({ sku }) => sku)).toEqual(['S-1', 'S-1', 'S-1', 'S-1']);
  });
});

describe('what is written past the plugin', () => {
  it('with SQL: its old value is free at once, and nothing is refused by mistake', async () => {
    await tags().create({ name: 'Raw', slug: 'raw-old' });
    await app.strapi.db.connection('tags').where({ slug: 'raw-old' }).update({ slug: 'raw-new' });
    expect(
      (await cast.fullToken.post('/api/tags', { data: { name: 'R', slug: 'raw-old' } })).status,
    ).toBe(201);
    const [row] = await rowsWith(app.strapi, TAG, { slug: 'raw-new' });
    expect(Object.values(keysOf(row))).toEqual([null]);
    // Strapi’s own check sees it.
    const answer = await cast.fullToken.post('/api/tags', { data: { name: 'R', slug: 'raw-new' } });
    expectTaken(answer, 'slug', 'raw-new');
  });

  it('with SQL, to another site: the value is free here', async () => {
    const { documentId } = await articles().create({ title: 'Gone', slug: 'gone-by-sql' });
    await app.strapi.db
      .connection('articles')
      .where({ document_id: documentId })
      .update({ site_id: home.number + 1 });
    expect(await refusal(articles().create({ title: 'Here', slug: 'gone-by-sql' }))).toBe(
      'written',
    );
  });

  it('by one update of many entries: none of them has a key, and nothing fails', async () => {
    await tags().create({ name: 'Many', slug: 'many-1' });
    await tags().create({ name: 'Many', slug: 'many-2' });
    const query = app.strapi.db.query(TAG);
    await inSite(app.strapi, home, () =>
      query.updateMany({ where: { name: 'Many' }, data: { slug: 'many' } as never }),
    );
    const rows = await rowsWith(app.strapi, TAG, { slug: 'many' });
    expect(rows.map((row) => Object.values(keysOf(row)))).toEqual([[null], [null]]);
    expect(await refusal(tags().create({ name: 'More', slug: 'many' }))).toBe(TAKEN);
  });

  it('by code without a site, in the site of its entry', async () => {
    const { documentId } = await articles().create({ title: 'Cron', slug: 'by-cron' }, 'draft');
    await app.strapi.documents(ARTICLE).publish({ documentId });
    expect(await writePast(ARTICLE, 'by-cron')).toBe(TAKEN);
    const { documentId: tag } = await tags().create({ name: 'Cron', slug: 'cron-tag' });
    await app.strapi.db
      .query(TAG)
      .update({ where: { documentId: tag }, data: { slug: 'cron-new' } as never });
    expect(await writePast(TAG, 'cron-new')).toBe(TAKEN);
    expect(await writePast(TAG, 'cron-tag')).toBe('written');
  });
});
