import { createEntry, createSite } from '../../harness';
import { startStage, type Stage } from './lib/stage';

const ARTICLE = 'api::article.article';
const URL_OF = `/content-manager/preview/url/${ARTICLE}`;

let stage: Stage;
let own = '';
let far = '';
/** What the project's handler was given last. */
let given: { site?: { slug: string } } = {};

beforeAll(async () => {
  stage = await startStage({
    beforeLoad: (strapi) => {
      strapi.config.set('admin.preview', {
        enabled: true,
        config: {
          allowedOrigins: ['https://front.example'],
          handler: async (uid: string, params: { documentId: string; site?: { slug: string } }) => {
            given = params;
            const documents = strapi.documents(uid as typeof ARTICLE);
            const entry = await documents.findOne({ documentId: params.documentId });
            const slug = (entry?.slug as string | undefined) ?? 'nothing';
            return slug === 'elsewhere' ? 'https://front.example/x' : `/news/${slug}`;
          },
        },
      });
    },
  });
  const { app, home, other } = stage;
  const make = (slug: string, site: typeof home) =>
    createEntry(app.strapi, ARTICLE, { title: slug, slug }, { site });
  own = (await make('own', home)).documentId;
  far = (await make('far', other)).documentId;
});
afterAll(() => stage.app.stop());

const previewOf = async (client: Stage['cast']['siteOwner'], documentId: string) => {
  const answer = await client.get<{ data: { url: string } }>(`${URL_OF}?documentId=${documentId}`);
  expect(answer.status).toBe(200);
  return answer.body.data.url;
};
const addressIn = (url: string) => new URL(url, 'http://admin.test').searchParams.get('to');

describe('Preview', () => {
  it('opens an entry on the host of its own site', async () => {
    const { cast, home } = stage;
    const url = await previewOf(cast.siteOwner, own);
    expect(addressIn(url)).toBe(`http://${home.slug}.test/news/own`);
    expect(given.site?.slug).toBe(home.slug);
  });

  it('does so in the network view as well', async () => {
    const url = await previewOf(stage.cast.superAdmin, far);
    expect(addressIn(url)).toBe(`http://${stage.other.slug}.test/news/far`);
    expect(given.site?.slug).toBe(stage.other.slug);
  });

  it('shows nothing of an entry of another site', async () => {
    const url = await previewOf(stage.cast.siteOwner, far);
    expect(addressIn(url)).toBe(`http://${stage.home.slug}.test/news/nothing`);
  });

  it('leaves an address alone that is on no site’s host', async () => {
    const { app, home, cast } = stage;
    const data = { title: 'elsewhere', slug: 'elsewhere' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: home });
    expect(await previewOf(cast.siteOwner, documentId)).toBe('https://front.example/x');
  });

  it('puts a site that was made just now into a page whose policy names it', async () => {
    const { app } = stage;
    const fresh = await createSite(app.strapi, { slug: 'fresh' });
    const data = { title: 'new', slug: 'new' };
    const { documentId } = await createEntry(app.strapi, ARTICLE, data, { site: fresh });
    const url = await previewOf(stage.cast.superAdmin, documentId);
    const page = await app.get(url);
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain('frame-src http://fresh.test;');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(page.text).toContain('src="http://fresh.test/news/new"');
  });

  it('lets the admin show that page', async () => {
    const answer = await stage.app.get('/_health');
    expect(String(answer.headers['content-security-policy'])).toContain(
      "frame-src 'self' https://front.example",
    );
  });

  it.each([
    'https://evil.test/',
    'javascript:alert(1)',
    'http://home.test.evil.test/',
    '"><script>alert(1)</script>',
    '',
  ])('shows nobody’s page but a site’s: %s', async (to) => {
    const search = new URLSearchParams({ to }).toString();
    const answer = await stage.app.get(`/_multi-site/preview?${search}`);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('<');
  });
});
