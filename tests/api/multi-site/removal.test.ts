import fs from 'node:fs';
import path from 'node:path';
import type { DeletePreviewResponse } from '../../../plugins/multi-site/shared/contracts/removal';
import {
  createEntry,
  createFolder,
  createMedia,
  createTokenPersona,
  type App,
  type Cast,
  type TestSite,
} from '../../harness';
import { expectNoPermission, expectRefusal } from './lib/answers';
import { startStage } from './lib/stage';

const ARTICLE = 'api::article.article';
/** Rows that neighbours make by themselves as soon as something is delivered or saved. */
const MADE_BY_THEMSELVES = ['plugin::personalization.setting', 'plugin::ai-optimizer.score'];
let app: App;
let cast: Cast;
let home: TestSite;
let other: TestSite;
let main: TestSite;

beforeAll(async () => {
  ({ app, cast, home, other, main } = await startStage());
});
afterAll(() => app.stop());

const addressOf = (site: TestSite) => `/multi-site/sites/${site.documentId}`;
const count = (uid: string, where: object = {}): Promise<number> =>
  app.strapi
    .plugin('multi-site')
    .service('context')
    .runUnscoped(() => app.strapi.db.query(uid).count({ where }));

describe('a site that is deleted', () => {
  let stored: string;
  let kept: number;

  beforeAll(async () => {
    const cover = await createMedia(app.strapi, { site: other });
    stored = path.join(app.strapi.dirs.static.public, cover.url);
    await createFolder(app.strapi, { site: other });
    await createEntry(
      app.strapi,
      ARTICLE,
      {
        title: 'Going',
        slug: 'going',
        cover: cover.id,
        seo: { metaTitle: 'Going', metaDescription: 'Going' },
        links: [{ label: 'One', url: '/one' }],
      },
      { site: other },
    );
    await createEntry(
      app.strapi,
      ARTICLE,
      { title: 'Staying', slug: 'staying', links: [{ label: 'Two', url: '/two' }] },
      { site: home },
    );
    await createTokenPersona(app, { name: 'of other', type: 'read-only', site: other });
    kept = await count('shared.link');
  });

  it('shows first what goes with it', async () => {
    const answer = await cast.superAdmin.get<DeletePreviewResponse>(
      `${addressOf(other)}/delete-preview`,
    );
    expect(answer.status).toBe(200);
    const { other: neighbours, ...own } = answer.body.data;
    expect(neighbours.filter(({ uid }) => !MADE_BY_THEMSELVES.includes(uid))).toEqual([]);
    expect(own).toEqual({
      types: [{ uid: ARTICLE, name: 'Article', documents: 1 }],
      documents: 1,
      files: 1,
      filesKept: 0,
      folders: 1,
      members: 1,
      tokens: 2,
      refusal: null,
    });
  });

  it('is exported line by line, and only it', async () => {
    const answer = await cast.superAdmin.get(`${addressOf(other)}/export`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/other-\d{4}-\d\d-\d\d\.jsonl/);
    const lines = answer.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(lines.map(({ kind }) => kind)).toEqual([
      'site',
      'member',
      'entry',
      'entry',
      'file',
      'end',
    ]);
    expect(lines.filter(({ kind }) => kind === 'entry').map(({ status }) => status)).toEqual([
      'draft',
      'published',
    ]);
    expect(lines[2]?.data).toMatchObject({
      title: 'Going',
      seo: { metaTitle: 'Going' },
      links: [{ label: 'One' }],
      cover: { url: expect.any(String) },
    });
    expect(answer.text).not.toContain('Staying');
  });

  it('stays while its name is not repeated', async () => {
    const answer = await cast.superAdmin.delete(`${addressOf(other)}?name=other`);
    expectRefusal(answer, 400, 'MULTI_SITE_NAME_NOT_REPEATED');
    expect((await cast.superAdmin.delete(addressOf(other))).status).toBe(400);
    expect(await count(ARTICLE)).toBe(4);
  });

  it.each(['preview', 'export', 'delete'] as const)(
    'is no business of anybody on one site: %s',
    async (what) => {
      const call = (client: Cast['anonymous']) => {
        if (what === 'delete') return client.delete(`${addressOf(home)}?name=Home`);
        return client.get(`${addressOf(home)}/${what === 'preview' ? 'delete-preview' : 'export'}`);
      };
      expectNoPermission(await call(cast.siteOwner));
      expect((await call(cast.anonymous)).status).toBe(401);
      expect((await call(cast.fullToken)).status).toBe(401);
    },
  );

  it('is gone with everything on it, and nothing of another site', async () => {
    const answer = await cast.superAdmin.delete<{ data: object }>(`${addressOf(other)}?name=Other`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ rows: 4, files: 1 });
    expect(await count('plugin::multi-site.site')).toBe(2);
    expect(await count(ARTICLE)).toBe(2);
    expect(await count('shared.link')).toBe(kept - 2);
    expect(await count('shared.seo')).toBe(0);
    expect(await count('plugin::upload.file')).toBe(0);
    expect(await count('plugin::multi-site.site-user', { siteId: other.number })).toBe(0);
    expect(await count('plugin::multi-site.site-token', { siteId: other.number })).toBe(0);
    expect(await count('plugin::multi-site.site-content', { siteId: other.number })).toBe(0);
    for (const uid of MADE_BY_THEMSELVES) {
      expect(await count(uid, { site: other.number })).toBe(0);
    }
    expect(fs.existsSync(stored)).toBe(false);
    expect(
      (await cast.otherEditor.get(`/content-manager/collection-types/${ARTICLE}`)).status,
    ).toBe(403);
    expect((await cast.otherToken.get('/api/articles')).status).toBe(403);
    const left = await cast.siteEditor.get(`/content-manager/collection-types/${ARTICLE}`);
    expect(left.text).toContain('Staying');
  });

  it('is not the default one', async () => {
    const preview = await cast.superAdmin.get<DeletePreviewResponse>(
      `${addressOf(main)}/delete-preview`,
    );
    expect(preview.body.data.refusal).toContain('default site');
    const answer = await cast.superAdmin.delete(`${addressOf(main)}?name=Main`);
    expectRefusal(answer, 409, 'MULTI_SITE_DEFAULT_SITE_STAYS');
  });
});

type Line = { kind: string; status?: string; data?: object };
