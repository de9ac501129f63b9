import type { Core } from '@strapi/strapi';
import {
  auditContentType,
  browserKeyContentType,
  createAudit,
  createBrowserKeys,
  readImage,
  rowsOf,
  type Audit,
} from '../../../packages/kit/src/server';
import {
  createCast,
  createEntry,
  createMedia,
  inSite,
  startApp,
  type App,
  type Cast,
} from '../../harness';

const ARTICLE = 'api::article.article';
const AUDIT = 'plugin::shelf.audit';
const KEY = 'plugin::shelf.browser-key';

type Registry = { add: (name: string, types: object) => void };

const addTables = (strapi: Core.Strapi) => {
  strapi.get<Registry>('content-types').add('plugin::shelf', {
    audit: { schema: auditContentType('shelf', 'shelf') },
    'browser-key': { schema: browserKeyContentType('shelf', 'shelf') },
  });
};

let app: App;
let cast: Cast;

beforeAll(async () => {
  app = await startApp({ beforeLoad: addTables });
  cast = await createCast(app);
});
afterAll(() => app.stop());

describe('the audit', () => {
  let audit: Audit;
  let count = 0;

  beforeAll(() => {
    audit = createAudit({ strapi: app.strapi, uid: AUDIT });
  });
  const inHome = <T>(work: () => T) => inSite(app.strapi, cast.home, work);

  /** An article with a bit of everything, published. */
  const article = async () => {
    count += 1;
    const { strapi } = app;
    const site = cast.home;
    const tag = await createEntry(
      strapi,
      'api::tag.tag',
      { name: 'T', slug: `t-${count}` },
      { site },
    );
    const cover = await createMedia(strapi, { site });
    const { documentId } = await createEntry(
      strapi,
      ARTICLE,
      {
        title: 'Before',
        slug: `before-${count}`,
        tags: [tag.documentId],
        cover: cover.id,
        seo: { metaTitle: 'Meta', metaDescription: 'About' },
        sections: [{ __component: 'sections.quote', text: 'Words' }],
      },
      { site },
    );
    return { uid: ARTICLE, documentId, locale: 'en' };
  };
  const change = (target: Awaited<ReturnType<typeof article>>, data: object, batch?: string) =>
    inHome(() =>
      audit.change({ actor: 7, action: 'bulk.rename', batch, target }, () =>
        app.strapi
          .documents(ARTICLE)
          .update({ documentId: target.documentId, data: data as never }),
      ),
    );
  const draft = (target: Awaited<ReturnType<typeof article>>) =>
    inHome(() => readImage(app.strapi, target));
  const lastId = async () => (await inHome(() => audit.list())).rows[0]?.id ?? 0;

  it('keeps who did what, and the entry before and after', async () => {
    const target = await article();
    await change(target, { title: 'After' });
    const { rows } = await inHome(() => audit.list({ target }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      site: cast.home?.number,
      actor: '7',
      action: 'bulk.rename',
      before: { title: 'Before' },
      after: { title: 'After' },
    });
    const foreign = await inSite(app.strapi, cast.other, () => audit.list({ target }));
    expect(foreign.rows).toEqual([]);
  });

  it('takes a change back as a draft, with everything in it', async () => {
    const target = await article();
    const before = await draft(target);
    expect(before).toMatchObject({
      tags: [expect.any(String)],
      cover: expect.any(Number),
      seo: { metaTitle: 'Meta' },
      sections: [{ __component: 'sections.quote', text: 'Words' }],
    });
    await change(target, { title: 'After', tags: [], cover: null, seo: null, sections: [] });
    await inHome(() => app.strapi.documents(ARTICLE).publish({ documentId: target.documentId }));
    const id = await lastId();
    const undone = await inHome(() => audit.undo({ id, actor: 8 }));
    expect(undone).toEqual({ undone: 1, refused: [] });
    expect(await draft(target)).toEqual(before);
    const live = await inHome(() =>
      app.strapi.documents(ARTICLE).findOne({ documentId: target.documentId, status: 'published' }),
    );
    expect(live?.title).toBe('After');
  });

  it('takes a batch back and leaves alone what somebody has worked on since', async () => {
    const [one, two] = [await article(), await article()];
    await change(one, { title: 'After' }, 'batch-1');
    await change(two, { title: 'After' }, 'batch-1');
    await inHome(() =>
      app.strapi
        .documents(ARTICLE)
        .update({ documentId: two.documentId, data: { title: 'By hand', summary: 'x' } as never }),
    );
    const result = await inHome(() => audit.undo({ batch: 'batch-1', actor: 8 }));
    expect(result.undone).toBe(1);
    expect(result.refused).toEqual([
      {
        target: two,
        reason: 'Somebody has changed the entry since.',
        changed: expect.arrayContaining(['title']),
      },
    ]);
    expect(await draft(one)).toMatchObject({ title: 'Before' });
    expect(await draft(two)).toMatchObject({ title: 'By hand' });
  });

  it('can undo the undoing, and nothing twice', async () => {
    const target = await article();
    await change(target, { title: 'After' });
    const id = await lastId();
    await inHome(() => audit.undo({ id, actor: 8 }));
    const again = await inHome(() => audit.undo({ id, actor: 8 }));
    expect(again.refused[0]?.reason).toBe('This was undone already.');
    await inHome(async () => audit.undo({ id: await lastId(), actor: 8 }));
    expect(await draft(target)).toMatchObject({ title: 'After' });
  });

  it('takes an entry away again that the change had made', async () => {
    const target = await article();
    const after = await draft(target);
    const made = { actor: null, action: 'import', target, before: null, after };
    const id = await inHome(() => audit.record(made));
    expect(await inHome(() => audit.undo({ id, actor: 8 }))).toMatchObject({ undone: 1 });
    expect(await draft(target)).toBeNull();
  });

  it('undoes nothing of another site', async () => {
    const target = await article();
    await change(target, { title: 'After' });
    const id = await lastId();
    const result = await inSite(app.strapi, cast.other, () => audit.undo({ id, actor: 8 }));
    expect(result).toEqual({ undone: 0, refused: [] });
    expect(await draft(target)).toMatchObject({ title: 'After' });
  });
});

