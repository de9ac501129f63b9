import type { ArticleSeed } from '../../types';

export const rainyDay: ArticleSeed = {
  slug: 'three-museums-for-a-wet-tuesday',
  author: 'pavel-novak',
  category: 'evenings',
  tags: ['rainy-day', 'history', 'with-children'],
  cover: 'tram-in-the-rain',
  related: ['line-4-end-to-end'],
  readingMinutes: 3,
  state: { kind: 'draft' },
  en: {
    title: 'Three museums for a wet Tuesday',
    summary: 'Locks, river, radio: small collections with heating.',
    body: `Most museums here close on Mondays and forget to reopen. These three do not.

- **The Lock Museum.** Four hundred locks, one of which nobody can open. You may try.
- **The River House.** A model of the valley, twelve metres long, that really rains when you press the button. Adults queue for it.
- **Radio Hall.** The old studio, with its original clock and its original silence.

*Opening hours to be confirmed for the winter; the River House has a new roof until March.*`,
  },
};
