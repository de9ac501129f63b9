import {
  createEntry,
  type AdminPersona,
  type App,
  type Cast,
  type Client,
  type ErrorBody,
  type TestSite,
} from '../../harness';
import { storedSites } from './lib/rows';
import { startStage } from './lib/stage';

const TAG = 'api::tag.tag';
const NAVIGATION = 'api::navigation.navigation';
const SINGLE = `/content-manager/single-types/${NAVIGATION}`;
type One = { data: { documentId: string; title: string } };

let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage({ locales: ['de'] }));
});
afterAll(() => app.stop());

describe('a single type', () => {
  const put = (who: Client, title: string, query = '') =>
    who.put<One>(`/api/navigation${query}`, { data: { title } });

  it('is there on no site before it is written', async () => {
    expect((await cast.fullToken.get('/api/navigation')).status).toBe(404);
    expect((await cast.otherToken.get('/api/navigation')).status).toBe(404);
  });

  it('is a document of its own on each site', async () => {
    const first = await put(cast.fullToken, 'Of home');
    expect(first.status).toBe(200);
    expect((await cast.otherToken.get('/api/navigation')).status).toBe(404);

    const second = await put(cast.otherToken, 'Of other');
    expect(second.body.data.documentId).not.toBe(first.body.data.documentId);
    expect(await storedSites(app.strapi, NAVIGATION, first.body.data.documentId)).toEqual([
      home.number,
    ]);
    expect(await storedSites(app.strapi, NAVIGATION, second.body.data.documentId)).toEqual([
      other.number,
    ]);

    expect((await cast.fullToken.get<One>('/api/navigation')).body.data.title).toBe('Of home');
    expect((await cast.otherToken.get<One>('/api/navigation')).body.data.title).toBe('Of other');
  });

  it('is changed and translated on its own site only', async () => {
    await put(cast.fullToken, 'Changed');
    await put(cast.fullToken, 'Geändert', '?locale=de');
    const german = await cast.otherToken.get('/api/navigation?locale=de');
    expect(german.status).toBe(404);
    expect((await cast.otherToken.get<One>('/api/navigation')).body.data.title).toBe('Of other');
    expect((await cast.fullToken.get<One>('/api/navigation?locale=de')).body.data.title).toBe(
      'Geändert',
    );
  });

  it('is shown to each editor as the own site’s', async () => {
    const titles = [cast.siteEditor, cast.otherEditor].map(async (editor: AdminPersona) => {
      const answer = await editor.get<One>(SINGLE);
      return answer.body.data.title;
    });
    expect(await Promise.all(titles)).toEqual(['Changed', 'Of other']);
  });

  it('goes on one site and stays on the other', async () => {
    expect((await cast.siteEditor.delete(`${SINGLE}?locale=*`)).status).toBe(200);
    expect((await cast.fullToken.get('/api/navigation')).status).toBe(404);
    expect((await cast.otherToken.get<One>('/api/navigation')).body.data.title).toBe('Of other');
  });
});

describe('a field that is unique', () => {
  const make = (who: Client, slug: string) => who.post('/api/tags', { data: { name: slug, slug } });
  const article = (who: AdminPersona, slug: string) =>
    who.post<One>('/content-manager/collection-types/api::article.article', { title: slug, slug });

  it('is so within a site', async () => {
    expect((await make(cast.fullToken, 'news')).status).toBe(201);
    const twice = await make(cast.fullToken, 'news');
    expect(twice.status).toBe(400);
    expect((twice.body as ErrorBody).error.message).toBe('This attribute must be unique');
  });

  it('is free on another site', async () => {
    expect((await make(cast.otherToken, 'news')).status).toBe(201);
    expect((await make(cast.otherToken, 'news')).status).toBe(400);
  });

  it('may keep its own value', async () => {
    const made = await cast.fullToken.post<One>('/api/tags', { data: { name: 'A', slug: 'own' } });
    const path = `/api/tags/${made.body.data.documentId}`;
    expect((await cast.fullToken.put(path, { data: { name: 'B', slug: 'own' } })).status).toBe(200);
  });

  it('cannot be changed to one of the same site, but to one of another', async () => {
    await make(cast.otherToken, 'only-there');
    const made = await cast.fullToken.post<One>('/api/tags', { data: { name: 'A', slug: 'mine' } });
    const path = `/api/tags/${made.body.data.documentId}`;
    expect((await cast.fullToken.put(path, { data: { slug: 'news' } })).status).toBe(400);
    expect((await cast.fullToken.put(path, { data: { slug: 'only-there' } })).status).toBe(200);
  });

  it('is checked within the site when a draft is published', async () => {
    const publish = async (who: AdminPersona, slug: string) => {
      const made = await article(who, slug);
      const path = `/content-manager/collection-types/api::article.article/${made.body.data.documentId}/actions/publish`;
      return (await who.post(path, { title: slug, slug })).status;
    };
    expect(await publish(cast.siteEditor, 'story')).toBe(200);
    expect(await publish(cast.otherEditor, 'story')).toBe(200);
    expect(await publish(cast.siteEditor, 'story')).toBe(400);
  });

  it('is suggested and checked for within the site', async () => {
    await createEntry(app.strapi, TAG, { name: 'Taken', slug: 'taken' }, { site: home });
    const ask = (who: AdminPersona, path: string, body: object) =>
      who.post<{ isAvailable?: boolean; suggestion?: string; data?: string }>(
        `/content-manager/uid/${path}`,
        { contentTypeUID: TAG, field: 'slug', ...body },
      );
    const check = { value: 'taken' };
    const atHome = await ask(cast.siteEditor, 'check-availability', check);
    expect(atHome.body).toEqual({ isAvailable: false, suggestion: 'taken-1' });
    const elsewhere = await ask(cast.otherEditor, 'check-availability', check);
    expect(elsewhere.body).toEqual({ isAvailable: true, suggestion: null });

    const data = { data: { name: 'Taken' } };
    expect((await ask(cast.siteEditor, 'generate', data)).body.data).toBe('taken-1');
    expect((await ask(cast.otherEditor, 'generate', data)).body.data).toBe('taken');
  });
});
