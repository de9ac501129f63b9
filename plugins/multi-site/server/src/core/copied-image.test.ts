import { mapImage, type ImageAttributes } from './copied-image';

const components: Record<string, ImageAttributes> = {
  seo: { title: { type: 'string' }, image: { type: 'media' } },
  teaser: {
    heading: { type: 'string' },
    articles: { type: 'relation', target: 'article' },
    seo: { type: 'component', component: 'seo' },
  },
};
const attributes: ImageAttributes = {
  title: { type: 'string' },
  cover: { type: 'media' },
  gallery: { type: 'media' },
  author: { type: 'relation', target: 'author' },
  tags: { type: 'relation', target: 'tag' },
  user: { type: 'relation', target: 'admin::user' },
  seo: { type: 'component', component: 'seo' },
  zone: { type: 'dynamiczone' },
};
const mapping = {
  componentOf: (uid: string) => components[uid] ?? {},
  media: (id: number) => (id === 9 ? null : id + 100),
  relation: (uid: string, id: string) => (id === 'gone' ? null : `${uid}-${id}`),
};

describe('the image of an entry for another site', () => {
  it('has that site’s files and entries, however deep', () => {
    const image = {
      title: 'Title',
      cover: 1,
      gallery: [1, 9, 2],
      author: 'ann',
      tags: ['a', 'gone', 'b'],
      user: 7,
      seo: { title: 'Seo', image: 3 },
      zone: [
        {
          __component: 'teaser',
          heading: 'Teaser',
          articles: ['x'],
          seo: { title: 'In', image: 9 },
        },
      ],
    };
    expect(mapImage(image, attributes, mapping)).toEqual({
      title: 'Title',
      cover: 101,
      gallery: [101, 102],
      author: 'author-ann',
      tags: ['tag-a', 'tag-b'],
      user: 7,
      seo: { title: 'Seo', image: 103 },
      zone: [
        {
          __component: 'teaser',
          heading: 'Teaser',
          articles: ['article-x'],
          seo: { title: 'In', image: null },
        },
      ],
    });
  });

  it('leaves out what the type does not have, and empty parts empty', () => {
    const image = { cover: null, author: 'gone', seo: null, zone: [], other: 1 };
    expect(mapImage(image, attributes, mapping)).toEqual({
      cover: null,
      author: null,
      seo: null,
      zone: [],
    });
  });
});
