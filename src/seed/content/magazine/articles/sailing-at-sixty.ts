import type { ArticleSeed } from '../../types';

export const sailingAtSixty: ArticleSeed = {
  slug: 'learning-to-sail-at-sixty',
  author: 'grace-adeyemi',
  category: 'water',
  tags: ['people', 'navigation'],
  cover: 'evening-sails',
  related: ['how-to-read-a-nautical-chart', 'a-morning-without-an-edge'],
  isFeatured: true,
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'Learning to sail at sixty',
    summary:
      'Eight beginners, one patient instructor and a dinghy named after a saint of lost causes.',
    body: `My knees had been consulted and were against it. The boat was called *Jude*. The instructor, who was twenty-three and barefoot in April, said that the first lesson was to fall in, so that it would be over with.

There were eight of us on the Tuesday course, and our ages added up to five hundred and twelve. We had a retired dentist who knew the names of all the ropes and a bus driver who did not know one and was better than the rest of us together. A bus, he explained, is also something that continues after you have stopped steering.

## What nobody tells you

You do not sit *in* a dinghy. You sit on its edge, like a person about to leave. The wind is never where the flag says, because the flag is on the clubhouse and you are not. And the tiller works the wrong way round, which is fine until you think about it.

In the fourth week I thought about it and we went through the reeds.

## The Tuesday that worked

Then came an evening with a steady breeze and low sun. I pulled a rope because it seemed to be asking, and *Jude* leaned, and lifted, and began to hum. I had not known that boats hum. The instructor, in the bow, said nothing at all, and I have been praised by experts and it was never as good.

I have since bought a jacket. My knees have been consulted again. They would like to know about Thursday.`,
  },
};
