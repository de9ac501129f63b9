import { applyOverlays } from './apply';
import { diffDocument } from './diff';
import {
  resumeInheritance,
  saveInput,
  settleReview,
  suspendInheritance,
  underReview,
} from './edit';
import { foldInput } from './fold';
import { ALL, layPlan } from './lay';
import { planOverlay } from './plan';
import {
  overlayChangesSchema,
  type Overlay,
  type OverlayAttributes,
  type OverlayChange,
  type OverlaySchema,
} from './types';

const components: Record<string, OverlayAttributes> = {
  seo: { title: { type: 'string' }, image: { type: 'media' } },
  link: {
    label: { type: 'string' },
    who: { type: 'relation', relation: 'oneToOne', target: 'author' },
  },
};

const schema: OverlaySchema = {
  attributes: {
    title: { type: 'string' },
    summary: { type: 'text' },
    author: { type: 'relation', relation: 'manyToOne', target: 'author' },
    tags: { type: 'relation', relation: 'manyToMany', target: 'tag' },
    seo: { type: 'component', component: 'seo' },
    links: { type: 'component', component: 'link', repeatable: true },
    zone: { type: 'dynamiczone', components: ['link', 'seo'] },
  },
  component: (uid) => components[uid],
};

const base = {
  id: 1,
  documentId: 'entry',
  title: 'Title',
  summary: 'Summary',
  author: { documentId: 'ann' },
  tags: [{ documentId: 'a' }, { documentId: 'b' }],
  seo: { id: 9, title: 'Seo', image: null },
  links: [
    { id: 1, label: 'One', who: null },
    { id: 2, label: 'Two', who: null },
  ],
  zone: [],
};

const overlay = (changes: OverlayChange[], over: Partial<Overlay> = {}): Overlay => ({
  id: 'audience.1',
  layer: 'audience',
  name: 'Regulars',
  entryUid: 'article',
  entryDocumentId: 'entry',
  entryLocale: 'en',
  changes,
  live: null,
  ...over,
});

const changesTo = (edit: object) => diffDocument(base, { ...base, ...edit }, schema);
const asDraft = { schema, status: 'draft' } as const;

describe('a change below the overlay', () => {
  const changes = changesTo({
    title: 'Mine',
    links: [{ id: 2, label: 'Two', who: null }],
    seo: { ...base.seo, title: 'Mine' },
  });

  it.each([
    ['the text', { title: 'New original' }, ['title']],
    ['an element', { links: [base.links[0], { id: 2, label: 'Zwei', who: null }] }, ['links']],
    ['a new element', { links: [...base.links, { id: 3, label: 'Three' }] }, ['links']],
    ['the component taken away', { seo: null }, ['seo.title']],
    ['a field that is not overridden', { summary: 'Another' }, []],
    ['another field of the component', { seo: { ...base.seo, image: { id: 4 } } }, []],
  ])('%s: shows the original there and asks for a review', (_what, edit, review) => {
    const shown = applyOverlays({ ...base, ...edit }, [overlay(changes)], asDraft);
    expect(shown.review).toEqual(review);
    expect(shown.document).toMatchObject(review.length > 0 ? edit : { title: 'Mine' });
  });

  it('knows both versions: work on the draft takes nothing from visitors', () => {
    const draft = { ...base, title: 'Being written' };
    const both = diffDocument(draft, { ...draft, title: 'Mine' }, schema, { published: base });
    const live = overlay([], { live: both });
    expect(applyOverlays(base, [live], { schema, status: 'published' }).document.title).toBe(
      'Mine',
    );
    expect(underReview(overlay(both), draft, schema)).toEqual([]);
    expect(underReview(overlay(both), { ...draft, title: 'Third' }, schema)).toEqual(['title']);
  });

  it('shows the original where a list refers to something gone, though its hash still fits', () => {
    const [change] = changesTo({ links: [base.links[1]] });
    const lost = { ...change, value: [{ $ref: 'gone' }] } as OverlayChange;
    expect(planOverlay(base, { id: 'x', changes: [lost] }, schema).review).toEqual(['links']);
  });

  it('is not undone by an attribute that is gone', () => {
    const stray: OverlayChange = { path: 'gone.field', baseHashes: [null, null], value: 1 };
    const shown = applyOverlays(base, [overlay([stray])], asDraft);
    expect(shown).toMatchObject({ document: base, review: ['gone.field'], applied: [] });
  });
});

