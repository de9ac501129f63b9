import type { ArticleSeed } from '../../types';

export const shipsBread: ArticleSeed = {
  slug: 'the-bread-that-went-to-sea',
  author: 'grace-adeyemi',
  category: 'table',
  tags: ['recipes', 'fishing'],
  cover: 'quay-at-dawn',
  readingMinutes: 3,
  state: { kind: 'draft' },
  en: {
    title: 'The bread that went to sea',
    summary: 'Hard tack was baked four times and kept for years. We tried to eat it.',
    body: `Flour, water, salt, and no hope. That is the whole recipe, and the navy carried it around the world.

The trick of hard tack is to leave nothing in it that could go wrong. It is baked once, like bread, and then three times more, until it rings when knocked on the table. The piece in the town museum dates from 1852 and has lost a corner, probably to a curator.

## The trial

We baked a batch in the community oven and gave it to four people with good teeth. Two soaked it in coffee, as sailors did. One wrapped it in a cloth and used a hammer, which is also period. The fourth asked whether it was a tile.

*To do before this goes out: picture of the museum piece, and ask the dentist.*`,
  },
};
