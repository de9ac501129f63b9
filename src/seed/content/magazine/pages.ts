import type { PageSeed } from '../types';

export const pages: PageSeed[] = [
  {
    slug: 'about',
    cover: 'evening-sails',
    state: { kind: 'published' },
    en: {
      title: 'About Harbour',
      intro: 'A magazine about the first hundred metres of land and the first hundred of water.',
      body: `Harbour appears on the first Friday of the month and in between whenever something has happened. We are three people, two desks and a kettle in a former sail loft.

We pay everyone we print. We correct mistakes at the top of the page, with the date.`,
      sections: [
        {
          kind: 'quote',
          text: 'Print it when it is true, and when it is Friday.',
          source: 'House rule',
        },
        {
          kind: 'featured-articles',
          heading: 'A good place to start',
          articles: ['the-last-keeper-of-skerry-rock', 'how-to-read-a-nautical-chart'],
        },
      ],
      seo: {
        metaTitle: 'About Harbour',
        metaDescription: 'Who makes the magazine, where, and by which rules.',
      },
    },
    de: {
      title: 'Über Harbour',
      slug: 'ueber-uns',
      intro: 'Ein Magazin über die ersten hundert Meter Land und die ersten hundert Meter Wasser.',
      body: `Harbour erscheint am ersten Freitag im Monat und dazwischen, wenn etwas geschehen ist. Wir sind drei Leute, zwei Schreibtische und ein Wasserkocher auf einem früheren Segelboden.

Wer bei uns schreibt, wird bezahlt. Fehler berichtigen wir oben auf der Seite, mit Datum.`,
    },
  },
  {
    slug: 'contact',
    parent: 'about',
    state: { kind: 'published' },
    en: {
      title: 'Contact',
      intro: 'Letters are read aloud on Mondays.',
      body: `Sail Loft, Rope Street 4, second floor. Ring the lower bell; the upper one belongs to the gulls.

Write to **post@magazine.test**. The fish market is the long roof you see from our window: leave the loft, turn left, follow the ice.`,
    },
  },
  {
    slug: 'write-for-us',
    parent: 'about',
    state: { kind: 'draft' },
    en: {
      title: 'Write for us',
      intro: 'Send the first paragraph. We will ask for the second.',
      body: `- 600 to 900 words, about something you saw yourself.
- No press trips, no “hidden gems”.
- Fee and deadline are agreed before you begin.`,
    },
  },
];
