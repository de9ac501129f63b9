import { buildPopulate } from './populate';

const TYPES: Record<string, Record<string, { type: string } & Record<string, unknown>>> = {
  'api::article.article': {
    title: { type: 'string' },
    cover: { type: 'media' },
    author: { type: 'relation', target: 'api::author.author' },
    seo: { type: 'component', component: 'shared.seo' },
    sections: { type: 'dynamiczone', components: ['sections.text'] },
    createdBy: { type: 'relation', target: 'admin::user' },
  },
  'shared.seo': { image: { type: 'media' } },
  'sections.text': { text: { type: 'text' } },
  'loop.loop': { again: { type: 'component', component: 'loop.loop' } },
};
const schemas = { attributesOf: (uid: string) => TYPES[uid] };
const MEDIA = { select: ['documentId', 'name', 'url', 'alternativeText'] };

describe('what a whole entry needs populated', () => {
  it('is every component and zone, media, and the ids of what it is linked to', () => {
    expect(buildPopulate('api::article.article', schemas)).toEqual({
      cover: MEDIA,
      author: { select: ['documentId'] },
      seo: { populate: { image: MEDIA } },
      sections: { on: { 'sections.text': { populate: {} } } },
    });
  });

  it('ends where components hold each other', () => {
    expect(JSON.stringify(buildPopulate('loop.loop', schemas)).length).toBeLessThan(400);
  });
});
