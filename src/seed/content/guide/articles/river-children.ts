import type { ArticleSeed } from '../../types';

export const riverChildren: ArticleSeed = {
  slug: 'with-children-by-the-river',
  author: 'aisha-rahman',
  category: 'food',
  tags: ['with-children', 'parks'],
  cover: 'summer-meadow',
  readingMinutes: 2,
  state: { kind: 'draft' },
  en: {
    title: 'With children by the river',
    summary: 'A shallow bend, a ferry on a rope and an ice-cream that is bigger than it says.',
    body: `Take the path below the weir to where the river has left a beach behind. The water is knee-deep for fifty metres, if the knees are mine.

The rope ferry crosses when someone rings. Let the children ring. It costs a coin each way and they will want to go back at once.

Ice-cream from the boat house: order *small*. You have been warned.`,
  },
};
