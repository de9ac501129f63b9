import {
  createCast,
  createEntry,
  createFolder,
  createMedia,
  grantPublic,
  startApp,
  type App,
  type Cast,
} from '../../harness';

const ARTICLES = '/content-manager/collection-types/api::article.article';

describe('the people and things other tests are made of', () => {
  let app: App;
  let cast: Cast;

  beforeAll(async () => {
    app = await startApp();
    cast = await createCast(app);
    await createEntry(
      app.strapi,
      'api::article.article',
      { title: 'Of home', slug: 'of-home' },
      { site: cast.home },
    );
  });
  afterAll(() => app.stop());

  it.each(['superAdmin', 'siteOwner', 'siteEditor', 'siteViewer'] as const)(
    'lets the %s into the content manager',
    async (name) => {
      const answer = await cast[name].get<{ results: unknown[] }>(ARTICLES);
      expect(answer.status).toBe(200);
    },
  );

  it('gives the read-only token reading and no writing', async () => {
    const read = await cast.readToken.get<{ data: { title: string }[] }>('/api/articles');
    expect(read.status).toBe(200);
    expect(read.body.data.map((entry) => entry.title)).toEqual(['Of home']);

    const written = await cast.readToken.post('/api/tags', { data: { name: 'No' } });
    expect(written.status).toBe(403);
  });

  it('gives the full token writing', async () => {
    const answer = await cast.fullToken.post('/api/tags', { data: { name: 'Yes', slug: 'yes' } });
    expect(answer.status).toBe(201);
  });

  it('opens only what was granted to anonymous callers', async () => {
    await grantPublic(app.strapi, ['api::article.article.find']);
    expect((await cast.anonymous.get('/api/articles')).status).toBe(200);
    expect((await cast.anonymous.get('/api/authors')).status).toBe(403);
  });

  it('uploads a picture into a folder', async () => {
    const folder = await createFolder(app.strapi, { site: cast.home });
    const file = await createMedia(app.strapi, { site: cast.home, folderId: folder.id });
    const answer = await app.get(file.url);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('image/png');
  });
});
