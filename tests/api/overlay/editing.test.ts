import type { App } from '../../harness';
import {
  checksum,
  createVariant,
  editPath,
  editVariant,
  openScene,
  startWithLayers,
  storeOf,
  type Scene,
  type Stored,
} from './lib';

describe('a variant in the edit view', () => {
  let app: App;
  let scene: Scene;
  let variant: Stored;
  let before: string;

  beforeAll(async () => {
    app = await startWithLayers();
    scene = await openScene(app);
    variant = await createVariant(scene, {});
    before = await checksum(scene);
  });
  afterAll(() => app.stop());

  const stored = async () => {
    const found = await scene.strapi
      .plugin('overlay-layers')
      .service('stores')
      .of('audience')
      .find(variant.record.id);
    return found as Stored;
  };
  const query = () => `?locale=en&overlay=${variant.id}`;
  const read = (client = scene.cast.siteEditor) =>
    client.get<{ data: Record<string, never>; meta: { overlay: Record<string, never> } }>(
      editPath(scene, query()),
    );

  it('is read as the entry, and says that it is a variant', async () => {
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ title: 'Original title', status: 'draft' });
    expect(answer.body.meta.overlay).toMatchObject({
      id: variant.id,
      name: 'regulars',
      layer: 'audience',
      state: 'draft',
      fields: [],
      review: [],
    });
  });

  it('stores what was changed, of every kind, and nothing else', async () => {
    const answer = await editVariant(scene, variant, {
      input: ({ seo, links, sections }) => ({
        title: 'For regulars',
        cover: { id: scene.other.id },
        author: { connect: [{ documentId: scene.bob.documentId }], disconnect: [] },
        seo: { ...seo, metaTitle: 'Meta for regulars' },
        links: [{ label: 'New', url: '/new' }, links[1], { ...links[0], label: 'Uno' }],
        sections: [sections[1], { __component: 'sections.quote', text: 'Said', source: 'Ann' }],
      }),
    });
    expect(answer.text).toContain('For regulars');
    expect(answer.status).toBe(200);
    const { changes, live } = await stored();
    expect(live).toBeNull();
    expect(changes.map(({ path }) => path)).toEqual([
      'author',
      'cover',
      'links',
      'sections',
      'seo.metaTitle',
      'title',
    ]);
    expect(await checksum(scene)).toBe(before);
  });

  it('is read back as it was saved', async () => {
    const { body } = await read();
    expect(body.data).toMatchObject({
      title: 'For regulars',
      summary: 'Original summary',
      cover: { id: scene.other.id },
      seo: { metaTitle: 'Meta for regulars', shareImage: { id: scene.picture.id } },
      links: [{ id: -1, label: 'New' }, { label: 'Two' }, { label: 'Uno' }],
      sections: [
        { __component: 'sections.call-to-action', link: { label: 'Go' } },
        { __component: 'sections.quote', id: -2, text: 'Said' },
      ],
    });
    expect(body.meta.overlay).toMatchObject({ state: 'draft', review: [] });
  });

  it('saved again unchanged stores the same bytes', async () => {
    const first = JSON.stringify((await stored()).changes);
    const answer = await editVariant(scene, variant, { input: () => ({}) });
    expect(answer.status).toBe(200);
    expect(JSON.stringify((await stored()).changes)).toBe(first);
  });

  it('shows its own relations in the form, and offers the others', async () => {
    const path = `/content-manager/relations/api::article.article`;
    const existing = await scene.cast.siteEditor.get<{ results: { name: string }[] }>(
      `${path}/${scene.article.documentId}/author${query()}&status=draft`,
    );
    expect(existing.body.results).toMatchObject([
      { documentId: scene.bob.documentId, name: 'Bob' },
    ]);
    const available = await scene.cast.siteEditor.get<{ results: { name: string }[] }>(
      `${path}/author?id=${scene.article.documentId}&locale=en&overlay=${variant.id}&status=draft`,
    );
    expect(available.body.results.map(({ name }) => name)).toEqual(['Ann']);
    const plain = await scene.cast.siteEditor.get<{ results: { name: string }[] }>(
      `${path}/${scene.article.documentId}/author?locale=en&status=draft`,
    );
    expect(plain.body.results).toMatchObject([{ name: 'Ann' }]);
  });

  it('is published: live, the entry untouched, state and date are the variant’s', async () => {
    const answer = await editVariant(scene, variant, { input: () => ({}), action: 'publish' });
    expect(answer.text).toContain('"state":"published"');
    expect(answer.status).toBe(200);
    const { changes, live } = await stored();
    expect(live).toEqual(changes);
    const { body } = await read();
    expect(body.data).toMatchObject({ status: 'published' });
    expect(await checksum(scene)).toBe(before);
  });

  it('changed again is modified; discarding goes back to what is live', async () => {
    await editVariant(scene, variant, { input: () => ({ title: 'Third' }) });
    expect((await read()).body.data).toMatchObject({ title: 'Third', status: 'modified' });
    const answer = await editVariant(scene, variant, { input: () => ({}), action: 'discard' });
    expect(answer.status).toBe(200);
    expect((await read()).body.data).toMatchObject({ title: 'For regulars', status: 'published' });
  });

  it('is unpublished by its own button', async () => {
    const answer = await editVariant(scene, variant, { input: () => ({}), action: 'unpublish' });
    expect(answer.status).toBe(200);
    expect((await stored()).live).toBeNull();
    expect(await checksum(scene)).toBe(before);
  });

  it('refuses what Strapi refuses for the entry', async () => {
    const answer = await editVariant(scene, variant, {
      input: () => ({ title: 'x'.repeat(200) }),
    });
    expect(answer.status).toBe(400);
    const empty = await editVariant(scene, variant, {
      input: () => ({ title: null }),
      action: 'publish',
    });
    expect(empty.status).toBe(400);
    expect((await stored()).live).toBeNull();
  });

  describe('nothing is saved by accident', () => {
    const title = { title: 'By accident' };

    afterEach(async () => {
      expect(await checksum(scene)).toBe(before);
      expect(JSON.stringify((await stored()).changes)).not.toContain('By accident');
    });

    it.each([
      ['the address only', true, {}],
      ['the page only', false, { 'X-Overlay-Page': 'THIS' }],
      ['the page says another variant', true, { 'X-Overlay-Page': 'audience.99' }],
    ])('%s says variant: 409', async (_what, hasParam, headers) => {
      const sent = Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key, value === 'THIS' ? variant.id : value]),
      );
      const answer = await scene.cast.siteEditor.put<{ error: { details: unknown } }>(
        editPath(scene, hasParam ? query() : '?locale=en'),
        title,
        { headers: sent },
      );
      expect(answer.status).toBe(409);
      expect(answer.body.error.details).toEqual({ code: 'OVERLAY_PAGE_MISMATCH' });
    });

    it.each([
      ['no stamp', {}],
      ['a stamp of another time', { 'X-Overlay-Stamp': 'f'.repeat(32) }],
    ])('%s: 409', async (_what, headers) => {
      const answer = await scene.cast.siteEditor.put<{ error: { details: unknown } }>(
        editPath(scene, query()),
        title,
        { headers: { 'X-Overlay-Page': variant.id, ...headers } },
      );
      expect(answer.status).toBe(409);
      expect(answer.body.error.details).toEqual({ code: 'OVERLAY_CHANGED_MEANWHILE' });
    });

    it('another entry, locale, type or action: refused with a sentence', async () => {
      const stamp = (await read()).body.meta.overlay.stamp;
      const headers = { 'X-Overlay-Page': variant.id, 'X-Overlay-Stamp': String(stamp) };
      const editor = scene.cast.siteEditor;
      const author = `/content-manager/collection-types/api::author.author`;
      const answers = [
        await editor.put(`${author}/${scene.ann.documentId}${query()}`, { name: 'X' }, { headers }),
        await editor.put(
          editPath(scene, `?overlay=${variant.id}`),
          { ...title, locale: 'de' },
          { headers },
        ),
        await editor.request('DELETE', editPath(scene, query()), { headers }),
        await editor.post(`${author}${query()}`, { name: 'X' }, { headers }),
        await editor.post(editPath(scene, `/actions/bulkPublish${query()}`), {}, { headers }),
        await editor.post(
          `/content-manager/collection-types/api::article.article/actions/bulkPublish${query()}`,
          { documentIds: [scene.article.documentId] },
          { headers },
        ),
        await editor.post(
          `/content-manager/collection-types/api::article.article/clone/${scene.article.documentId}${query()}`,
          title,
          { headers },
        ),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    });

    it('people without the right, of another site, or nobody: refused', async () => {
      const { siteViewer, otherEditor, superAdmin, anonymous } = scene.cast;
      const stamp = String((await read()).body.meta.overlay.stamp);
      const headers = { 'X-Overlay-Page': variant.id, 'X-Overlay-Stamp': stamp };
      expect((await read(siteViewer)).status).toBe(403);
      expect((await read(otherEditor)).status).toBe(404);
      expect((await read(anonymous as never)).status).toBe(401);
      for (const client of [siteViewer, otherEditor, anonymous]) {
        const answer = await client.put(editPath(scene, query()), title, { headers });
        expect([401, 403, 404]).toContain(answer.status);
      }
      expect((await read(superAdmin)).status).toBe(200);
    });

    it('a variant that does not exist: 404', async () => {
      const answer = await scene.cast.siteEditor.get<{ error: { message: string } }>(
        editPath(scene, '?locale=en&overlay=audience.4711'),
      );
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toMatch(/variant does not exist/);
    });
  });

  it('when the original changes, shows it there, asks for a review and keeps the change', async () => {
    await scene.strapi.documents('api::article.article').update({
      documentId: scene.article.documentId,
      locale: 'en',
      data: { title: 'New original' } as never,
    });
    const { body } = await read();
    expect(body.data).toMatchObject({ title: 'New original' });
    expect(body.meta.overlay).toMatchObject({ review: ['title'] });
    await editVariant(scene, variant, { input: () => ({ summary: 'Ours' }) });
    const { changes } = await stored();
    expect(changes).toContainEqual(
      expect.objectContaining({ path: 'title', value: 'For regulars' }),
    );
  });

  it('two people: the second is refused', async () => {
    const read1 = await read();
    const stamp = String(read1.body.meta.overlay.stamp);
    const first = await editVariant(scene, variant, {
      input: () => ({ summary: 'First' }),
      client: scene.cast.siteOwner,
    });
    expect([first.status, first.text]).toEqual([200, expect.stringContaining('First')]);
    const answer = await scene.cast.siteEditor.put(
      editPath(scene, query()),
      { summary: 'Second' },
      { headers: { 'X-Overlay-Page': variant.id, 'X-Overlay-Stamp': stamp } },
    );
    expect(answer.status).toBe(409);
    expect(JSON.stringify((await stored()).changes)).toContain('First');
  });

  it('is removed with its row', async () => {
    const gone = await createVariant(scene, { name: 'gone' });
    expect(await storeOf(scene.strapi, 'audience').remove(gone.record.id)).toBe(true);
    const answer = await scene.cast.siteEditor.get(
      editPath(scene, `?locale=en&overlay=${gone.id}`),
    );
    expect(answer.status).toBe(404);
  });
});
