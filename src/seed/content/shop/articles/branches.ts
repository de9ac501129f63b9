import type { ArticleSeed } from '../../types';

export const branches: ArticleSeed = {
  slug: 'branches-in-january',
  author: 'yuki-tanabe',
  category: 'workshop',
  tags: ['seasons', 'jugs'],
  cover: 'branch-at-window',
  readingMinutes: 2,
  state: { kind: 'published' },
  en: {
    title: 'Branches in January',
    summary: 'Cut them on a mild day, stand them in a heavy jug, and wait three weeks.',
    body: `Nothing flowers in January, so we bring in what is about to.

Cherry, forsythia, hazel: cut on a day without frost, a long slanting cut, and not more than the tree would lose to a storm. At home give them a night in the bath. They have been asleep, and a bath is how one wakes politely.

Then the jug. It must be heavier than the branches are ambitious. Ours are thrown with a thick foot for that reason; a light vase and a tall branch is a story with one ending.

## Day by day

1. **First week.** Nothing. Change the water.
2. **Second week.** The buds look a little embarrassed.
3. **Third week.** One morning, before the kettle, there is a petal on the table.

Put the table near a window and away from the stove. And if one branch stays bare, leave it in. A bare branch makes the others look brave.`,
  },
};
