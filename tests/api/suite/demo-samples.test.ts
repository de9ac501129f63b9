import { rememberSamples, type RemovedSamples } from '../../../src/seed/samples';
import {
  createCast,
  createEntry,
  createMedia,
  inSite,
  startApp,
  type App,
  type Cast,
} from '../../harness';

const TAG = 'api::tag.tag';
const PAGE = 'api::page.page';

describe('removing the sample data of the demo', () => {
  let app: App;
  let cast: Cast;
  let edited: string;

  const titles = async (uid: typeof TAG | typeof PAGE, name: string) => {
    const rows: Record<string, string>[] = await app.strapi.db.query(uid).findMany({});
    return [...new Set(rows.map((row) => row[name]))].sort();
  };

  beforeAll(async () => {
    app = await startApp();
    cast = await createCast(app);
    const { strapi } = app;
    const cover = await createMedia(strapi, { site: cast.home, name: 'in-use.png' });
    await createMedia(strapi, { site: cast.home, name: 'unused.png' });
    await createEntry(strapi, TAG, { name: 'Sample', slug: 'sample' }, { site: cast.home });
    await createEntry(strapi, PAGE, { title: 'Sample', slug: 'sample' }, { site: cast.other });
    const page = await createEntry(
      strapi,
      PAGE,
      { title: 'Sample to be edited', slug: 'edited', cover: cover.id },
      { site: cast.home },
    );
    edited = page.documentId;
    await rememberSamples(strapi);

    // Later than the samples, by the clock as well.
    await new Promise((resolve) => setTimeout(resolve, 20));
    await inSite(strapi, cast.home, () =>
      strapi.documents(PAGE).update({ documentId: edited, data: { title: 'Edited' } as never }),
    );
    await createEntry(strapi, TAG, { name: 'Own', slug: 'own' }, { site: cast.home });
  });
  afterAll(() => app.stop());

  it.each([
    ['anonymous', 401],
    ['siteOwner', 403],
    ['siteEditor', 403],
    ['fullToken', 401],
  ] as const)('is not for %s', async (name, status) => {
    expect((await cast[name].get('/demo/samples')).status).toBe(status);
    expect((await cast[name].post('/demo/samples/remove')).status).toBe(status);
    expect(await titles(TAG, 'name')).toEqual(['Own', 'Sample']);
  });

  it('says what there is', async () => {
    const answer = await cast.superAdmin.get('/demo/samples');
    expect(answer.body).toEqual({ data: { entries: 3, files: 2 }, meta: {} });
  });

  it('takes away what nobody has worked on, and nothing else', async () => {
    const answer = await cast.superAdmin.post<{ data: RemovedSamples }>('/demo/samples/remove');
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ entries: 2, kept: 1, files: 1 });
    expect(await titles(TAG, 'name')).toEqual(['Own']);
    expect(await titles(PAGE, 'title')).toEqual(['Edited', 'Sample to be edited']);
    const files: { name: string }[] = await app.strapi.db.query('plugin::upload.file').findMany({});
    expect(files.map(({ name }) => name)).toEqual(['in-use.png']);
  });

  it('has nothing to do the second time', async () => {
    expect((await cast.superAdmin.get('/demo/samples')).body).toEqual({ data: null, meta: {} });
    const answer = await cast.superAdmin.post<{ data: RemovedSamples }>('/demo/samples/remove');
    expect(answer.body.data).toMatchObject({ entries: 0, kept: 0, files: 0 });
  });
});
