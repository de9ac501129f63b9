import type { ArticleSeed } from '../../types';

export const fiveBridges: ArticleSeed = {
  slug: 'five-bridges-before-breakfast',
  author: 'pavel-novak',
  category: 'walks',
  tags: ['viewpoints', 'running'],
  cover: 'five-bridges',
  related: ['a-quiet-loop-through-linden-park'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'Five bridges before breakfast',
    summary:
      'Seven kilometres over the river and back, four times, and home before the shops open.',
    body: `The town is at its best between six and seven, when it belongs to bakers, cats and people who could not sleep. Run it or walk it; the bridges do not mind.

**One, the Stone Bridge.** Old, hard, and slightly uphill in both directions.

**Two, the Railway Bridge.** A footway hangs on its side. When a train passes, stop and hold the rail. It is better than coffee.

**Three, the Weir.** Not quite a bridge. The fishermen nod if you walk and look away if you run.

**Four, the Swing Bridge.** It opens for boats at 6:40 and takes five minutes. This is a rest that nobody can hold against you.

**Five, the New Bridge,** which is from 1934. From the middle you see the other four in a row, the early light coming through the arches as through teeth.

## Then

The bakery in Ropewalk opens its side window at half past six. Ask for whatever is too hot to hold.`,
  },
};
