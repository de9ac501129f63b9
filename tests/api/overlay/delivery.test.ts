import { grantPublic, inSite, type App } from '../../harness';
import {
  checksum,
  createVariant,
  editVariant,
  eventsOf,
  openScene,
  rest,
  selectionsOf,
  startWithLayers,
  storeOf,
  type Scene,
  type Stored,
} from './lib';

type Data = Record<string, never>;

const GRAPHQL = `query ($id: ID!) {
  article(documentId: $id) {
    title
    summary
    cover { url }
    author { name }
    seo { metaTitle shareImage { url } }
    links { label url }
    sections {
      __typename
      ... on ComponentSectionsText { heading }
      ... on ComponentSectionsCallToAction { act: heading link { label } }
      ... on ComponentSectionsGallery { caption images { url } }
      ... on ComponentSectionsFeaturedArticles { heading articles { title } }
    }
  }
}`;

const POPULATE =
  '?populate[cover]=true&populate[author]=true&populate[seo][populate]=*&populate[links]=true' +
  '&populate[sections][on][sections.text]=true' +
  '&populate[sections][on][sections.call-to-action][populate]=*' +
  '&populate[sections][on][sections.gallery][populate]=*' +
  '&populate[sections][on][sections.featured-articles][populate]=*';

describe('delivering variants', () => {
  let app: App;
  let scene: Scene;
  let variant: Stored;
  let before: string;
  const regular = { 'X-Audience': 'regulars' };

  beforeAll(async () => {
    app = await startWithLayers();
    scene = await openScene(app);
    before = await checksum(scene);
    variant = await createVariant(scene, {});
    const answer = await editVariant(scene, variant, {
      input: ({ seo, links, sections }) => ({
        title: 'For regulars',
        cover: { id: scene.other.id },
        author: { connect: [{ documentId: scene.bob.documentId }] },
        seo: { ...seo, metaTitle: 'Meta for regulars', shareImage: scene.other.id },
        links: [{ label: 'New', url: '/new' }, links[1]],
        sections: [
          { ...sections[1], heading: 'Act now' },
          { __component: 'sections.gallery', caption: 'Pictures', images: [scene.other.id] },
          {
            __component: 'sections.featured-articles',
            heading: 'Ours',
            articles: { connect: [{ documentId: scene.article.documentId }] },
          },
        ],
      }),
      action: 'publish',
    });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('For regulars')]);
  });
  afterAll(() => app.stop());

  const plain = () => rest(scene.cast.anonymous, scene, POPULATE);
  const forRegulars = () => rest(scene.cast.anonymous, scene, POPULATE, regular);
  const graphql = async (headers = {}, query = GRAPHQL) => {
    const answer = await scene.cast.anonymous.graphql<{
      data: Record<string, Data>;
      errors?: { message: string }[];
    }>(query, { id: scene.article.documentId }, { headers });
    return answer;
  };

  it('gives REST the variant, and everybody else the original', async () => {
    const { body } = await forRegulars();
    expect(body.data).toMatchObject({
      title: 'For regulars',
      summary: 'Original summary',
      slug: 'original',
      cover: { id: scene.other.id, url: scene.other.url },
      author: { name: 'Bob' },
      seo: { metaTitle: 'Meta for regulars', shareImage: { id: scene.other.id } },
      links: [{ label: 'New' }, { label: 'Two' }],
      sections: [
        { heading: 'Act now', link: { label: 'Go' } },
        { caption: 'Pictures', images: [{ id: scene.other.id }] },
        { heading: 'Ours', articles: [{ title: 'For regulars' }] },
      ],
    });
    expect((await plain()).body.data).toMatchObject({
      title: 'Original title',
      cover: { id: scene.picture.id },
      author: { name: 'Ann' },
      links: [{ label: 'One' }, { label: 'Two' }],
    });
    expect(await checksum(scene)).toBe(before);
  });

  it('gives GraphQL the same', async () => {
    const { body } = await graphql(regular);
    expect(body.errors).toBeUndefined();
    expect(body.data.article).toEqual({
      title: 'For regulars',
      summary: 'Original summary',
      cover: { url: scene.other.url },
      author: { name: 'Bob' },
      seo: { metaTitle: 'Meta for regulars', shareImage: { url: scene.other.url } },
      links: [
        { label: 'New', url: '/new' },
        { label: 'Two', url: '/2' },
      ],
      sections: [
        {
          __typename: 'ComponentSectionsCallToAction',
          act: 'Act now',
          link: { label: 'Go' },
        },
        {
          __typename: 'ComponentSectionsGallery',
          caption: 'Pictures',
          images: [{ url: scene.other.url }],
        },
        {
          __typename: 'ComponentSectionsFeaturedArticles',
          heading: 'Ours',
          articles: [{ title: 'For regulars' }],
        },
      ],
    });
    const original = await graphql();
    expect(original.body.data.article).toMatchObject({
      title: 'Original title',
      cover: { url: scene.picture.url },
      author: { name: 'Ann' },
    });
  });

  it('decorates lists and entries inside of other entries, in both', async () => {
    const list = await scene.cast.anonymous.get<{ data: Data[] }>('/api/articles?fields=title', {
      headers: regular,
    });
    expect(list.body.data).toEqual([expect.objectContaining({ title: 'For regulars' })]);
    expect(list.body.data[0]).not.toHaveProperty('seo');
    const authors = await scene.cast.anonymous.get<{ data: Data[] }>(
      '/api/authors?populate=articles&sort=name',
      { headers: regular },
    );
    expect(authors.body.data[0]).toMatchObject({
      name: 'Ann',
      articles: [{ title: 'For regulars' }],
    });
    const nested = await graphql(regular, '{ authors(sort: "name") { name articles { title } } }');
    expect(nested.body.data.authors).toMatchObject([
      { name: 'Ann', articles: [{ title: 'For regulars' }] },
      { name: 'Bob', articles: [] },
    ]);
  });

  it('says what the answer depends on, to those who get the original too', async () => {
    for (const answer of [await plain(), await forRegulars(), await graphql()]) {
      expect(answer.headers.vary).toContain('X-Audience');
    }
    const other = await scene.cast.anonymous.get('/api/authors');
    expect(other.headers.vary ?? '').not.toContain('X-Audience');
  });

  it('counts what was delivered, and only that', async () => {
    const events = eventsOf(scene.strapi);
    const during = async (work: () => Promise<unknown>) => {
      events.length = 0;
      await work();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return events.flatMap(({ overlays }) => overlays.map(({ id }) => id));
    };
    expect(await during(forRegulars)).toEqual([variant.id]);
    expect(await during(plain)).toEqual([]);
    expect(
      await during(() => rest(scene.cast.anonymous, scene, '?fields=summary', regular)),
    ).toEqual([]);
    expect(await during(() => graphql(regular))).toEqual([variant.id]);
    const summary = 'query ($id: ID!) { article(documentId: $id) { summary } }';
    expect(await during(() => graphql(regular, summary))).toEqual([]);
    const title = 'query ($id: ID!) { article(documentId: $id) { title } }';
    expect(await during(() => graphql(regular, title))).toEqual([variant.id]);
  });

  it('never decorates what is read to be written: mutations, the admin, code without a request', async () => {
    const put = await scene.cast.fullToken.put<{ data: Data }>(
      `/api/articles/${scene.article.documentId}?status=draft`,
      { data: { readingMinutes: 7 } },
      { headers: regular },
    );
    expect(put.body.data).toMatchObject({ title: 'Original title', readingMinutes: 7 });
    const mutation = await scene.cast.fullToken.graphql<{ data: Record<string, Data> }>(
      `mutation ($id: ID!) { updateArticle(documentId: $id, data: { readingMinutes: 8 }) { title author { name } } }`,
      { id: scene.article.documentId },
      { headers: regular },
    );
    expect(mutation.body.data.updateArticle).toEqual({
      title: 'Original title',
      author: { name: 'Ann' },
    });
    const admin = await scene.cast.siteEditor.get<{ results: Data[] }>(
      '/content-manager/collection-types/api::article.article?locale=en',
      { headers: regular },
    );
    expect(admin.body.results[0]).toMatchObject({ title: 'Original title' });
    const code = await inSite(scene.strapi, scene.cast.home, () =>
      scene.strapi.documents('api::article.article').findMany({ status: 'published' }),
    );
    expect(code[0]).toMatchObject({ title: 'Original title' });
  });

  it('shows a relation of an overlaid component only to who may read it', async () => {
    const role = await scene.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    await scene.strapi.db.query('plugin::users-permissions.permission').deleteMany({
      where: {
        role: role.id,
        action: { $in: ['api::author.author.find', 'api::author.author.findOne'] },
      },
    });
    try {
      const byGraphql = await graphql(regular);
      expect(byGraphql.text).not.toContain('Bob');
      const byRest = await forRegulars();
      expect(byRest.text).not.toContain('Bob');
      expect(byRest.body.data).toMatchObject({ title: 'For regulars' });
    } finally {
      await grantPublic(scene.strapi, ['api::author.author.find', 'api::author.author.findOne']);
    }
  });

  it('shows no entry of a forbidden type inside an overlaid component of GraphQL', async () => {
    const query = `query ($id: ID!) { page(documentId: $id) { title sections {
      __typename ... on ComponentSectionsFeaturedArticles { heading articles { title } } } } }`;
    const { strapi, cast } = scene;
    const page = await inSite(strapi, cast.home, () =>
      strapi.documents('api::page.page').create({
        data: { title: 'Page', slug: 'page' } as never,
        status: 'published',
      }),
    );
    await grantPublic(strapi, ['api::page.page.find', 'api::page.page.findOne']);
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    const entry = { entryUid: 'api::page.page', entryDocumentId: page.documentId };
    const onPage = await createVariant(scene, { ...entry });
    const change = (value: unknown) => [
      { path: 'sections', baseHashes: [HASH_OF_EMPTY, HASH_OF_EMPTY], value },
    ];
    const HASH_OF_EMPTY = '4f53cda18c2baa0c0354bb5f9a3ecbe5';
    const live = change([
      {
        $new: {
          $key: 1,
          __component: 'sections.featured-articles',
          heading: 'Secret list',
          articles: [scene.article.documentId],
        },
      },
    ]);
    await inSite(strapi, cast.home, () =>
      storeOf(strapi, 'audience').save(onPage.record.id, { changes: live, live }, 0),
    );
    const ask = () => cast.anonymous.graphql(query, { id: page.documentId }, { headers: regular });
    expect((await ask()).text).toContain('Secret list');
    expect((await ask()).text).toContain('For regulars');
    await strapi.db.query('plugin::users-permissions.permission').deleteMany({
      where: {
        role: role.id,
        action: { $in: ['api::article.article.find', 'api::article.article.findOne'] },
      },
    });
    try {
      const { text } = await ask();
      expect(text).toContain('Secret list');
      expect(text).not.toContain('For regulars');
      expect(text).not.toContain('Original title');
    } finally {
      await grantPublic(strapi, ['api::article.article.find', 'api::article.article.findOne']);
      await inSite(strapi, cast.home, () => storeOf(strapi, 'audience').remove(onPage.record.id));
    }
  });

  it('signs media of a private provider', async () => {
    const upload = scene.strapi.plugin('upload');
    const { provider } = upload as unknown as { provider: Record<string, unknown> };
    const original = { isPrivate: provider.isPrivate, getSignedUrl: provider.getSignedUrl };
    const name = scene.strapi.config.get('plugin::upload.provider');
    Object.assign(provider, {
      isPrivate: () => Promise.resolve(true),
      getSignedUrl: (file: { url: string }) =>
        Promise.resolve({ url: `${file.url}?signed=${String(name)}` }),
    });
    try {
      const { body } = await forRegulars();
      expect(body.data).toMatchObject({ cover: { url: expect.stringContaining('?signed=') } });
      const inGraphql = await graphql(regular);
      expect(inGraphql.body.data.article).toMatchObject({
        cover: { url: expect.stringMatching(/\?signed=[^?]*$/) },
      });
    } finally {
      Object.assign(provider, original);
    }
  });

  it('lays site, audience and test in this order', async () => {
    const made: Stored[] = [];
    for (const layer of ['test', 'site'] as const) {
      const one = await createVariant(scene, { layer, name: 'on' });
      made.push(one);
      await editVariant(scene, one, {
        input: () =>
          layer === 'test'
            ? { title: 'In the test' }
            : { title: 'On the site', summary: 'On the site' },
        action: 'publish',
      });
    }
    const headers = { ...regular, 'X-Site': 'home', 'X-Test': 'on' };
    const all = await rest(scene.cast.anonymous, scene, POPULATE, headers);
    expect(all.body.data).toMatchObject({
      title: 'In the test',
      summary: 'On the site',
      author: { name: 'Bob' },
    });
    expect(all.headers['cache-control']).toBe('private, no-store');
    const onSite = await rest(scene.cast.anonymous, scene, '?fields=title');
    expect(onSite.body.data).toMatchObject({ title: 'On the site' });
    const store = storeOf(scene.strapi, 'site');
    await inSite(scene.strapi, scene.cast.home, async () => {
      for (const { record } of made.filter(({ id }) => id.startsWith('site.'))) {
        await store.remove(record.id);
      }
    });
  });

  it('previews what is not live, before everything, uncounted and uncached', async () => {
    const draft = await createVariant(scene, { layer: 'test', name: 'draft' });
    await editVariant(scene, draft, { input: () => ({ title: 'Not live yet' }) });
    const headers = { ...regular, 'X-Preview': String(draft.record.id) };
    eventsOf(scene.strapi).length = 0;
    const answer = await rest(scene.cast.anonymous, scene, '?fields=title', headers);
    expect(answer.body.data).toMatchObject({ title: 'Not live yet' });
    expect(answer.headers['cache-control']).toBe('private, no-store');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(eventsOf(scene.strapi)).toEqual([]);
    expect((await forRegulars()).text).not.toContain('Not live yet');
  });

  it('shows the original where it changed, while work on its draft takes nothing away', async () => {
    const { strapi, cast, article } = scene;
    const documents = strapi.documents('api::article.article');
    const write = (work: () => Promise<unknown>) => inSite(strapi, cast.home, work);
    const { documentId } = article;
    await write(() =>
      documents.update({ documentId, locale: 'en', data: { title: 'New' } as never }),
    );
    expect((await forRegulars()).body.data).toMatchObject({ title: 'For regulars' });
    await write(() => documents.publish({ documentId, locale: 'en' }));
    expect((await forRegulars()).body.data).toMatchObject({
      title: 'New',
      author: { name: 'Bob' },
      sections: [{ heading: 'Act now' }, { caption: 'Pictures' }, { heading: 'Ours' }],
    });
  });

  it('is not another site’s', async () => {
    const { strapi, cast } = scene;
    if (!cast.other) return;
    await strapi.db
      .query('plugin::overlay-layers.audience')
      .updateMany({ where: { id: variant.record.id }, data: { site: cast.other.number } });
    await inSite(strapi, cast.other, () =>
      storeOf(strapi, 'audience').update(variant.record.id, { name: 'regulars' }),
    );
    expect((await forRegulars()).body.data).toMatchObject({ author: { name: 'Ann' } });
  });

  it('fails open: a broken layer leaves the original, and is counted', async () => {
    const registry = (strapi: object) =>
      Object.getOwnPropertySymbols(strapi).map((key) => (strapi as never)[key])[0] as unknown as {
        layers: Map<string, { select: unknown }>;
        failures: { count: number };
      };
    const found = registry(scene.strapi);
    const layer = found.layers.get('test');
    if (!layer) throw new Error('no layer');
    const { select } = layer;
    layer.select = () => {
      throw new Error('broken on purpose');
    };
    const answer = await rest(scene.cast.anonymous, scene, '?fields=title', { 'X-Test': 'on' });
    layer.select = select;
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ title: 'New' });
    expect(found.failures.count).toBeGreaterThan(0);
  });
});

