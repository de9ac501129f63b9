import type { FieldMapping, Step } from '../../../../shared/contracts/mappings';
import type { RemoteType } from '../../../../shared/contracts/remote';
import type { FieldShape, Shape } from '../shape';
import { applyMapping, readPath, slugify } from './apply-mapping';
import { proposeMapping } from './propose';

const UID = 'api::article.article';
const STRING: FieldShape = { kind: 'scalar', type: 'string' };

const map = (record: unknown, field: FieldShape, mapping: Omit<FieldMapping, 'field'>) =>
  applyMapping(
    record,
    { remoteType: 'x', uid: UID, matchBy: '', fields: [{ field: 'f', ...mapping }] },
    { f: field },
  );

describe('a mapping', () => {
  it.each<[string, unknown, FieldShape, string, Step[], unknown]>([
    ['rename', { a: 'x' }, STRING, 'a', [], 'x'],
    ['path', { a: { b: [{ c: 'x' }] } }, STRING, 'a.b.0.c', [], 'x'],
    ['list in between', { a: [{ n: 'x' }, { n: 'y' }] }, STRING, 'a.n', [], 'x, y'],
    ['const', {}, STRING, '', [{ op: 'const', value: 'x' }], 'x'],
    [
      'template',
      { a: 1, b: { c: 'd' } },
      STRING,
      '',
      [{ op: 'template', text: '{a} of {b.c}{z}' }],
      '1 of d',
    ],
    ['default', { a: '' }, STRING, 'a', [{ op: 'default', value: 'none' }], 'none'],
    ['slug', { a: 'Über Größe!' }, STRING, 'a', [{ op: 'slug' }], 'uber-grosse'],
    [
      'date',
      { a: 'Wed, 01 Jan 2025 10:00:00 GMT' },
      { kind: 'scalar', type: 'datetime' },
      'a',
      [{ op: 'date' }],
      '2025-01-01T10:00:00.000Z',
    ],
    [
      'a day',
      { a: '2025-01-01T10:00:00Z' },
      { kind: 'scalar', type: 'date' },
      'a',
      [],
      '2025-01-01',
    ],
    ['number', { a: '12.6' }, { kind: 'scalar', type: 'integer' }, 'a', [], 13],
    ['no number', { a: 'many' }, { kind: 'scalar', type: 'integer' }, 'a', [], null],
    [
      'enumeration',
      { a: 'NEWS' },
      { kind: 'scalar', type: 'enumeration', enum: ['news'] },
      'a',
      [],
      'news',
    ],
    ['html to text', { a: '<p>x &amp; y</p>' }, STRING, 'a', [{ op: 'html-to-text' }], 'x & y'],
    [
      'html to blocks',
      { a: '<h2>x</h2>' },
      { kind: 'blocks', type: 'blocks' },
      'a',
      [{ op: 'html-to-blocks' }],
      [{ type: 'heading', level: 2, children: [{ type: 'text', text: 'x' }] }],
    ],
    [
      'html to markdown',
      { a: '<h2>x</h2>' },
      { kind: 'text', type: 'richtext' },
      'a',
      [{ op: 'html-to-markdown' }],
      '## x',
    ],
    ['too long', { a: 'abcdef' }, { ...STRING, maxLength: 4 }, 'a', [], 'abc…'],
    ['no prototype', {}, STRING, 'constructor.name', [{ op: 'default', value: 'x' }], 'x'],
  ])('%s', (_name, record, field, from, steps, expected) => {
    expect(map(record, field, { from, steps }).values.f).toEqual(expected);
  });

  it('leaves out what the source does not have, and keeps null', () => {
    expect(map({}, STRING, { from: 'a', steps: [] }).values).toEqual({});
    expect(map({ a: null }, STRING, { from: 'a', steps: [] }).values).toEqual({ f: null });
  });

  it.each<[string, unknown, FieldShape, Step[], unknown]>([
    [
      'relation',
      { a: { documentId: 'd1' } },
      { kind: 'relation', type: 'relation', target: 'api::b.b' },
      [],
      [{ kind: 'remote', type: 'api::b.b', id: 'd1' }],
    ],
    [
      'lookup by name',
      { a: 'x, y' },
      { kind: 'relations', type: 'relation', target: 'api::t.t' },
      [
        { op: 'split', separator: ',' },
        { op: 'lookup', field: 'name' },
      ],
      [
        { kind: 'lookup', uid: 'api::t.t', field: 'name', value: 'x' },
        { kind: 'lookup', uid: 'api::t.t', field: 'name', value: 'y' },
      ],
    ],
    [
      'picture',
      { a: 'https://x.test/p.png' },
      { kind: 'media', type: 'media' },
      [],
      [{ kind: 'media', url: 'https://x.test/p.png', version: '', name: '', alt: null }],
    ],
    ['no picture', { a: null }, { kind: 'media', type: 'media' }, [], []],
  ])('asks for a %s', (_name, record, field, steps, expected) => {
    expect(map(record, field, { from: 'a', steps }).wanted.f).toEqual(expected);
  });
});

describe('a proposed mapping', () => {
  const shape: Shape = {
    title: STRING,
    slug: { kind: 'scalar', type: 'uid' },
    summary: { kind: 'text', type: 'text' },
    body: { kind: 'blocks', type: 'blocks' },
    cover: { kind: 'media', type: 'media' },
    featured: { kind: 'scalar', type: 'boolean' },
  };
  const remote: RemoteType = {
    name: 'items',
    label: 'Items',
    count: 2,
    fields: [
      { path: 'title', type: 'text' },
      { path: 'content', type: 'html' },
      { path: 'image', type: 'media' },
    ],
  };

  it('finds counterparts by name and fitting type', () => {
    expect(proposeMapping(remote, UID, shape).fields).toEqual([
      { field: 'title', from: 'title', steps: [] },
      { field: 'slug', from: 'title', steps: [{ op: 'slug' }] },
      { field: 'summary', from: 'content', steps: [{ op: 'html-to-text' }] },
      { field: 'body', from: 'content', steps: [{ op: 'html-to-blocks' }] },
      { field: 'cover', from: 'image', steps: [] },
    ]);
  });
});

it.each([
  ['Hello, World', 'hello-world'],
  ['  ', ''],
])('slug of %j', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

it('a path never leaves the record', () => {
  expect(readPath({}, '__proto__.polluted')).toBeUndefined();
});
