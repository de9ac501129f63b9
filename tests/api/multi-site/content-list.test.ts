import {
  siteContentEntry,
  type SiteContentEntry,
} from '../../../plugins/multi-site/shared/contracts/content';
import {
  createApiToken,
  createEntry,
  createMedia,
  type Answer,
  type App,
  type Cast,
  type Client,
  type TestSite,
} from '../../harness';
import { startStage } from './lib/stage';
import { expectForbidden, expectNoPermission, expectRefusal } from './lib/answers';

type List = { data: SiteContentEntry[]; meta: { pagination: Record<string, number> } };

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';
let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
let articlesOnly: Client;
let published: string;
let draft: string;
let tag: string;

beforeAll(async () => {
  ({ app, cast, home, other } = await startStage());
  const german = { locale: { code: 'de', name: 'German' } };
  await app.strapi
    .plugin('i18n')
    .service('locales')
    .create({ code: 'de', name: german.locale.name });

  const add = async (
    uid: typeof ARTICLE | typeof TAG,
    data: object,
    site = home,
    isDraft = false,
  ) => {
    const options = { site, ...(isDraft ? { status: 'draft' as const } : {}) };
    return (await createEntry(app.strapi, uid, { ...data }, options)).documentId;
  };
  published = await add(ARTICLE, { title: 'Published', slug: 'published' });
  draft = await add(ARTICLE, { title: 'Draft', slug: 'draft' }, home, true);
  tag = await add(TAG, { name: 'Tag', slug: 'tag' });
  await add(ARTICLE, { title: 'Foreign', slug: 'foreign' }, other);
  await createMedia(app.strapi, { site: home });
  await app.strapi
    .plugin('multi-site')
    .service('context')
    .run(home.number, () =>
      app.strapi.documents(ARTICLE).update({
        documentId: published,
        locale: 'de',
        data: { title: 'Veröffentlicht', slug: 'veroeffentlicht' } as never,
      }),
    );

  const { accessKey, id } = await createApiToken(app.strapi, {
    name: 'Reads articles and sites',
    type: 'custom',
    permissions: [`${ARTICLE}.find`, 'plugin::multi-site.public-sites.findOne'],
  });
  await app.strapi.plugin('multi-site').service('tokens').bind({ tokenId: id, site: home.number });
  articlesOnly = app.with({ token: accessKey });
});
afterAll(() => app.stop());

const path = (site = home) => `/api/sites/${site.documentId}/content`;
const ids = (answer: Answer<List>) => answer.body.data.map((entry) => entry.documentId);

describe('GET /api/sites/:id/content', () => {
  it('lists what is published, over all types the caller may read', async () => {
    const answer = await cast.readToken.get<List>(path());
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      data: [
        {
          contentType: ARTICLE,
          documentId: published,
          locales: ['en'],
          isPublished: true,
          updatedAt: expect.any(String),
        },
        {
          contentType: TAG,
          documentId: tag,
          locales: [],
          isPublished: true,
          updatedAt: expect.any(String),
        },
      ],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 2 } },
    });
    const problems = answer.body.data.map(
      (entry) => siteContentEntry.strict().safeParse(entry).error?.issues,
    );
    expect(problems).toEqual([undefined, undefined]);
  });

  it('leaves out types the token may not read', async () => {
    expect(ids(await articlesOnly.get<List>(path()))).toEqual([published]);
  });

  it.each([
    [`?contentType=${TAG}`, 1],
    ['?contentType=api::author.author', 0],
    ['?contentType=plugin::upload.file', 0],
    ['?contentType=admin::user', 0],
    ['?contentType=nonsense', 0],
  ])('answers %s', async (query, total) => {
    const answer = await cast.readToken.get<List>(`${path()}${query}`);
    expect(answer.status).toBe(200);
    expect(answer.body.meta.pagination.total).toBe(total);
  });

  it('gives pages in a stable order', async () => {
    const page = (number: number) =>
      cast.readToken.get<List>(`${path()}?page=${number}&pageSize=1`);
    const pages = [await page(1), await page(2), await page(3)];
    expect(pages.map(ids)).toEqual([[published], [tag], []]);
    expect(pages[0]?.body.meta.pagination).toEqual({
      page: 1,
      pageSize: 1,
      pageCount: 2,
      total: 2,
    });
  });

  it.each(['?page=0', '?pageSize=0', '?pageSize=101', '?page=x', '?site=2'])(
    'refuses %s',
    async (query) => {
      expect((await cast.readToken.get(`${path()}${query}`)).status).toBe(400);
    },
  );

  it('shows a token of the network every site’s content', async () => {
    expect(ids(await cast.networkToken.get<List>(path()))).toEqual([published, tag]);
    const foreign = await cast.networkToken.get<List>(path(other));
    expect(foreign.body.meta.pagination.total).toBe(1);
  });

  it.each(['readToken', 'fullToken'] as const)(
    'answers the %s for a foreign site like for none at all',
    async (persona) => {
      const foreign = await cast[persona].get(path(other));
      expectRefusal(foreign, 404, 'MULTI_SITE_SITE_NOT_FOUND');
      const random = await cast[persona].get('/api/sites/abcdefghijklmnopqrstuvwx/content');
      expect(foreign.text).toBe(random.text);
    },
  );

  it('is closed to visitors until the project opens it', async () => {
    expectForbidden(await cast.anonymous.get(path()));
  });
});

describe('GET /multi-site/sites/:id/content', () => {
  const adminPath = (site = home) => `/multi-site/sites/${site.documentId}/content`;

  it('shows an editor drafts and every locale as well', async () => {
    const answer = await cast.siteEditor.get<List>(adminPath());
    expect(answer.status).toBe(200);
    const summaries = answer.body.data.map(({ documentId, locales, isPublished }) => [
      documentId,
      [...locales].sort(),
      isPublished,
    ]);
    expect(summaries.filter(([id]) => id === published)).toEqual([[published, ['de', 'en'], true]]);
    expect(summaries.filter(([id]) => id === draft)).toEqual([[draft, ['en'], false]]);
  });

  it('shows the super admin any site', async () => {
    const answer = await cast.superAdmin.get<List>(adminPath(other));
    expect(answer.body.data.map((entry) => entry.contentType)).toEqual([ARTICLE]);
  });

  it('answers a member for a foreign site like for none at all', async () => {
    expectRefusal(await cast.siteEditor.get(adminPath(other)), 404, 'MULTI_SITE_SITE_NOT_FOUND');
  });

  it('is closed to whoever may not see sites', async () => {
    expectNoPermission(await cast.siteViewer.get(adminPath()));
  });

  it('is closed without a login', async () => {
    expect((await app.get(adminPath())).status).toBe(401);
  });
});
