import { connectionOf, createBodyOf, newDraft, withField } from './draft';

const draft = { ...newDraft('UTC'), url: ' https://a.test ', names: 'articles, pages' };

it('sends only what was filled in', () => {
  expect(connectionOf(draft)).toEqual({
    type: 'feed',
    config: { url: 'https://a.test', types: ['articles', 'pages'] },
  });
  expect(createBodyOf({ ...draft, secret: 's', sourceId: 'x' })).not.toHaveProperty('sourceId');
});

it('replaces, adds and leaves out fields', () => {
  const title = { field: 'title', from: 'name', steps: [] };
  const mapping = { remoteType: 'items', uid: 'api::a.a', matchBy: '', fields: [title] };
  expect(withField(mapping, { ...title, from: 'headline' }, false).fields).toEqual([
    { ...title, from: 'headline' },
  ]);
  expect(withField(mapping, title, true).fields).toEqual([]);
});