describe('saving', () => {
  const versions = { draft: base };

  it('changes nothing when nothing was changed, whatever the order of keys', () => {
    const before = changesTo({
      links: [{ label: 'New', who: 'bob' }, base.links[1]],
      tags: ['b'],
      title: 'Mine',
    });
    const shown = applyOverlays(base, [overlay(before)], asDraft).document;
    const input = { ...shown, tags: { connect: [], disconnect: [] } };
    const saved = saveInput({ overlay: overlay(before), versions, input, schema });
    expect(JSON.stringify(saved)).toBe(JSON.stringify(before));
  });

  it('keeps what the person could not see', () => {
    const before = changesTo({ summary: 'Secret', title: 'Mine' });
    const input = { title: 'Ours' };
    const saved = saveInput({ overlay: overlay(before), versions, input, schema });
    expect(saved.map(({ path, value }) => [path, value])).toEqual([
      ['summary', 'Secret'],
      ['title', 'Ours'],
    ]);
  });

  it('keeps a change under review until somebody decides', () => {
    const before = changesTo({ title: 'Mine' });
    const draft = { ...base, title: 'New original' };
    const untouched = { title: 'New original', summary: 'Other' };
    const saved = saveInput({
      overlay: overlay(before),
      versions: { draft },
      input: untouched,
      schema,
    });
    expect(saved.find(({ path }) => path === 'title')).toEqual(before[0]);
    const decided = saveInput({
      overlay: overlay(before),
      versions: { draft },
      input: { title: 'Mine again' },
      schema,
    });
    expect(underReview(overlay(decided), draft, schema)).toEqual([]);
    expect(decided).toMatchObject([{ path: 'title', value: 'Mine again' }]);
  });

  it('never gives a key twice', () => {
    const live = changesTo({ links: [...base.links, { label: 'Live' }] });
    const saved = saveInput({
      overlay: overlay([], { live }),
      versions,
      input: { links: [{ label: 'Fresh' }] },
      schema,
    });
    expect(saved).toMatchObject([{ value: [{ $new: { $key: 2, label: 'Fresh' } }] }]);
  });

  it('settles a review either way, but not a list whose elements are gone', () => {
    const before = changesTo({ title: 'Mine', links: [base.links[1]] });
    const draft = { ...base, title: 'New original', links: [] };
    const settle = (path: string, keep: 'original' | 'overlay') =>
      settleReview(before, path, { keep, versions: { draft }, schema });
    expect(underReview(overlay(settle('title', 'overlay') ?? []), draft, schema)).toEqual([
      'links',
    ]);
    expect(settle('title', 'original')).toMatchObject([{ path: 'links' }]);
    expect(settle('links', 'overlay')).toBeNull();
  });

  it('stores what the schema of a stored overlay takes', () => {
    const changes = changesTo({ zone: [{ __component: 'link', label: 'L' }], title: null });
    expect(overlayChangesSchema.parse(changes)).toEqual(changes);
  });
});

