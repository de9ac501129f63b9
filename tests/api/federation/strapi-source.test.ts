import type { Conflict } from '../../../plugins/federation/shared/contracts/conflicts';
import type { TypeMapping } from '../../../plugins/federation/shared/contracts/mappings';
import type { Preview, Source } from '../../../plugins/federation/shared/contracts/sources';
import { startOtherStrapi, type OtherStrapi } from './lib/other-strapi';
import { createSource, draftsOf, editDraft, runSource, startStage, type Stage } from './lib/stage';

const ARTICLE = 'api::article.article';
const TAG = 'api::tag.tag';

let stage: Stage;
let other: OtherStrapi;
let token: string;
let source: Source;
let ids: Record<'one' | 'two' | 'three', string>;
let tag: string;

beforeAll(async () => {
  stage = await startStage();
  other = await startOtherStrapi();
  token = await other.tell<string>('token', { type: 'full-access' });
  tag = await other.tell<string>('create', { uid: TAG, data: { name: 'Sea', slug: 'sea' } });
  const make = (title: string, more: object = {}) =>
    other.tell<string>('create', {
      uid: ARTICLE,
      data: { title, slug: title.toLowerCase(), summary: `About ${title}`, ...more },
    });
  const one = await make('One', {
    tags: [tag],
    seo: { metaTitle: 'Meta one', metaDescription: 'Description of one' },
    links: [{ label: 'Home', url: '/' }],
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Body of one' }] }],
  });
  ids = { one, two: await make('Two'), three: await make('Three') };
});
afterAll(async () => {
  await other.stop();
  await stage.app.stop();
});

const connection = () => ({ type: 'strapi' as const, config: { url: other.url }, secret: token });

const mapping = (remoteType: string, uid: string, names: string[]): TypeMapping => ({
  remoteType,
  uid,
  matchBy: '',
  fields: names.map((name) => ({ field: name, from: name, steps: [] })),
});

const read = async (id: string) => {
  const drafts = await draftsOf(stage.app, source.id);
  const draft = drafts[id];
  if (!draft) return null;
  return stage.app.strapi.db.query(ARTICLE).findOne({
    where: { documentId: draft.documentId, publishedAt: null },
    populate: ['tags', 'seo', 'links'],
  });
};

