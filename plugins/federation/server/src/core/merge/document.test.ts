import type { FieldShape, Shape } from '../shape';
import { mergeDocument } from './document';

const text = (value: string, marks = {}) => ({ type: 'text', text: value, ...marks });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });
const link = (label: string, url: string) => ({ label, url });
const LINK: Shape = {
  label: { kind: 'scalar', type: 'string' },
  url: { kind: 'scalar', type: 'string' },
};

const FIELDS: Record<string, FieldShape> = {
  scalar: { kind: 'scalar', type: 'string' },
  text: { kind: 'text', type: 'richtext' },
  blocks: { kind: 'blocks', type: 'blocks' },
  json: { kind: 'json', type: 'json' },
  relations: { kind: 'relations', type: 'relation' },
  relation: { kind: 'relation', type: 'relation' },
  media: { kind: 'media', type: 'media' },
  component: { kind: 'component', type: 'component', fields: LINK },
  components: { kind: 'components', type: 'component', fields: LINK },
  zone: {
    kind: 'zone',
    type: 'dynamiczone',
    components: { 'a.link': LINK, 'a.note': { text: { kind: 'text', type: 'text' } } },
  },
};

const merge = (kind: string, base: unknown, local: unknown, remote: unknown) =>
  mergeDocument({
    base: { f: base },
    local: { f: local },
    remote: { f: remote },
    shape: { f: FIELDS[kind] as FieldShape },
    preset: 'merge',
  });

const A = link('Home', '/');
const B = link('About us', '/about');
const C = link('Contact', '/contact');

describe('merging a field that both sides may have changed', () => {
  it.each<[string, string, unknown, unknown, unknown, unknown]>([
    ['scalar: only there', 'scalar', 'a', 'a', 'b', 'b'],
    ['scalar: only here', 'scalar', 'a', 'b', 'a', 'b'],
    ['scalar: the same on both', 'scalar', 'a', 'b', 'b', 'b'],
    ['scalar: emptied there', 'scalar', 'a', 'a', null, null],
    [
      'text: different lines',
      'text',
      'one\ntwo\nthree\n',
      'ONE\ntwo\nthree\n',
      'one\ntwo\n3\n',
      'ONE\ntwo\n3\n',
    ],
    [
      'text: different words of a line',
      'text',
      'the quick brown fox jumps',
      'the slow brown fox jumps',
      'the quick brown fox sleeps',
      'the slow brown fox sleeps',
    ],
    [
      'text: neighbouring lines',
      'text',
      'first line here\nsecond line here\n',
      'first LINE here\nsecond line here\n',
      'first line here\nsecond line THERE\n',
      'first LINE here\nsecond line THERE\n',
    ],
    [
      'blocks: different blocks',
      'blocks',
      [paragraph('a b c'), paragraph('x y z')],
      [paragraph('a b d'), paragraph('x y z')],
      [paragraph('a b c'), paragraph('x y w')],
      [paragraph('a b d'), paragraph('x y w')],
    ],
    [
      'blocks: inside one block',
      'blocks',
      [paragraph('the quick brown fox')],
      [paragraph('the slow brown fox')],
      [paragraph('the quick brown dog')],
      [paragraph('the slow brown dog')],
    ],
    [
      'blocks: one added there',
      'blocks',
      [paragraph('a')],
      [paragraph('a')],
      [paragraph('a'), paragraph('b')],
      [paragraph('a'), paragraph('b')],
    ],
    [
      'json: different keys',
      'json',
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2, c: 3 },
      { a: 2, b: 2, c: 3 },
    ],
    ['json: a key removed there', 'json', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1 }, { a: 2 }],
    ['relations: added on both', 'relations', ['x'], ['x', 'y'], ['x', 'z'], ['x', 'y', 'z']],
    ['relations: added and removed', 'relations', ['x', 'y'], ['x', 'y', 'z'], ['y'], ['y', 'z']],
    ['media: changed there', 'media', 'sha1', 'sha1', 'sha2', 'sha2'],
    [
      'component: different fields',
      'component',
      A,
      { ...A, label: 'Start' },
      { ...A, url: '/start' },
      link('Start', '/start'),
    ],
    [
      'components: edited here, moved there',
      'components',
      [A, B, C],
      [A, link('About all of us', '/about'), C],
      [B, A, C],
      [link('About all of us', '/about'), A, C],
    ],
    [
      'components: edited here, another removed there',
      'components',
      [A, B, C],
      [link('Home page', '/'), B, C],
      [A, C],
      [link('Home page', '/'), C],
    ],
    [
      'zone: edited here, added there',
      'zone',
      [{ __component: 'a.link', ...A }],
      [{ __component: 'a.link', ...A, label: 'Homes' }],
      [
        { __component: 'a.link', ...A },
        { __component: 'a.note', text: 'n' },
      ],
      [
        { __component: 'a.link', ...A, label: 'Homes' },
        { __component: 'a.note', text: 'n' },
      ],
    ],
  ])('%s', (_name, kind, base, local, remote, expected) => {
    const { value, conflicts } = merge(kind, base, local, remote);
    expect({ value: value.f, conflicts }).toEqual({ value: expected, conflicts: [] });
  });

  it.each<[string, string, unknown, unknown, unknown, string]>([
    ['scalar', 'scalar', 'a', 'b', 'c', 'f'],
    ['the same word of a text', 'text', 'one two', 'one zwei', 'one deux', 'f'],
    [
      'a block with marks',
      'blocks',
      [paragraph('a b c')],
      [paragraph('a b d')],
      [{ type: 'paragraph', children: [text('a b c', { bold: true })] }],
      'f',
    ],
    ['lists in json', 'json', { a: [1] }, { a: [2] }, { a: [3] }, 'f'],
    ['a single relation', 'relation', 'x', 'y', 'z', 'f'],
    [
      'one field of a component',
      'component',
      A,
      { ...A, label: 'Start' },
      { ...A, label: 'Top' },
      'f.label',
    ],
    [
      'an entry edited here and removed there',
      'components',
      [A, B],
      [A, { ...B, label: 'About me' }],
      [A],
      'f',
    ],
  ])('is a conflict: %s', (_name, kind, base, local, remote, path) => {
    const { value, conflicts, base: next } = merge(kind, base, local, remote);
    expect(conflicts.map((conflict) => conflict.path)).toEqual([path]);
    expect(value.f).toEqual(local);
    expect(next).toEqual({ f: base });
  });

  it('applies the clean fields of a component that also has a conflict', () => {
    const { value } = merge('component', A, link('Start', '/'), link('Top', '/top'));
    expect(value.f).toEqual(link('Start', '/top'));
  });

  it('keeps both of two additions, in the same order on either side', () => {
    const one = merge('components', [A], [A, B], [A, C]).value.f as unknown[];
    const other = merge('components', [A], [A, C], [A, B]).value.f;
    expect(one).toEqual(other);
    expect(one).toEqual(expect.arrayContaining([A, B, C]));
  });
});

