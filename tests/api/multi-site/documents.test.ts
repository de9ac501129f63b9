import {
  createEntry,
  inSite,
  type AdminPersona,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectRefusal } from './lib/answers';
import { registeredSites, storedSites } from './lib/rows';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;
type One = { data: { documentId: string; locale: string | null; status: string } };

let app: App;
let cast: Cast;
let home: TestSite;
let count = 0;

beforeAll(async () => {
  ({ app, cast, home } = await startStage({ locales: ['de'] }));
});
afterAll(() => app.stop());

const text = () => {
  count += 1;
  return { title: `Article ${count}`, slug: `article-${count}` };
};
const stored = (documentId: string) => storedSites(app.strapi, ARTICLE, documentId);
const registered = (documentId: string) => registeredSites(app.strapi, ARTICLE, documentId);

/** A draft on the site `home`, made by its editor. */
const makeDraft = async () => {
  const answer = await cast.siteEditor.post<One>(ARTICLES, text());
  expect(answer.status).toBe(201);
  return answer.body.data.documentId;
};

/** Whoever does it, everything lands on the site the document is on. */
const PEOPLE = [
  ['the site’s editor', () => cast.siteEditor],
  [
    'the super admin on the site',
    () => ({ ...cast.superAdmin.with({ site: 'home' }), user: cast.superAdmin.user }),
  ],
  ['the super admin with all sites in view', () => cast.superAdmin],
] as const satisfies readonly (readonly [string, () => AdminPersona])[];

describe.each(PEOPLE)('%s', (_who, somebody) => {
  let documentId: string;
  const act = async (action: string, body: object = {}, query = '') => {
    const path = `${ARTICLES}/${documentId}/actions/${action}${query}`;
    const answer = await somebody().post<One>(path, body);
    expect(answer.status).toBe(200);
  };
  const update = async (body: object, query = '') => {
    const answer = await somebody().put<One>(`${ARTICLES}/${documentId}${query}`, body);
    expect(answer.status).toBe(200);
  };
  beforeEach(async () => {
    documentId = await makeDraft();
  });

  it('publishes', async () => {
    await act('publish', text());
    expect(await stored(documentId)).toEqual([home.number, home.number]);
  });

  it('changes and publishes again', async () => {
    await act('publish', text());
    await update(text());
    await act('publish', text());
    expect(await stored(documentId)).toEqual([home.number, home.number]);
  });

  it('discards changes', async () => {
    await act('publish', text());
    await update(text());
    await act('discard');
    expect(await stored(documentId)).toEqual([home.number, home.number]);
  });

  it('unpublishes', async () => {
    await act('publish', text());
    await act('unpublish');
    expect(await stored(documentId)).toEqual([home.number]);
    expect(await registered(documentId)).toEqual([home.number]);
  });

  it('translates and publishes the translation', async () => {
    await update(text(), '?locale=de');
    expect(await stored(documentId)).toEqual([home.number, home.number]);
    await act('publish', text(), '?locale=de');
    expect(await stored(documentId)).toEqual([home.number, home.number, home.number]);
    expect(await registered(documentId)).toEqual([home.number]);
  });

  it('clones', async () => {
    const answer = await somebody().post<One>(`${ARTICLES}/clone/${documentId}`, text());
    expect(answer.status).toBe(200);
    const clone = answer.body.data.documentId;
    expect(clone).not.toBe(documentId);
    expect(await stored(clone)).toEqual([home.number]);
    expect(await registered(clone)).toEqual([home.number]);
  });

  it('publishes in bulk', async () => {
    const second = await makeDraft();
    const path = `${ARTICLES}/actions/bulkPublish`;
    const answer = await somebody().post(path, { documentIds: [documentId, second] });
    expect(answer.status).toBe(200);
    expect(await stored(documentId)).toEqual([home.number, home.number]);
    expect(await stored(second)).toEqual([home.number, home.number]);
  });

  it('deletes a translation, then everything', async () => {
    await update(text(), '?locale=de');
    await somebody().delete(`${ARTICLES}/${documentId}?locale=de`);
    expect(await stored(documentId)).toEqual([home.number]);
    expect(await registered(documentId)).toEqual([home.number]);

    await somebody().delete(`${ARTICLES}/${documentId}?locale=*`);
    expect(await stored(documentId)).toEqual([]);
    expect(await registered(documentId)).toEqual([]);
  });

  it('deletes in bulk', async () => {
    const answer = await somebody().post(`${ARTICLES}/actions/bulkDelete`, {
      documentIds: [documentId],
    });
    expect(answer.status).toBe(200);
    expect(await stored(documentId)).toEqual([]);
    expect(await registered(documentId)).toEqual([]);
  });
});

