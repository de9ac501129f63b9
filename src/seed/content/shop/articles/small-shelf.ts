import type { ArticleSeed } from '../../types';

export const smallShelf: ArticleSeed = {
  slug: 'five-pots-for-a-small-shelf',
  author: 'mara-lindqvist',
  category: 'kitchen',
  tags: ['buying-guide', 'glazes'],
  cover: 'two-shelves',
  related: ['choosing-a-first-bowl', 'the-everyday-loaf'],
  readingMinutes: 2,
  state: { kind: 'published' },
  en: {
    title: 'Five pots for a small shelf',
    summary:
      'A kitchen of four square metres does not need fewer things. It needs things that do more.',
    body: `My first kitchen had one shelf, and I could touch both ends of it with my elbows. These five lived on it, and I did not miss a sixth for years.

- **A tall jar with a lid.** Spaghetti, then umbrellas when guests came.
- **A salt pot.** Open at the front, so that a wet hand finds it.
- **A jug of one litre.** Water, custard, tulips.
- **A pot for spoons.** Heavier than you think it needs to be.
- **A small one with no purpose.** It will find one. Mine holds the last button of every shirt.

## How they stand

Tall at the ends, low in the middle, so that the eye can sit down. Leave the width of a hand free. That is where the sixth will go, and you will be glad that you waited for it.`,
  },
};
