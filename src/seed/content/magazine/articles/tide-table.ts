import type { ArticleSeed } from '../../types';

export const tideTable: ArticleSeed = {
  slug: 'what-the-tide-table-leaves-out',
  author: 'ida-brandt',
  category: 'water',
  tags: ['tides', 'weather'],
  cover: 'moored-at-dusk',
  related: ['how-to-read-a-nautical-chart'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'What the tide table leaves out',
    summary:
      'The moon keeps its appointments to the minute. The water has to get past the wind, the river and us.',
    body: `The table by the harbour office is a marvel. It knows the height of the sea on the ninth of March at 14:26, and it has known it for two years. It is also, on most days, wrong by about the width of a hand.

The table computes what sun and moon would do to an ideal bay. It leaves out three things.

**The wind.** Two days of south-westerly push the water up the estuary and hold it there. Old hands add a finger for each reef in the sail.

**The pressure.** The air has weight. When the barometer drops by ten, the sea rises by about ten centimetres, quietly, as if it had been waiting for somebody to get up.

**The river.** After rain inland the ebb runs longer and the flood comes late, and brown.

## The storm of the ninth

Everyone here can show you the line on the wall of the Anchor. The table had promised four metres ten. It had blown for three days, the glass was as low as anyone had seen it, and it had rained in the hills. Five metres sixty came, at night, through the letter boxes.

The table was not to blame. It had said what the moon would do, and the moon did it.`,
  },
};