describe('what a form sends', () => {
  it.each([
    ['at the end', { connect: [{ documentId: 'c', position: { end: true } }] }, ['a', 'b', 'c']],
    [
      'at the start',
      { connect: [{ documentId: 'c', position: { start: true } }] },
      ['c', 'a', 'b'],
    ],
    ['before', { connect: [{ documentId: 'b', position: { before: 'a' } }] }, ['b', 'a']],
    ['after', { connect: [{ documentId: 'c', position: { after: 'a' } }] }, ['a', 'c', 'b']],
    ['a removed one', { connect: [], disconnect: [{ documentId: 'a' }] }, ['b']],
    ['as a set', { set: ['c'] }, ['c']],
    ['as a list', [{ documentId: 'b' }, 'c'], ['b', 'c']],
    ['nothing', null, []],
  ])('relations: %s', (_what, tags, expected) => {
    expect(foldInput(base, { tags }, schema).tags).toEqual(expected);
  });

  it('a single relation is replaced and emptied', () => {
    const connect = { connect: [{ documentId: 'bob' }], disconnect: [] };
    expect(foldInput(base, { author: connect }, schema).author).toBe('bob');
    expect(foldInput(base, { author: { disconnect: ['ann'] } }, schema).author).toBeNull();
  });

  it('components are known by their id; a new one has nothing else', () => {
    const links = [{ id: 2, who: { connect: [{ documentId: 'bob' }] } }, { label: 'New' }];
    expect(foldInput(base, { links }, schema).links).toEqual([
      { id: 2, label: 'Two', who: 'bob' },
      { label: 'New', who: null },
    ]);
  });
});

describe('layers', () => {
  it('are laid site, audience, test; fields of a component add up', () => {
    const site = overlay(changesTo({ title: 'Site', summary: 'Site' }), { layer: 'site', id: 's' });
    const test = overlay(changesTo({ title: 'Test', seo: { ...base.seo, image: 7 } }), {
      layer: 'test',
      id: 't',
    });
    const audience = overlay(
      changesTo({ title: 'Audience', seo: { ...base.seo, title: 'Audience' } }),
      { id: 'a' },
    );
    const { document, applied } = applyOverlays(base, [test, site, audience], asDraft);
    expect(document).toMatchObject({
      title: 'Test',
      summary: 'Site',
      seo: { id: 9, title: 'Audience', image: 7 },
    });
    expect(applied.sort()).toEqual(['a', 's', 't']);
  });

  it('a component taken away by one layer is not brought back by another', () => {
    const site = overlay(changesTo({ seo: null }), { layer: 'site', id: 's' });
    const test = overlay(changesTo({ seo: { ...base.seo, title: 'T' } }), {
      layer: 'test',
      id: 't',
    });
    expect(applyOverlays(base, [site, test], asDraft).document.seo).toBeNull();
  });
});

describe('an answer with a part of the entry', () => {
  const changes = changesTo({
    title: 'Mine',
    author: 'bob',
    links: [base.links[1], { label: 'New', who: 'bob' }],
    zone: [
      { __component: 'link', label: 'In' },
      { __component: 'seo', title: 'S', image: 3 },
    ],
  });
  const { fields } = planOverlay(base, { id: 'o', changes }, schema);

  it('gets only what was asked for, new components too', () => {
    const answer = {
      documentId: 'entry',
      links: [
        { id: 1, label: 'One' },
        { id: 2, label: 'Two' },
      ],
    };
    const asked = {
      select: ['documentId'],
      populate: { links: { select: ['label'], populate: {} } },
    };
    expect(layPlan(answer, fields, { schema, asked })).toEqual({
      document: {
        documentId: 'entry',
        links: [
          { id: 2, label: 'Two' },
          { id: -1, label: 'New' },
        ],
      },
      applied: ['o'],
    });
  });

  it('says that nothing was laid when nothing of it was asked for', () => {
    expect(layPlan({ summary: 'Summary' }, fields, { schema }).applied).toEqual([]);
  });

  it('gives a zone only the components that were named', () => {
    const on = { seo: { select: '*' as const, populate: {} } };
    const asked = { select: [], populate: { zone: { ...ALL, on } } };
    expect(layPlan({ zone: [] }, fields, { schema, asked }).document).toEqual({
      zone: [{ id: -3, __component: 'seo', title: 'S' }],
    });
  });

  it('hands references to whoever can read them', () => {
    const resolve = jest.fn(() => ({ documentId: 'bob', name: 'Bob' }));
    const laid = layPlan({ author: null }, fields, { schema, resolve });
    expect(laid.document.author).toEqual({ documentId: 'bob', name: 'Bob' });
    expect(resolve).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'relation', target: 'author', refs: ['bob'], many: false }),
    );
  });
});

