import fs from 'node:fs';
import path from 'node:path';
import type {
  CheckWizardResponse,
  CreateByWizardResponse,
  SiteRun,
  SiteRunResponse,
  TemplatesResponse,
  WizardInput,
} from '../../../plugins/multi-site/shared/contracts/wizard';
import { createEntry, createMedia, type App, type Cast, type TestSite } from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
const AUTHOR = 'api::author.author';
const WIZARD = '/multi-site/wizard';

let app: App;
let cast: Cast;
let home: TestSite;

beforeAll(async () => {
  ({ app, cast, home } = await startStage());
});
afterAll(() => app.stop());

const as = <T>(site: number, work: () => T): T =>
  app.strapi.plugin('multi-site').service('context').run(site, work);
const unscoped = <T>(work: () => T): T =>
  app.strapi.plugin('multi-site').service('context').runUnscoped(work);

const finish = async (id: number): Promise<SiteRun> => {
  for (let round = 0; round < 300; round += 1) {
    const answer = await cast.superAdmin.get<SiteRunResponse>(`${WIZARD}/runs/${id}`);
    if (['done', 'failed', 'cancelled'].includes(answer.body.data.state)) return answer.body.data;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The run did not end.');
};

const make = async (draft: WizardInput) => {
  const answer = await cast.superAdmin.post<CreateByWizardResponse>(WIZARD, draft);
  expect(answer.status).toBe(201);
  const run = await finish(answer.body.data.run.id);
  return { ...answer.body.data, run };
};

const countSites = () => app.strapi.db.query('plugin::multi-site.site').count();

const check = async (draft: object) =>
  (await cast.superAdmin.post<CheckWizardResponse>(`${WIZARD}/check`, { draft })).body.data;

describe('POST /multi-site/wizard/check', () => {
  it('names what is wrong by step, and writes nothing', async () => {
    const before = await countSites();
    const { problems, preview } = await check({
      name: 'Home',
      slug: 'home',
      domain: 'home.test',
      content: { kind: 'template', site: 'gone' },
      people: [{ userId: 999_999, roles: ['strapi-super-admin'] }],
    });
    expect(preview).toBeNull();
    expect(problems.map(({ step, code }) => `${step} ${code}`)).toEqual([
      'name NAME_TAKEN',
      'name SLUG_TAKEN',
      'name HOST_TAKEN',
      'content TEMPLATE_GONE',
      'people PERSON_GONE',
      'people ROLE_GONE',
    ]);
    expect(await countSites()).toBe(before);
  });

  it('asks for what is missing', async () => {
    const { problems } = await check({});
    expect(problems).toEqual([
      { step: 'name', path: 'name', code: 'INVALID', message: 'This is needed.' },
    ]);
  });

  it('refuses a default language that is not offered', async () => {
    const settings = { locales: ['en'], defaultLocale: 'de' };
    const { problems } = await check({ name: 'Langs', settings });
    expect(problems.map(({ step, code }) => `${step} ${code}`)).toEqual([
      'language LOCALE_NOT_OFFERED',
    ]);
  });

  it('tells what would happen', async () => {
    const { problems, preview } = await check({
      name: 'Preview',
      people: [{ userId: cast.siteEditor.user.id, roles: ['multi-site-editor'] }],
      workflow: { kind: 'default', contentTypes: [ARTICLE] },
    });
    expect(problems).toEqual([]);
    expect(preview).toMatchObject({
      name: 'Preview',
      slug: 'preview',
      address: null,
      closesBorder: false,
      content: { from: null, documents: 0, files: 0 },
      people: [{ roles: ['Site editor'] }],
      workflow: { types: ['Article'] },
    });
  });
});

describe('a site from a template', () => {
  let made: Awaited<ReturnType<typeof make>>;

  beforeAll(async () => {
    const cover = await createMedia(app.strapi, { site: home });
    const picture = await createMedia(app.strapi, { site: home });
    const author = await createEntry(
      app.strapi,
      AUTHOR,
      { name: 'Ada', slug: 'ada' },
      { site: home },
    );
    const first = await createEntry(
      app.strapi,
      ARTICLE,
      {
        title: 'First',
        slug: 'first',
        author: author.documentId,
        cover: cover.id,
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Böse "Zeichen" \\ 🙂' }] }],
        seo: { metaTitle: 'Seo of first', metaDescription: 'About', shareImage: picture.id },
        links: [
          { label: 'One', url: '/one' },
          { label: 'Two', url: '/two' },
        ],
        sections: [{ __component: 'sections.quote', text: 'Said', source: 'Somebody' }],
      },
      { site: home },
    );
    const second = await createEntry(
      app.strapi,
      ARTICLE,
      {
        title: 'Second',
        slug: 'second',
        related: [first.documentId],
        sections: [
          {
            __component: 'sections.featured-articles',
            heading: 'See',
            articles: [first.documentId],
          },
        ],
      },
      { site: home },
    );
    await as(home.number, () =>
      app.strapi.documents(ARTICLE).update({
        documentId: second.documentId,
        data: { title: 'Second, edited' } as never,
      }),
    );
    await as(home.number, () =>
      app.strapi.documents(ARTICLE).create({
        locale: 'de',
        data: { title: 'Nur Entwurf', slug: 'nur-entwurf' } as never,
      }),
    );
    made = await make({
      name: 'Copy of home',
      domain: 'copy.test',
      content: { kind: 'template', site: home.documentId },
      people: [{ userId: cast.otherEditor.user.id, roles: ['multi-site-editor'] }],
      workflow: { kind: 'default', contentTypes: [ARTICLE] },
    });
  });

  const find = (title: string, status: 'draft' | 'published', locale?: string) =>
    as(made.site.number, () =>
      app.strapi.documents(ARTICLE).findFirst({
        filters: { title } as never,
        status,
        ...(locale ? { locale } : {}),
        populate: {
          author: true,
          cover: true,
          seo: { populate: '*' },
          links: true,
          related: true,
          sections: {
            on: { 'sections.quote': true, 'sections.featured-articles': { populate: '*' } },
          },
        } as never,
      }),
    ) as Promise<Record<string, never> | null>;

  it('is done, live, and has its people and its workflow', async () => {
    expect(made.run).toMatchObject({ state: 'done', error: null });
    const site = await cast.superAdmin.get<{ data: object }>(`/multi-site/sites/${made.site.id}`);
    expect(site.body.data).toMatchObject({ status: 'live', domain: 'copy.test' });
    const members = await cast.superAdmin.get<{ data: { roles: { code: string }[] }[] }>(
      `/multi-site/sites/${made.site.id}/members`,
    );
    expect(members.body.data.map(({ roles }) => roles[0]?.code)).toEqual(['multi-site-editor']);
    const workflow = await cast.superAdmin.get<{ data: { isStored: boolean; workflow: object } }>(
      `/multi-site/sites/${made.site.id}/workflow`,
    );
    expect(workflow.body.data).toMatchObject({
      isStored: true,
      workflow: { isEnabled: true, contentTypes: [ARTICLE] },
    });
  });

  it('has whole entries: components, zones, text, media', async () => {
    expect(await find('First', 'published')).toMatchObject({
      slug: 'first',
      author: { name: 'Ada' },
      body: [{ children: [{ text: 'Böse "Zeichen" \\ 🙂' }] }],
      seo: {
        metaTitle: 'Seo of first',
        shareImage: { url: expect.stringMatching(/^\/uploads\//) },
      },
      links: [{ label: 'One' }, { label: 'Two' }],
      sections: [{ __component: 'sections.quote', text: 'Said' }],
      cover: { url: expect.stringMatching(/^\/uploads\//) },
    });
  });

  it('keeps drafts, edited drafts and other languages as they were', async () => {
    expect(await find('Second', 'published')).toBeTruthy();
    expect(await find('Second', 'draft')).toBeNull();
    expect(await find('Second, edited', 'draft')).toBeTruthy();
    expect(await find('Nur Entwurf', 'draft', 'de')).toMatchObject({ locale: 'de' });
    expect(await find('Nur Entwurf', 'published', 'de')).toBeNull();
  });

  it('leads links to the copies, inside components too', async () => {
    const first = await find('First', 'published');
    const second = await find('Second', 'published');
    expect(second).toMatchObject({
      related: [{ documentId: first?.documentId }],
      sections: [{ articles: [{ documentId: first?.documentId }] }],
    });
    const rows: { site_id: number }[] = await unscoped(() =>
      app.strapi.db.connection('articles').where({ document_id: first?.documentId }),
    );
    expect(new Set(rows.map((row) => row.site_id))).toEqual(new Set([made.site.number]));
  });

  it('has new ids, is in the registry, and left the template alone', async () => {
    const content = await cast.superAdmin.get<{ meta: { pagination: { total: number } } }>(
      `/multi-site/sites/${made.site.id}/content`,
    );
    const template = await cast.superAdmin.get<{ meta: { pagination: { total: number } } }>(
      `/multi-site/sites/${home.documentId}/content`,
    );
    expect(content.body.meta.pagination.total).toBe(template.body.meta.pagination.total);
    const ids = await unscoped(() =>
      app.strapi.db.connection('articles').where({ slug: 'first' }).distinct('document_id'),
    );
    expect(ids).toHaveLength(2);
  });

  it('stores no file twice, and deletes one only with its last row', async () => {
    const first = (await find('First', 'published')) as unknown as {
      cover: { id: number; url: string };
    };
    const stored = path.join(app.strapi.dirs.static.public, first.cover.url);
    expect(fs.existsSync(stored)).toBe(true);
    const removed = await cast.superAdmin.delete(`/upload/files/${first.cover.id}`, {
      site: made.site.slug,
    });
    expect(removed.status).toBe(200);
    expect(fs.existsSync(stored)).toBe(true);
  });

  it('is not taken back any more once somebody has worked on it', async () => {
    await as(made.site.number, () =>
      app.strapi.documents(ARTICLE).create({ data: { title: 'New', slug: 'new' } as never }),
    );
    expectRefusal(
      await cast.superAdmin.post(`/multi-site/sites/${made.site.id}/undo`, {}),
      409,
      'MULTI_SITE_UNDO_TOO_LATE',
    );
  });
});

describe('a site of chosen entries', () => {
  it('has these, in the site’s languages, and nothing else', async () => {
    const [first] = (await as(home.number, () =>
      app.strapi.documents(ARTICLE).findMany({ filters: { slug: 'first' } as never }),
    )) as { documentId: string }[];
    const { site, run } = await make({
      name: 'Chosen',
      settings: { locales: ['en'] },
      content: {
        kind: 'entries',
        site: home.documentId,
        entries: [{ contentType: ARTICLE, documentId: first?.documentId ?? '' }],
      },
    });
    expect(run.state).toBe('done');
    const found = (await as(site.number, () =>
      app.strapi.documents(ARTICLE).findMany({ populate: ['author'] } as never),
    )) as unknown as { title: string; author: unknown }[];
    expect(found.map(({ title }) => title)).toEqual(['First']);
    // Its author was not chosen.
    expect(found[0]?.author).toBeNull();
  });

  it('is listed to choose from, by title', async () => {
    const answer = await cast.superAdmin.get<{ data: { title: string }[] }>(
      `${WIZARD}/templates/${home.documentId}/entries?contentType=${ARTICLE}&q=edited`,
    );
    expect(answer.body.data.map(({ title }) => title)).toEqual(['Second, edited']);
  });
});

describe('taking a new site back', () => {
  it('deletes it with its copies', async () => {
    const count = () => unscoped(() => app.strapi.db.query(ARTICLE).count());
    const components = () => unscoped(() => app.strapi.db.query('shared.link').count());
    const before = [await countSites(), await count(), await components()];
    const { site } = await make({
      name: 'Mistake',
      content: { kind: 'template', site: home.documentId },
    });
    expect(await count()).toBeGreaterThan(before[1] ?? 0);
    const answer = await cast.superAdmin.post(`/multi-site/sites/${site.id}/undo`, {});
    expect(answer.status).toBe(200);
    expect([await countSites(), await count(), await components()]).toEqual(before);
  });

  it('is refused for a site that the wizard did not make', async () => {
    expectRefusal(
      await cast.superAdmin.post(`/multi-site/sites/${home.documentId}/undo`, {}),
      409,
      'MULTI_SITE_UNDO_TOO_LATE',
    );
  });
});

describe('POST /multi-site/sites/:id/clone', () => {
  it('makes a draft with the same content and people', async () => {
    const answer = await cast.superAdmin.post<CreateByWizardResponse>(
      `/multi-site/sites/${home.documentId}/clone`,
      { name: 'Clone', slug: 'clone', withMembers: true },
    );
    expect(answer.status).toBe(201);
    expect((await finish(answer.body.data.run.id)).state).toBe('done');
    const members = await cast.superAdmin.get<{ data: unknown[] }>(
      `/multi-site/sites/${answer.body.data.site.id}/members`,
    );
    expect(members.body.data).toHaveLength(3);
    const site = await cast.superAdmin.get<{ data: { status: string } }>(
      `/multi-site/sites/${answer.body.data.site.id}`,
    );
    expect(site.body.data.status).toBe('draft');
  });
});

describe('the wizard', () => {
  it('offers the sites and the default workflow', async () => {
    const { body, text } = await cast.superAdmin.get<TemplatesResponse>(`${WIZARD}/templates`);
    expect(text).toContain('"data":{');
    const template = body.data.sites.find(({ id }) => id === home.documentId);
    expect(template?.types.map(({ name }) => name)).toEqual(['Article', 'Author']);
    expect(body.data.workflow?.contentTypes.map(({ uid }) => uid)).toContain(ARTICLE);
    expect(body.data.workflow?.stages.length).toBeGreaterThan(1);
  });

  it('offers an entry in two languages once, as it is copied', async () => {
    await as(home.number, async () => {
      const documents = app.strapi.documents(ARTICLE);
      const entry = await documents.findFirst({ filters: { slug: 'first' } as never });
      const german = { title: 'Erster', slug: 'erster' } as never;
      await documents.update({ documentId: entry?.documentId ?? '', locale: 'de', data: german });
    });
    const { body } = await cast.superAdmin.get<TemplatesResponse>(`${WIZARD}/templates`);
    const template = body.data.sites.find(({ id }) => id === home.documentId);
    const { preview } = await check({
      name: 'As offered',
      content: { kind: 'template', site: home.documentId },
    });
    expect(preview?.content.documents).toBe(template?.documents);
  });

  it('makes nothing of a draft with problems', async () => {
    const before = await countSites();
    const answer = await cast.superAdmin.post(WIZARD, { name: 'Home' });
    expectRefusal(answer, 400, 'MULTI_SITE_WIZARD_INCOMPLETE');
    expect(await countSites()).toBe(before);
  });

  it.each([
    ['POST', WIZARD],
    ['POST', `${WIZARD}/check`],
    ['GET', `${WIZARD}/templates`],
  ])('is closed to everybody else: %s %s', async (method, address) => {
    const call = (client: Cast['anonymous']) =>
      method === 'GET' ? client.get(address) : client.post(address, { draft: {}, name: 'X' });
    expect((await call(cast.anonymous)).status).toBe(401);
    expectNoPermission(await call(cast.siteOwner));
    expectNoPermission(await call(cast.siteEditor));
    expect((await call(cast.fullToken)).status).toBe(401);
  });
});
