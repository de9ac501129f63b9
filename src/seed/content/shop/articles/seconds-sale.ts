import type { ArticleSeed } from '../../types';

export const secondsSale: ArticleSeed = {
  slug: 'the-spring-seconds-sale',
  author: 'ben-okafor',
  category: 'kitchen',
  tags: ['news', 'bowls', 'teapots'],
  cover: 'spring-shelf',
  readingMinutes: 1,
  state: { kind: 'changed', title: 'The spring seconds sale, now on two days' },
  en: {
    title: 'The spring seconds sale',
    summary: 'One Saturday, two hundred pots with a story, half the price.',
    body: `Twice a year we clear the lowest shelf. What stands there is sound, will hold tea and outlive us all, but has a freckle in the glaze, a lean, or a fingerprint that somebody forgot.

**Saturday, 21 March, ten to four, in the yard.** Bring newspaper for wrapping. Cash or card. Dogs are welcome as long as they do not wag.

The list of what is there goes up the evening before. Nothing is put aside, not even for my mother, who has asked.`,
  },
};
