import type { IsolationResponse } from '../../../plugins/multi-site/shared/contracts/isolation';
import { createEntry, grantPublic, type Answer, type App, type Cast } from '../../harness';
import { expectRefusal } from './lib/answers';
import { withScopes } from './lib/scopes';
import { startStage } from './lib/stage';

const CATEGORY = 'api::category.category';
const IN_ADMIN = `/content-manager/collection-types/${CATEGORY}`;
type Named = { documentId: string; name: string };
type List = { data: Named[] };

let app: App;
let cast: Cast;
let shared: string;

beforeAll(async () => {
  const beforeLoad = withScopes({ [CATEGORY]: 'shared', 'api::author.author': 'global' });
  ({ app, cast } = await startStage({ beforeLoad }));
  const made = await createEntry(app.strapi, CATEGORY, { name: 'Travel', slug: 'travel' });
  shared = made.documentId;
  await grantPublic(app.strapi, [`${CATEGORY}.find`, 'api::article.article.find']);
});
afterAll(() => app.stop());

const names = (answer: Answer<List>) => {
  expect(answer.status).toBe(200);
  return answer.body.data.map(({ name }) => name);
};

describe('content shared by all sites', () => {
  it('is read on every site', async () => {
    for (const host of ['home.test', 'other.test', 'unknown.test']) {
      expect(names(await app.get<List>('/api/categories', { host }))).toEqual(['Travel']);
    }
    expect(names(await cast.otherToken.get<List>('/api/categories'))).toEqual(['Travel']);
    const inAdmin = await cast.siteEditor.get<{ results: Named[] }>(IN_ADMIN);
    expect(inAdmin.body.results.map(({ name }) => name)).toEqual(['Travel']);
  });

  it.each([
    ['made', () => cast.fullToken.post('/api/categories', { data: { name: 'X', slug: 'x' } })],
    ['changed', () => cast.fullToken.put(`/api/categories/${shared}`, { data: { name: 'X' } })],
    ['deleted', () => cast.fullToken.delete(`/api/categories/${shared}`)],
    ['made in the admin', () => cast.siteEditor.post(IN_ADMIN, { name: 'X', slug: 'x' })],
    [
      'changed in the admin',
      () => cast.siteEditor.put(`${IN_ADMIN}/${shared}`, { name: 'X', slug: 'x' }),
    ],
    ['deleted in the admin', () => cast.siteOwner.delete(`${IN_ADMIN}/${shared}`)],
    [
      'changed by the super admin who works on one site',
      () =>
        cast.superAdmin.put(`${IN_ADMIN}/${shared}`, { name: 'X', slug: 'x' }, { site: 'home' }),
    ],
  ])('is not %s on a site', async (_what, attempt) => {
    expectRefusal(await attempt(), 403, 'MULTI_SITE_SHARED_READ_ONLY');
    const rows = await app.strapi.db.connection('categories').pluck('name');
    expect(rows).toEqual(['Travel']);
  });

  it('is made, changed and deleted where all sites are in view', async () => {
    const made = await cast.superAdmin.post<{ data: Named }>(IN_ADMIN, {
      name: 'New',
      slug: 'new',
    });
    expect(made.status).toBe(201);
    const path = `/api/categories/${made.body.data.documentId}`;
    const site = '*';
    const changed = await cast.networkToken.put(path, { data: { name: 'Newer' } }, { site });
    expect(changed.status).toBe(200);
    expect(names(await cast.readToken.get<List>('/api/categories?sort=name'))).toEqual([
      'Newer',
      'Travel',
    ]);
    expect((await cast.networkToken.delete(path, { site })).status).toBe(204);
  });

  it('can be linked to by an entry of a site, and shows with it', async () => {
    const data = { title: 'A trip', slug: 'a-trip', category: shared };
    const made = await cast.fullToken.post<{ data: { category: Named } }>(
      '/api/articles?populate=category',
      { data },
    );
    expect(made.status).toBe(201);
    expect(made.body.data.category.name).toBe('Travel');
    const filtered = await app.get<List>('/api/articles?filters[category][name]=Travel', {
      host: 'home.test',
    });
    expect(filtered.body.data).toHaveLength(1);
  });

  it('shows no site’s entries to another by its links', async () => {
    const list = await cast.otherToken.get<List>('/api/categories?populate=articles');
    expect(list.body.data).toEqual([expect.objectContaining({ name: 'Travel', articles: [] })]);
    const filtered = await cast.otherToken.get<List>(
      '/api/categories?filters[articles][title]=A trip',
    );
    expect(filtered.body.data).toEqual([]);
  });

  it('is named as shared, and what is global is not named at all', async () => {
    const { data } = (await cast.superAdmin.get<IsolationResponse>('/multi-site/isolation')).body;
    const scopes = Object.fromEntries(data.types.map(({ uid, scope }) => [uid, scope]));
    expect(scopes).toMatchObject({ [CATEGORY]: 'shared', 'api::tag.tag': 'site' });
    expect(scopes).not.toHaveProperty('api::author.author');
  });
});

describe('content that is no site’s business', () => {
  it('is written on one site and seen and changed on another', async () => {
    const body = { data: { name: 'Ann', slug: 'ann' } };
    const made = await cast.fullToken.post<{ data: Named }>('/api/authors', body);
    expect(made.status).toBe(201);
    const path = `/api/authors/${made.body.data.documentId}`;
    expect((await cast.otherToken.put(path, { data: { name: 'Anna' } })).status).toBe(200);
    expect(names(await cast.fullToken.get<List>('/api/authors'))).toEqual(['Anna']);
  });

  it('has no site column', async () => {
    const hasColumn = (table: string) =>
      app.strapi.db.connection.schema.hasColumn(table, 'site_id');
    expect(await hasColumn('authors')).toBe(false);
    expect(await hasColumn('tags')).toBe(true);
  });
});
