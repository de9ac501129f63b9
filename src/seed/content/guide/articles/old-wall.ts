import type { ArticleSeed } from '../../types';

export const oldWall: ArticleSeed = {
  slug: 'walking-the-old-wall',
  author: 'lena-vogt',
  category: 'walks',
  tags: ['history', 'first-visit'],
  cover: 'way-of-the-wall',
  related: ['a-first-day-in-marenburg', 'five-bridges-before-breakfast'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'Walking the old wall',
    summary:
      'The town wall came down in 1810. You can still walk it, if you know what to look for.',
    body: `They pulled it down to let in air and carts, and used the stones for cellars. But a wall of six hundred years leaves a habit. Streets bend where it stood. Houses on one side are narrow, on the other they breathe.

Follow the red line on our map; it is three kilometres and a bit.

- At **Gate Street** look up: the hinge of the gate is still in the wall of the pharmacy, big as a loaf.
- In the yard of the **music school** nine metres are standing. Somebody practises the same four bars under them, always.
- The **Moat** is a playground now. It is lower than the street, and in heavy rain it remembers.
- At the **Powder Tower** the line crosses the tram. The tower is a bicycle shop, and the coolest room in town in August.

The walk ends where it began. That was the point of it.`,
    links: [{ label: 'The red line as GPX', url: '/downloads/old-wall.gpx', newTab: true }],
  },
};
