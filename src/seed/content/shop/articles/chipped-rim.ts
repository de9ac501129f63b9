import type { ArticleSeed } from '../../types';

export const chippedRim: ArticleSeed = {
  slug: 'mending-a-chipped-rim',
  author: 'yuki-tanabe',
  category: 'workshop',
  tags: ['care', 'bowls'],
  cover: 'bowls-in-clay',
  readingMinutes: 3,
  state: { kind: 'draft' },
  en: {
    title: 'Mending a chipped rim',
    summary: 'With lacquer and patience, or with a nail file and ten minutes.',
    body: `A chip is not the end of a bowl. It is the point at which you decide whether you like it.

## Ten minutes

Take the finest sandpaper you can find, wet, and round the edges of the chip until a fingertip passes over it without comment. The bowl is no longer perfect, and it was never going to stay so.

## Ten days

The slow way uses lacquer and a little gold. It is food-safe only when the lacquer has cured completely, in a warm, damp cupboard. *Check the drying times with Mara before publishing.*`,
  },
};
