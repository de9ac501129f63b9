import type { ArticleSeed } from '../../types';

export const pilotBoat: ArticleSeed = {
  slug: 'winter-on-the-pilot-boat',
  author: 'tomasz-wolny',
  category: 'work',
  tags: ['port', 'weather', 'people'],
  cover: 'winter-light',
  related: ['forty-metres-up'],
  readingMinutes: 4,
  state: { kind: 'draft' },
  en: {
    title: 'Winter on the pilot boat',
    summary: 'A ladder, a wet wall of steel and a jump: how a ship gets its guide.',
    body: `The ship does not stop. That is the first thing. It slows to eight knots and turns a little, so that its side makes a patch of quieter water, and into that patch goes a boat of twelve metres with a coxswain, a deckhand, and a pilot in a red jacket who is fifty-eight and has a bad shoulder.

From the wheelhouse one sees a wall of steel going up and down. On it hangs a rope ladder. There is a moment, at the top of each wave, when the ladder and the deck agree. The pilot steps across then, not before, and never after.

> People think you jump. If you jump you have already made a mistake.

In January there is ice on the rungs. The deckhand says the same two words each time, *now then*, and has said them, by his own estimate, eleven thousand times.`,
  },
};