describe('browser keys', () => {
  const keysOf = (now?: () => number) => createBrowserKeys({ strapi: app.strapi, uid: KEY, now });
  const origins = ['https://www.example.com'];

  it('say whose page sent something, from the origins they are for', async () => {
    const keys = keysOf();
    const made = await inSite(app.strapi, cast.home, () => keys.create({ label: 'Web', origins }));
    expect(made.key).toMatch(/^pk_[\w-]{32}$/);
    const whose = { site: cast.home?.number, keyId: made.id };
    const verify = (origin?: string) => keys.verify({ key: made.key, origin });
    expect(await verify('https://www.example.com')).toEqual(whose);
    expect(await verify()).toEqual(whose);
    expect(await verify('https://evil.test')).toBeNull();
    expect(await keys.verify({ key: 'pk_unknown' })).toBeNull();
    expect(await keys.verify({ key: undefined })).toBeNull();
  });

  it('are seen by their site alone', async () => {
    const keys = keysOf();
    await inSite(app.strapi, cast.other, () => keys.create({ label: 'Of other', origins }));
    const seen = await inSite(app.strapi, cast.other, () => keys.list());
    expect(seen.map(({ label }) => label)).toEqual(['Of other']);
  });

  it('are rotated with a week for pages that are open, and revoked at once', async () => {
    let now = Date.now();
    const keys = keysOf(() => now);
    const inHome = <T>(work: () => T) => inSite(app.strapi, cast.home, work);
    const old = await inHome(() => keys.create({ label: 'Web', origins }));
    expect(await inSite(app.strapi, cast.other, () => keys.rotate(old.id))).toBeNull();
    const fresh = await inHome(() => keys.rotate(old.id));
    expect(fresh?.key).not.toBe(old.key);
    expect(await keys.verify({ key: old.key })).not.toBeNull();
    expect(await keys.verify({ key: fresh?.key })).not.toBeNull();
    now += 8 * 24 * 60 * 60 * 1000;
    expect(await keys.verify({ key: old.key })).toBeNull();
    await inHome(() => keys.revoke(old.id));
    expect(await keys.verify({ key: fresh?.key })).toBeNull();
    expect(await rowsOf(app.strapi, KEY).count({ id: old.id })).toBe(1);
  });
});