describe('without a live variant', () => {
  let app: App;
  beforeAll(async () => {
    app = await startWithLayers();
  });
  afterAll(() => app.stop());

  it('costs no header, no query and not a byte', async () => {
    const scene = await openScene(app);
    const { strapi, cast } = scene;
    const once = async (work: () => Promise<unknown>) => {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      strapi.db.connection.on('query', listen);
      await work();
      strapi.db.connection.removeListener('query', listen);
      return statements;
    };
    /** The cheapest of some tries: plugins write on timers of their own in between. */
    const count = async (work: () => Promise<unknown>) => {
      const tries = [await once(work), await once(work), await once(work), await once(work)];
      return tries.reduce((best, one) => (one.length < best.length ? one : best));
    };
    const ask = () => rest(cast.anonymous, scene, '?populate=*');
    const variant = await createVariant(scene, {});
    await ask();
    const selections = selectionsOf(strapi);
    const idle = await ask();
    const idleQueries = await count(ask);
    expect(idle.headers.vary ?? '').not.toContain('X-Audience');
    expect(idle.headers['cache-control']).toBeUndefined();
    expect(idleQueries.filter((sql) => sql.includes('overlay_layers'))).toEqual([]);
    expect(selectionsOf(strapi)).toBe(selections);

    // A type without live variants stays as it was while another has one.
    await editVariant(scene, variant, { input: () => ({ title: 'X' }), action: 'publish' });
    await ask();
    const authors = () => cast.anonymous.get('/api/authors');
    const withLive = await authors();
    const withLiveQueries = await count(authors);
    await inSite(strapi, cast.home, () => storeOf(strapi, 'audience').remove(variant.record.id));
    await authors();
    const without = await authors();
    expect(withLive.text).toBe(without.text);
    expect(withLive.headers.vary).toBe(without.headers.vary);
    expect(await count(authors)).toEqual(withLiveQueries);
    expect((await ask()).text).toBe(idle.text);
  });
});
