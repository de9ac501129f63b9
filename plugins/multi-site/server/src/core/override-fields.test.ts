import { fieldsOf } from './override-fields';

const attributes = {
  title: { type: 'string' },
  slug: { type: 'uid' },
  summary: { type: 'text' },
  notes: { type: 'text' },
  seo: { type: 'component', component: 'seo' },
  documentId: { type: 'string' },
};
const change = (path: string, more: object = {}) => ({
  path,
  baseHashes: ['a', 'a'] as [string, string],
  value: 'x',
  ...more,
});

describe('the fields of an override', () => {
  it('are told with where they stand, what waits for a decision first', () => {
    const changes = [change('title'), change('summary', { pinned: true }), change('seo.title')];
    expect(fieldsOf({ changes }, { attributes, review: ['seo.title'] })).toEqual([
      { path: 'seo.title', state: 'review' },
      { path: 'title', state: 'own' },
      { path: 'summary', state: 'suspended' },
      { path: 'notes', state: 'inherited' },
    ]);
  });

  it('are those that can be overridden', () => {
    const paths = fieldsOf({ changes: [] }, { attributes, review: [] }).map(({ path }) => path);
    expect(paths).toEqual(['notes', 'seo', 'summary', 'title']);
  });
});