describe('new content', () => {
  it.each([
    ['the site’s editor', () => cast.siteEditor.post<One>(ARTICLES, text())],
    [
      'a token, published at once',
      () => cast.fullToken.post<One>('/api/articles', { data: text() }),
    ],
    [
      'a token, as a draft',
      () => cast.fullToken.post<One>('/api/articles?status=draft', { data: text() }),
    ],
    [
      'a token, in another language',
      () => cast.fullToken.post<One>('/api/articles?locale=de', { data: text() }),
    ],
    [
      'a network token on the site',
      () => cast.networkToken.post<One>('/api/articles', { data: text() }, { site: 'home' }),
    ],
  ])('of %s is on the site, column and registry', async (_who, make) => {
    const answer = await make();
    expect(answer.status).toBe(201);
    const { documentId } = answer.body.data;
    expect(new Set(await stored(documentId))).toEqual(new Set([home.number]));
    expect(await registered(documentId)).toEqual([home.number]);
  });

  it('needs a site where all are in view', async () => {
    const before = await app.strapi.db.connection('articles').count({ n: '*' }).first();
    const inAdmin = await cast.superAdmin.post(ARTICLES, text());
    expectRefusal(inAdmin, 400, 'MULTI_SITE_CHOOSE_SITE_TO_CREATE');
    const byToken = await cast.networkToken.post('/api/articles', { data: text() }, { site: '*' });
    expectRefusal(byToken, 400, 'MULTI_SITE_CHOOSE_SITE_TO_CREATE');
    expect(await app.strapi.db.connection('articles').count({ n: '*' }).first()).toEqual(before);
  });

  it('cannot say its site itself', async () => {
    const body = { data: { name: 'T', slug: 't-with-site', site_id: 3 } };
    expect((await cast.fullToken.post('/api/tags', body)).status).toBe(400);
    const camel = { data: { name: 'T', slug: 't-with-site', siteId: 3 } };
    expect((await cast.fullToken.post('/api/tags', camel)).status).toBe(400);
  });

  it('shows no site in any answer', async () => {
    const created = await cast.fullToken.post('/api/articles', { data: text() });
    const list = await cast.fullToken.get('/api/articles?populate=*');
    const inAdmin = await cast.siteEditor.get(ARTICLES);
    for (const { text: answer } of [created, list, inAdmin])
      expect(answer).not.toMatch(/site_?id/i);
  });
});

it('an update by the content API keeps the site', async () => {
  const entry = await createEntry(app.strapi, ARTICLE, text(), { site: home });
  const path = `/api/articles/${entry.documentId}`;
  expect((await cast.fullToken.put(path, { data: text() })).status).toBe(200);
  expect((await cast.networkToken.put(path, { data: text() }, { site: '*' })).status).toBe(200);
  expect(new Set(await stored(entry.documentId))).toEqual(new Set([home.number]));
  expect((await cast.networkToken.delete(path, { site: '*' })).status).toBe(204);
  expect(await registered(entry.documentId)).toEqual([]);
});

describe('the other end of a link', () => {
  const TABLE = 'articles_tags_lnk';
  const AGAIN = 'select ms.id from';
  /** The statements about that table which work of the site makes. */
  const statementsOf = async (work: () => Promise<unknown>) => {
    const statements: string[] = [];
    const note = ({ sql }: { sql: string }) => {
      if (sql.includes(TABLE)) statements.push(sql);
    };
    const { connection } = app.strapi.db;
    connection.on('query', note);
    try {
      await inSite(app.strapi, home, work);
    } finally {
      connection.removeListener('query', note);
    }
    return statements;
  };
  const articles = () => app.strapi.db.query(ARTICLE);

  it('is not asked for again where it was just read', async () => {
    await makeDraft();
    const [found, ...more] = await statementsOf(() => articles().findMany({ populate: ['tags'] }));
    expect(found).toContain('site_id');
    expect(found).not.toContain(AGAIN);
    expect(more).toEqual([]);
  });

  it.each([
    ['a condition', { where: { tags: { name: 'a' } } }],
    ['an order', { orderBy: { tags: { name: 'asc' } } }],
    [
      'a number that may be another',
      { select: ['id', 'reading_minutes as id'], populate: ['tags'] },
    ],
  ])('is asked for by %s', async (_what, params) => {
    const articleOf = await makeDraft();
    await articles().updateMany({ where: { documentId: articleOf }, data: { readingMinutes: 3 } });
    const [found] = await statementsOf(() => articles().findMany(params));
    expect(found).toContain(AGAIN);
  });
});
