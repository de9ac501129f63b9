import { createEntry, grantPublic, type App, type Cast, type TestSite } from '../../harness';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
let app: App;
let cast: Cast;
let home: TestSite;

beforeAll(async () => {
  ({ app, cast, home } = await startStage());
  await grantPublic(app.strapi, [`${ARTICLE}.find`]);
  await createEntry(app.strapi, ARTICLE, { title: 'One', slug: 'one' }, { site: home });
  await createEntry(
    app.strapi,
    ARTICLE,
    { title: 'Two', slug: 'two' },
    { site: home, status: 'draft' },
  );
});
afterAll(() => app.stop());

const change = async (body: object) => {
  const answer = await cast.superAdmin.put(`/multi-site/sites/${home.documentId}`, body);
  expect({ status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
    status: 200,
    text: '',
  });
};
const ask = (path: string, headers: Record<string, string> = {}, host = 'home.test') =>
  app.get(path, { host, headers });

describe('robots.txt and sitemap.xml of a site', () => {
  it('open it, and list what is published by its address', async () => {
    await change({ settings: { urls: { [ARTICLE]: '/stories/{slug}' } } });
    const robots = await ask('/robots.txt');
    expect(robots.text).toBe('User-agent: *\nDisallow:\n\nSitemap: http://home.test/sitemap.xml\n');
    const sitemap = await ask('/sitemap.xml');
    expect(sitemap.headers['content-type']).toContain('application/xml');
    expect(sitemap.text).toContain('<loc>http://home.test/stories/one</loc>');
    expect(sitemap.text.match(/<url>/g)).toHaveLength(1);
    // Another site has no addresses.
    expect((await ask('/sitemap.xml', {}, 'other.test')).status).toBe(404);
  });

  it('refuse a pattern that cannot be one, and a type that does not exist', async () => {
    const put = (urls: object) =>
      cast.superAdmin.put(`/multi-site/sites/${home.documentId}`, { settings: { urls } });
    expect((await put({ [ARTICLE]: 'stories' })).status).toBe(400);
    expect((await put({ 'api::nothing.nothing': '/{slug}' })).text).toContain('no content type');
  });

  it('keep search engines out where the site says so', async () => {
    await change({ settings: { robots: { mode: 'disallow' } } });
    expect((await ask('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('origins of a site', () => {
  const origin = 'https://www.home.example';

  it('may read its API, and no others', async () => {
    await change({ settings: { cors: { origins: [origin] } } });
    const allowed = await ask('/api/articles', { Origin: origin });
    expect(allowed.headers['access-control-allow-origin']).toBe(origin);
    const refused = await ask('/api/articles', { Origin: 'https://evil.example' });
    expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    expect(refused.headers['vary']).toContain('Origin');
  });

  it('leave a site without a list as the server says', async () => {
    const answer = await ask('/api/articles', { Origin: 'https://evil.example' }, 'other.test');
    expect(answer.headers['access-control-allow-origin']).toBeDefined();
  });
});

describe('the way from an alias', () => {
  it('leads to the domain, with path and query', async () => {
    await change({ aliases: ['www.home.test'], settings: { redirectAliases: true } });
    const answer = await ask('/a/b?c=d', {}, 'www.home.test');
    expect(answer.status).toBe(301);
    expect(answer.headers['location']).toBe('http://home.test/a/b?c=d');
    expect((await ask('/api/articles', {}, 'www.home.test')).status).toBe(200);
  });

  it('is open where the site does not ask for it', async () => {
    await change({ settings: {} });
    expect((await ask('/a/b', {}, 'www.home.test')).status).not.toBe(301);
  });
});

describe('a site in maintenance', () => {
  it('shows people a page, and programs an error', async () => {
    await change({
      status: 'maintenance',
      settings: { maintenance: { title: 'Soon', text: 'Back at noon.' } },
    });
    const page = await ask('/', { Accept: 'text/html' });
    expect(page.status).toBe(503);
    expect(page.headers['retry-after']).toBe('300');
    expect(page.text).toContain('Back at noon.');
    expect((await ask('/api/articles')).status).toBe(503);
    expect((await ask('/', { Accept: 'text/html' }, 'other.test')).status).not.toBe(503);
    expect((await ask('/_health')).status).toBe(204);
    expect((await ask('/robots.txt')).text).toContain('Disallow: /\n');
  });
});

describe('free settings', () => {
  it('have to fit their schema', async () => {
    const settings = {
      publicSchema: { type: 'object', properties: { columns: { type: 'integer' } } },
      public: { columns: 'three' },
    };
    const answer = await cast.superAdmin.put(`/multi-site/sites/${home.documentId}`, { settings });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('columns');
  });

  it('reach the front end, and the rest does not', async () => {
    await change({
      status: 'live',
      settings: {
        branding: { logo: '/logo.svg' },
        features: { checkout: true },
        seo: { titleTemplate: '%s · Home' },
        cors: { origins: ['https://secret.example'] },
        public: { columns: 3 },
      },
    });
    await grantPublic(app.strapi, ['plugin::multi-site.public-sites.find']);
    const { text } = await ask('/api/sites/current');
    expect(JSON.parse(text)).toMatchObject({
      data: {
        settings: {
          branding: { logo: '/logo.svg' },
          features: { checkout: true },
          seo: { titleTemplate: '%s · Home' },
          public: { columns: 3 },
        },
      },
    });
    expect(text).not.toContain('secret');
  });
});