describe('another Strapi', () => {
  it('shows its types and fields to a token that may read them', async () => {
    const { body } = await stage.home.post<{
      data: { types: { name: string; count: number; fields: { path: string }[] }[] };
    }>('/federation/sources/discover', connection());
    const articles = body.data.types.find(({ name }) => name === 'articles');
    expect(articles?.count).toBe(3);
    expect(articles?.fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'summary', 'body', 'seo', 'links', 'tags']),
    );
  });

  it('asks for names where the token may not list the types', async () => {
    const narrow = await other.tell<string>('token', { type: 'read-only' });
    const named = {
      ...connection(),
      secret: narrow,
      config: { url: other.url, types: ['articles'] },
    };
    const { body } = await stage.home.post<{
      data: { types: { fields: { path: string; type: string }[] }[] };
    }>('/federation/sources/discover', named);
    expect(body.data.types[0]?.fields).toContainEqual(
      expect.objectContaining({ path: 'title', type: 'text' }),
    );
    const unnamed = { ...named, config: { url: other.url } };
    const answer = await stage.home.post('/federation/sources/discover', unnamed);
    expect(answer.body).toMatchObject({ data: { needsNames: true } });
  });

  it('keeps its token to itself', async () => {
    source = await createSource(stage.home, {
      name: 'Head office',
      ...connection(),
      mappings: [
        mapping('articles', ARTICLE, ['title', 'slug', 'summary', 'body', 'seo', 'links', 'tags']),
        mapping('tags', TAG, ['name', 'slug']),
      ],
      policy: { preset: 'merge', onDelete: 'delete', publish: true },
    });
    const answer = await stage.home.get(`/federation/sources/${source.id}`);
    expect(answer.text).not.toContain(token);
    expect(source.hasSecret).toBe(true);
    const row = await stage.app.strapi.db
      .query('plugin::federation.source')
      .findOne({ where: { documentId: source.id } });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('brings components, relations that come later, and publishes', async () => {
    const preview = await stage.home.post<{ data: Preview }>(
      `/federation/sources/${source.id}/preview`,
    );
    const run = await runSource(stage.home, source);
    expect(run.error).toBeNull();
    expect(run.result?.counts).toMatchObject({ created: 4, failed: 0, conflicts: 0 });
    expect(preview.body.data.counts).toEqual(run.result?.counts);
    const one = await read(ids.one);
    expect(one).toMatchObject({
      title: 'One',
      seo: { metaTitle: 'Meta one' },
      links: [{ label: 'Home', url: '/' }],
    });
    // Articles are read before tags: the relation was made at the end.
    expect(one?.tags).toMatchObject([{ name: 'Sea' }]);
    const published = await stage.app.strapi.db
      .query(ARTICLE)
      .count({ where: { documentId: one?.documentId, publishedAt: { $notNull: true } } });
    expect(published).toBeGreaterThan(0);
  });

  it('is read by what changed since', async () => {
    await other.tell('update', {
      uid: ARTICLE,
      documentId: ids.two,
      data: { title: 'Two changed' },
    });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ updated: 1, created: 0 });
    expect(await read(ids.two)).toMatchObject({ title: 'Two changed' });
  });

  it('merges inside a component, and asks about the part that both changed', async () => {
    const drafts = await draftsOf(stage.app, source.id);
    const draft = drafts[ids.one];
    if (!draft) throw new Error('No entry.');
    await editDraft(
      stage.app,
      draft,
      { seo: { metaTitle: 'Mine', metaDescription: 'Description of one' } },
      stage.cast.home?.number,
    );
    await other.tell('update', {
      uid: ARTICLE,
      documentId: ids.one,
      data: { seo: { metaTitle: 'Theirs', metaDescription: 'A new description' } },
    });
    await runSource(stage.home, source);
    expect(await read(ids.one)).toMatchObject({
      seo: { metaTitle: 'Mine', metaDescription: 'A new description' },
    });
    const { body } = await stage.home.get<{ data: Conflict[] }>('/federation/conflicts');
    expect(body.data).toMatchObject([
      { path: 'seo.metaTitle', base: 'Meta one', local: 'Mine', remote: 'Theirs' },
    ]);
    await stage.home.post(`/federation/conflicts/${body.data[0]?.id}/resolve`, {
      choice: 'remote',
    });
    expect(await read(ids.one)).toMatchObject({
      seo: { metaTitle: 'Theirs', metaDescription: 'A new description' },
    });
  });

  it('takes entries along that are gone there, and undo makes them again', async () => {
    const before = await read(ids.two);
    await other.tell('delete', { uid: ARTICLE, documentId: ids.two });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ deleted: 1 });
    expect(await read(ids.two)).toBeNull();
    const { body } = await stage.home.post<{ data: { undone: number } }>(
      `/federation/runs/${run.id}/undo`,
    );
    expect(body.data.undone).toBe(1);
    expect(await read(ids.two)).toMatchObject({
      documentId: before?.documentId,
      title: 'Two changed',
    });
  });

  it('gone there and edited here is a conflict, and the entry stays', async () => {
    const drafts = await draftsOf(stage.app, source.id);
    const draft = drafts[ids.three];
    if (!draft) throw new Error('No entry.');
    await editDraft(stage.app, draft, { summary: 'Ours' }, stage.cast.home?.number);
    await other.tell('delete', { uid: ARTICLE, documentId: ids.three });
    const run = await runSource(stage.home, source);
    expect(run.result?.counts).toMatchObject({ deleted: 0, conflicts: 1 });
    expect(await read(ids.three)).toMatchObject({ summary: 'Ours' });
    const { body } = await stage.home.get<{ data: Conflict[] }>('/federation/conflicts');
    expect(body.data).toMatchObject([{ kind: 'deleted-there' }]);
    await stage.home.post(`/federation/conflicts/${body.data[0]?.id}/resolve`, { choice: 'local' });
    const next = await runSource(stage.home, source);
    expect(next.result?.counts).toMatchObject({ deleted: 0, conflicts: 0 });
  });
});