describe('the rules of a source', () => {
  const three = { base: { f: 'a', g: 'a' }, local: { f: 'b', g: 'a' }, remote: { f: 'c', g: 'c' } };
  const shape: Shape = { f: FIELDS.scalar as FieldShape, g: FIELDS.scalar as FieldShape };

  it.each([
    ['merge', { f: 'b', g: 'c' }, ['f'], []],
    ['remote-wins', { f: 'c', g: 'c' }, [], ['local b']],
    ['lock', { f: 'c', g: 'c' }, [], ['local b']],
    ['local-wins', { f: 'b', g: 'c' }, [], ['remote c']],
    ['update-unless-edited', { f: 'b', g: 'a' }, [], []],
  ] as const)('%s', (preset, value, conflicts, lost) => {
    const result = mergeDocument({ ...three, shape, preset });
    expect(result.value).toEqual(value);
    expect(result.conflicts.map(({ path }) => path)).toEqual(conflicts);
    expect(result.lost.map((item) => `${item.side} ${String(item.value)}`)).toEqual(lost);
  });

  it.each([
    ['remote', 'c', 0],
    ['local', 'b', 0],
    ['never', 'b', 0],
    ['manual', 'b', 1],
    ['newest', 'c', 0],
  ] as const)('of a field: %s', (rule, value, conflicts) => {
    const result = mergeDocument({
      ...three,
      shape,
      preset: 'merge',
      rules: { f: rule },
      newer: 'remote',
    });
    expect(result.value.f).toBe(value);
    expect(result.conflicts).toHaveLength(conflicts);
  });

  it('never guess at a first meeting: equal fields are linked, different ones wait', () => {
    const result = mergeDocument({
      base: null,
      local: { f: 'same', g: 'here' },
      remote: { f: 'same', g: 'there' },
      shape,
      preset: 'merge',
    });
    expect(result.conflicts).toEqual([
      { path: 'g', base: undefined, local: 'here', remote: 'there' },
    ]);
    expect(result.base).toEqual({ f: 'same' });
  });

  it('leave fields alone that the source did not send', () => {
    const result = mergeDocument({
      base: {},
      local: { f: 'x', g: 'y' },
      remote: { f: 'x' },
      shape,
      preset: 'remote-wins',
    });
    expect(result.value).toEqual({ f: 'x' });
  });
});