describe('inheritance that is suspended', () => {
  const versions = { draft: base, published: base };
  const suspend = (path: string, one = overlay([])) => {
    const kept = suspendInheritance(one, path, { versions, schema });
    if (!kept) throw new Error(`Nothing to keep at ${path}.`);
    return { ...one, ...kept };
  };
  const edits: Record<string, unknown> = {
    title: 'New original',
    author: { documentId: 'bob' },
    links: [{ id: 7, label: 'Seven', who: null }],
    seo: { id: 10, title: 'New seo', image: null },
  };
  const changed = { ...base, ...edits };

  it.each(['title', 'author', 'links', 'seo', 'seo.title'])(
    'keeps %s whatever becomes of the original, without a review',
    (path) => {
      const [top = '', field] = path.split('.');
      const pinned = suspend(path);
      for (const status of ['draft', 'published'] as const) {
        const { document, review } = applyOverlays(changed, [pinned], { schema, status });
        const value = document[top] as Record<string, unknown>;
        expect(review).toEqual([]);
        if (top === 'author') expect(value).toBe('ann');
        else if (top === 'links') expect(value).toMatchObject([{ label: 'One' }, { label: 'Two' }]);
        else if (top === 'seo') expect(value).toMatchObject({ title: 'Seo' });
        else expect(value).toBe('Title');
        expect(document.summary).toBe('Summary');
        expect(field === undefined || top === 'seo').toBe(true);
      }
    },
  );

  it('keeps what the overlay said already', () => {
    const mine = overlay(changesTo({ title: 'Mine' }), { live: changesTo({ title: 'Live' }) });
    const pinned = suspend('title', mine);
    expect(applyOverlays(changed, [pinned], asDraft).document.title).toBe('Mine');
    expect(pinned.live).toMatchObject([{ path: 'title', value: 'Live', pinned: true }]);
    expect(pinned.changes).toHaveLength(1);
  });

  it('outlives saving the form, with the field edited or not', () => {
    const pinned = suspend('title');
    const save = (input: object) =>
      saveInput({ overlay: pinned, versions: { draft: changed }, input: input as never, schema });
    expect(save({ summary: 'Mine' })).toMatchObject([
      { path: 'summary', value: 'Mine' },
      { path: 'title', value: 'Title', pinned: true },
    ]);
    expect(save({ title: 'Edited' })).toMatchObject([
      { path: 'title', value: 'Edited', pinned: true },
    ]);
    expect(save({ title: 'New original' })).toMatchObject([
      { path: 'title', value: 'New original', pinned: true },
    ]);
  });

  it('ends where it is resumed', () => {
    const resumed = { ...overlay([]), ...resumeInheritance(suspend('title'), 'title') };
    expect(resumed).toMatchObject({ changes: [], live: [] });
    expect(applyOverlays(changed, [resumed], asDraft).document.title).toBe('New original');
  });

  it('has nothing to keep at what cannot be overridden or is not there', () => {
    const empty = { draft: { ...base, seo: null } };
    const ask = (
      path: string,
      of = versions as Parameters<typeof suspendInheritance>[2]['versions'],
    ) => suspendInheritance(overlay([]), path, { versions: of, schema });
    expect(ask('documentId')).toBeNull();
    expect(ask('nothing')).toBeNull();
    expect(ask('seo.title', empty)).toBeNull();
  });

  it('is part of what may be stored', () => {
    expect(overlayChangesSchema.safeParse(suspend('links').changes).success).toBe(true);
  });
});
