import type { UID } from '@strapi/strapi';
import { createEntry, createMedia, inSite, type Client, type TestSite } from '../../../harness';
import { expectRefusal } from '../lib/answers';
import {
  ARTICLE,
  AUTHOR,
  IN_ADMIN,
  openSharing,
  share,
  stop,
  TAG,
  type List,
  type Named,
  type Sharing,
} from './lib';

// Few shared entries are named in the statement, many are looked up: both are the same border.
describe.each([
  ['named in the statement', 500],
  ['looked up in the table of shares', 0],
])('an entry that is shared with a chosen site, %s', (_how, inlineShares) => {
  let scene: Sharing;
  let entry: Named;
  let author: Named;
  let tag: Named;
  let ownTag: Named;
  let cover: { id: number; documentId: string; url: string };

  const write = async (
    uid: UID.ContentType,
    data: Record<string, unknown>,
    site: TestSite,
  ): Promise<Named> =>
    (await createEntry(scene.app.strapi, uid, data, { site })) as unknown as Named;

  beforeAll(async () => {
    scene = await openSharing({ plugins: { 'multi-site': { config: { inlineShares } } } });
    const { app, home, other } = scene;
    author = await write(AUTHOR, { name: 'Ada', slug: 'ada' }, home);
    tag = await write(TAG, { name: 'Of home', slug: 'of-home' }, home);
    ownTag = await write(TAG, { name: 'Of other', slug: 'of-other' }, other);
    cover = await createMedia(app.strapi, { site: home, name: 'cover.png' });
    entry = await write(
      ARTICLE,
      {
        title: 'Shared story',
        slug: 'shared-story',
        summary: 'zqwords',
        cover: cover.id,
        author: author.documentId,
        tags: [tag.documentId],
        seo: { metaTitle: 'Shared meta', shareImage: cover.id },
        links: [{ label: 'One', url: '/1' }],
      },
      home,
    );
    await write(ARTICLE, { title: 'Own story', slug: 'own-story' }, other);
    const answer = await share(scene.both, [entry.documentId], [other.documentId]);
    expect([answer.status, answer.body.data.changed]).toEqual([200, 1]);
  });
  afterAll(() => scene.app.stop());

  const titles = async (who: Client, query: string) => {
    const answer = await who.get<List>(`/api/articles?sort=title${query}`);
    expect(answer.status).toBe(200);
    return answer.body.data.map(({ title }) => title);
  };
  const visitor = (site: TestSite) => scene.app.with({ host: site.domain });

  it('is in the lists of the reading site, of the owner, and of nobody else', async () => {
    const { cast, home, other, third, thirdToken } = scene;
    expect(await titles(cast.otherToken, '')).toEqual(['Own story', 'Shared story']);
    expect(await titles(visitor(other), '')).toEqual(['Own story', 'Shared story']);
    expect(await titles(cast.fullToken, '')).toEqual(['Shared story']);
    expect(await titles(visitor(home), '')).toEqual(['Shared story']);
    expect(await titles(thirdToken, '')).toEqual([]);
    expect(await titles(visitor(third), '')).toEqual([]);
    expect(await titles(scene.app.with({ host: 'unknown.test' }), '')).toEqual([]);
  });

  it.each([
    ['a filter', '&filters[summary][$eq]=zqwords'],
    ['a negated filter', '&filters[slug][$ne]=own-story'],
    ['an or', '&filters[$or][0][title]=Shared story&filters[$or][1][title]=nothing'],
    ['a search', '&_q=zqwords'],
    ['drafts', '&status=draft&filters[title][$startsWith]=Shared'],
    ['a component', '&filters[seo][metaTitle]=Shared meta'],
    ['a picture', '&filters[cover][name]=cover.png'],
    ['a page', '&pagination[start]=1&pagination[limit]=1'],
  ])('is found by %s there, and not elsewhere', async (_what, query) => {
    expect(await titles(scene.cast.otherToken, query)).toEqual(['Shared story']);
    expect(await titles(scene.thirdToken, query)).toEqual([]);
  });

  it('is counted there, and not elsewhere', async () => {
    const total = async (who: Client) =>
      (await who.get<List>('/api/articles?pagination[pageSize]=1')).body.meta.pagination.total;
    expect(await total(scene.cast.otherToken)).toBe(2);
    expect(await total(scene.thirdToken)).toBe(0);
  });

  it('is read by its id there; elsewhere it is as one that does not exist', async () => {
    const path = `/api/articles/${entry.documentId}`;
    expect((await scene.cast.otherToken.get(path)).status).toBe(200);
    const foreign = await scene.thirdToken.get(path);
    const random = await scene.thirdToken.get('/api/articles/abcdefghijklmnopqrstuvwx');
    expect([foreign.status, foreign.text]).toEqual([404, random.text]);
  });

  it('shows its media and components, and no relation to what its owner kept', async () => {
    const query =
      '?populate[cover]=true&populate[author]=true&populate[tags]=true&populate[links]=true' +
      '&populate[seo][populate]=*';
    type Whole = { data: Record<string, unknown> };
    const path = `/api/articles/${entry.documentId}${query}`;
    const there = (await scene.cast.otherToken.get<Whole>(path)).body.data;
    expect(there).toMatchObject({
      title: 'Shared story',
      cover: { url: cover.url },
      author: null,
      tags: [],
      links: [{ label: 'One' }],
      seo: { metaTitle: 'Shared meta', shareImage: { url: cover.url } },
    });
    const here = (await scene.cast.fullToken.get<Whole>(path)).body.data;
    expect(here).toMatchObject({ author: { name: 'Ada' }, tags: [{ name: 'Of home' }] });
    expect(await titles(scene.cast.otherToken, '&filters[author][name]=Ada')).toEqual([]);
    expect(await titles(scene.cast.otherToken, '&filters[tags][name][$startsWith]=Of')).toEqual([]);
    expect((await scene.cast.otherToken.get('/api/authors')).body).toMatchObject({ data: [] });
  });

  it('is in GraphQL of the reading site only', async () => {
    const query = `query ($id: ID!) {
      articles(sort: "title") { title cover { url } author { name } seo { metaTitle } }
      article(documentId: $id) { title links { label } tags { name } }
    }`;
    type Data = { data: { articles: Named[]; article: Named | null } };
    const ask = async (site: TestSite) =>
      (await visitor(site).graphql<Data>(query, { id: entry.documentId })).body.data;
    expect(await ask(scene.other)).toEqual({
      articles: [
        { title: 'Own story', cover: null, author: null, seo: null },
        {
          title: 'Shared story',
          cover: { url: cover.url },
          author: null,
          seo: { metaTitle: 'Shared meta' },
        },
      ],
      article: { title: 'Shared story', links: [{ label: 'One' }], tags: [] },
    });
    expect(await ask(scene.third)).toEqual({ articles: [], article: null });
  });

  it('is in the content manager of the reading site, its editor and its pickers', async () => {
    const list = async (who: Client) =>
      (await who.get<{ results: Named[] }>(`${IN_ADMIN}?sort=title:ASC`)).body.results.map(
        ({ title }) => title,
      );
    expect(await list(scene.cast.otherEditor)).toEqual(['Own story', 'Shared story']);
    expect(await list(scene.thirdEditor)).toEqual([]);
    const one = (who: Client) => who.get(`${IN_ADMIN}/${entry.documentId}`);
    expect((await one(scene.cast.otherEditor)).status).toBe(200);
    expect((await one(scene.thirdEditor)).status).toBe(404);
    const picker = async (who: Client) =>
      (
        await who.get<{ results: { documentId: string }[] }>(
          `/content-manager/relations/${ARTICLE}/related?pageSize=50`,
        )
      ).body.results.map(({ documentId }) => documentId);
    expect(await picker(scene.cast.otherEditor)).toContain(entry.documentId);
    expect(await picker(scene.thirdEditor)).toEqual([]);
  });

  it.each([
    [
      'changed',
      (who: Client) => who.put(`/api/articles/${entry.documentId}`, { data: { title: 'X' } }),
    ],
    [
      'translated',
      (who: Client) =>
        who.put(`/api/articles/${entry.documentId}?locale=de`, { data: { title: 'X', slug: 'x' } }),
    ],
    ['deleted', (who: Client) => who.delete(`/api/articles/${entry.documentId}`)],
  ])('is not %s by the reading site, which is told whose it is', async (_what, attempt) => {
    const error = expectRefusal(
      await attempt(scene.cast.otherToken),
      403,
      'MULTI_SITE_SHARED_BY_SITE',
    );
    expect(error.message).toBe('This entry belongs to Home, which shares it. It is changed there.');
    expect(error.details.owner).toEqual({ id: scene.home.documentId, name: 'Home' });
    // Strapi answers 204 for deleting what is not there.
    expect([204, 404]).toContain((await attempt(scene.thirdToken)).status);
    expect(await titles(scene.cast.fullToken, '')).toEqual(['Shared story']);
  });

  it.each([
    [
      'saved',
      (who: Client) => who.put(`${IN_ADMIN}/${entry.documentId}`, { title: 'X', slug: 'x' }),
    ],
    ['published', (who: Client) => who.post(`${IN_ADMIN}/${entry.documentId}/actions/publish`, {})],
    [
      'unpublished',
      (who: Client) => who.post(`${IN_ADMIN}/${entry.documentId}/actions/unpublish`, {}),
    ],
    ['discarded', (who: Client) => who.post(`${IN_ADMIN}/${entry.documentId}/actions/discard`, {})],
    ['deleted', (who: Client) => who.delete(`${IN_ADMIN}/${entry.documentId}`)],
    [
      'deleted in bulk',
      (who: Client) =>
        who.post(`${IN_ADMIN}/actions/bulkDelete`, { documentIds: [entry.documentId] }),
    ],
    [
      'unpublished in bulk',
      (who: Client) =>
        who.post(`${IN_ADMIN}/actions/bulkUnpublish`, { documentIds: [entry.documentId] }),
    ],
  ])('is not %s in the content manager of the reading site', async (_what, attempt) => {
    expectRefusal(await attempt(scene.cast.otherEditor), 403, 'MULTI_SITE_SHARED_BY_SITE');
    const rows = await scene.app.strapi.db
      .connection('articles')
      .where({ document_id: entry.documentId })
      .select('title', 'locale');
    expect(rows).toEqual([
      { title: 'Shared story', locale: 'en' },
      { title: 'Shared story', locale: 'en' },
    ]);
  });

  it('is not changed below the document service, nor are its links and components', async () => {
    const { strapi } = scene.app;
    const seen = (await inSite(strapi, scene.other, () =>
      strapi.db.query(ARTICLE).findOne({
        where: { documentId: entry.documentId },
        populate: { seo: true },
      }),
    )) as { id: number; seo: { id: number } };
    const attempt = (work: () => Promise<unknown>) =>
      inSite(strapi, scene.other, work).catch((error: unknown) => error);
    const where = { id: seen.id };
    await attempt(() => strapi.db.query(ARTICLE).update({ where, data: { title: 'X' } as never }));
    await attempt(() =>
      strapi.db.query(ARTICLE).updateMany({ where, data: { title: 'X' } as never }),
    );
    await attempt(() => strapi.db.query(ARTICLE).deleteMany({ where }));
    await attempt(() => strapi.db.query(ARTICLE).delete({ where }));
    await attempt(() => strapi.db.connection('articles').where(where).update({ title: 'X' }));
    await attempt(() => strapi.db.connection('articles').where(where).delete());
    await attempt(() =>
      strapi.db.query('shared.seo').update({
        where: { id: seen.seo.id },
        data: { metaTitle: 'X' },
      }),
    );
    await attempt(() => strapi.db.connection('articles_tags_lnk').delete());
    await attempt(() => strapi.db.connection('articles_cmps').delete());
    await attempt(() => strapi.db.connection('files_related_mph').delete());
    const linked = await attempt(() =>
      strapi.db.query(ARTICLE).update({ where, data: { tags: [ownTag.id] } as never }),
    );
    expect(linked).toMatchObject({ details: { code: 'MULTI_SITE_SHARED_LINK_REFUSED' } });
    const whole = await scene.cast.fullToken.get<{ data: Record<string, unknown> }>(
      `/api/articles/${entry.documentId}?populate=*`,
    );
    expect(whole.body.data).toMatchObject({
      title: 'Shared story',
      cover: { url: cover.url },
      tags: [{ name: 'Of home' }],
      seo: { metaTitle: 'Shared meta' },
      links: [{ label: 'One' }],
      author: { name: 'Ada' },
    });
  });

  it('can be linked to by an entry of the reading site, and unlinked again', async () => {
    const { cast } = scene;
    type One = { data: Named & { related: Named[] } };
    const made = await cast.otherToken.post<One>('/api/articles?populate=related', {
      data: { title: 'Links', slug: 'links', related: [entry.documentId] },
    });
    expect([made.status, made.text]).toEqual([201, expect.stringContaining('Shared story')]);
    const path = `/api/articles/${made.body.data.documentId}?populate=related`;
    const related = async () =>
      (await cast.otherToken.get<One>(path)).body.data.related.map(({ title }) => title);
    expect(await related()).toEqual(['Shared story']);

    // Its owner goes on working: new rows, the same links.
    const renamed = await cast.fullToken.put(`/api/articles/${entry.documentId}`, {
      data: { summary: 'zqwords again' },
    });
    expect(renamed.status).toBe(200);
    expect(await related()).toEqual(['Shared story']);
    const owners = await cast.fullToken.get<{ data: { relatedFrom: Named[] } }>(
      `/api/articles/${entry.documentId}?populate=relatedFrom`,
    );
    expect(owners.body.data.relatedFrom).toEqual([]);

    const cleared = await cast.otherToken.put<One>(path, { data: { related: [] } });
    expect(cleared.status).toBe(200);
    expect(await related()).toEqual([]);
    expect((await cast.otherToken.delete(path)).status).toBe(204);
    const foreign = await scene.thirdToken.post('/api/articles', {
      data: { title: 'Links', slug: 'links', related: [entry.documentId] },
    });
    expect(foreign.status).toBe(400);
  });

  it('is not taken away from its owner by a relation that allows only one', async () => {
    const made = await scene.cast.otherToken.post('/api/authors', {
      data: { name: 'Thief', slug: 'thief', articles: [entry.documentId] },
    });
    expectRefusal(made, 403, 'MULTI_SITE_SHARED_LINK_REFUSED');
  });

  it('shares pictures that it shows later, and those it shows no more are not', async () => {
    const { app, cast, home } = scene;
    const names = async (who: Client) =>
      (await who.get<{ results: Named[] }>('/upload/files?sort=name:ASC')).body.results.map(
        ({ name }) => name,
      );
    expect(await names(cast.otherEditor)).toEqual(['cover.png']);
    expect(await names(scene.thirdEditor)).toEqual([]);
    const next = await createMedia(app.strapi, { site: home, name: 'next.png' });
    const path = `/api/articles/${entry.documentId}`;
    const change = (data: object) => cast.fullToken.put(path, { data });
    expect((await change({ gallery: [next.id] })).status).toBe(200);
    expect(await names(cast.otherEditor)).toEqual(['cover.png', 'next.png']);
    expect((await change({ gallery: [] })).status).toBe(200);
    expect(await names(cast.otherEditor)).toEqual(['cover.png']);
  });

  it('keeps its pictures: the reading site neither deletes, changes nor replaces them', async () => {
    const { otherOwner, app } = scene;
    const file = `/upload/files/${cover.id}`;
    expectRefusal(await otherOwner.delete(file), 403, 'MULTI_SITE_SHARED_BY_SITE');
    const info = new FormData();
    info.append('fileInfo', JSON.stringify({ name: 'stolen.png' }));
    const renamed = await otherOwner.post(`/upload?id=${cover.id}`, info);
    expectRefusal(renamed, 403, 'MULTI_SITE_SHARED_BY_SITE');
    const stored = await app.strapi.db.connection('files').where({ id: cover.id }).pluck('name');
    expect(stored).toEqual(['cover.png']);
    expect((await app.get(cover.url)).status).toBe(200);
    expect((await scene.thirdEditor.get(file)).status).toBe(404);
  });

  it('is duplicated by the reading site into an entry of its own', async () => {
    const made = await scene.cast.otherEditor.post<{ data: Named }>(
      `${IN_ADMIN}/clone/${entry.documentId}`,
      { title: 'A copy', slug: 'a-copy' },
    );
    expect(made.status).toBe(200);
    const { documentId } = made.body.data;
    const changed = await scene.cast.otherToken.put(`/api/articles/${documentId}`, {
      data: { title: 'A copy of ours' },
    });
    expect(changed.status).toBe(200);
    expect((await scene.cast.otherToken.delete(`/api/articles/${documentId}`)).status).toBe(204);
  });

  it('is gone everywhere on the other site when sharing ends, media included', async () => {
    const { cast, both, other, app } = scene;
    const answer = await stop(both, [entry.documentId]);
    expect(answer.status).toBe(200);
    expect(await titles(cast.otherToken, '')).toEqual(['Own story']);
    expect(await titles(visitor(other), '&_q=zqwords')).toEqual([]);
    expect((await cast.otherToken.get(`/api/articles/${entry.documentId}`)).status).toBe(404);
    expect((await cast.otherEditor.get(`${IN_ADMIN}/${entry.documentId}`)).status).toBe(404);
    const files = await cast.otherEditor.get<{ results: Named[] }>('/upload/files');
    expect(files.body.results).toEqual([]);
    expect(
      (await cast.otherToken.put(`/api/articles/${entry.documentId}`, { data: {} })).status,
    ).toBe(404);
    expect(await app.strapi.db.connection('multi_site_shares').pluck('id')).toEqual([]);
    expect(await titles(cast.fullToken, '')).toEqual(['Shared story']);
  });
});
