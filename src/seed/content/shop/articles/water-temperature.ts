import type { ArticleSeed } from '../../types';

export const waterTemperature: ArticleSeed = {
  slug: 'water-temperature-without-a-thermometer',
  author: 'yuki-tanabe',
  category: 'tea',
  tags: ['tea-making', 'teapots'],
  cover: 'evening-teapot',
  related: ['why-our-teapots-do-not-drip'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'Water temperature without a thermometer',
    summary: 'Shrimp eyes, crab eyes, fish eyes: an old scale that still fits on any stove.',
    body: `Boiling water ruins green tea. Water that has merely been near a fire ruins black tea. Between the two lie thirty degrees and, for most people, a shrug.

Long before thermometers, people looked at the bubbles.

- **Shrimp eyes**, about 70 °C: tiny, on the bottom, not yet moving. For gyokuro and the fine greens.
- **Crab eyes**, about 80 °C: larger, some let go. A faint sound, like rain on a far roof. For everyday green and white teas.
- **Fish eyes**, about 90 °C: strings of them rise. For oolong.
- **Rolling waves**: for black tea, herbs and hot-water bottles.

## With an electric kettle

You cannot see into it, so pour. Each time boiling water changes vessel it loses about ten degrees. From the kettle into the jug, ninety. From the jug into the cups, eighty. From the cups into the pot, seventy, and the cups are warm too. That is the whole secret of the little ceremony of pouring back and forth, and it was never only for show.`,
    notes:
      'Measured in the shop with our 0.8 l jug and a cold pot, room at 21 °C. A thick pot takes away another three or four degrees.',
  },
};
