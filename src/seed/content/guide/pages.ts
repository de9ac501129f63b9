import type { PageSeed } from '../types';

export const pages: PageSeed[] = [
  {
    slug: 'about',
    cover: 'skyline-at-dusk',
    state: { kind: 'published' },
    en: {
      title: 'About this guide',
      intro: 'Written by three people who live here and pay for their own tickets.',
      body: `We walk every route before we print it and again each spring. Nobody can buy a mention. If something has changed, tell us; we correct within a week and say so at the foot of the page.`,
      sections: [
        {
          kind: 'featured-articles',
          heading: 'Most read',
          articles: ['a-first-day-in-marenburg', 'the-saturday-market'],
        },
      ],
    },
    de: {
      title: 'Über diesen Stadtführer',
      slug: 'ueber-uns',
      intro: 'Geschrieben von drei Leuten, die hier wohnen und ihre Fahrscheine selbst bezahlen.',
      body: `Wir gehen jeden Weg, bevor er erscheint, und in jedem Frühling noch einmal. Eine Erwähnung kann man nicht kaufen. Hat sich etwas geändert, sagt es uns: Wir berichtigen binnen einer Woche und schreiben es dazu.`,
    },
  },
  {
    slug: 'getting-here',
    parent: 'about',
    cover: 'way-of-the-wall',
    state: { kind: 'published' },
    en: {
      title: 'Getting here and around',
      intro: 'By train, then by tram, then by asking.',
      body: `- **Train:** hourly, and the station is ten minutes from the river on foot.
- **Tram:** lines 1 to 6, from five in the morning to a quarter to one. Tickets at the stop or on your telephone.
- **Bicycle:** the bridges have lanes, the old town has cobbles. Choose your route by your saddle.`,
    },
    de: {
      title: 'Anreise und unterwegs',
      slug: 'anreise',
      intro: 'Mit dem Zug, dann mit der Bahn, dann mit Fragen.',
      body: `- **Zug:** jede Stunde; vom Bahnhof sind es zehn Minuten zu Fuß zum Fluss.
- **Straßenbahn:** Linien 1 bis 6, von fünf Uhr früh bis Viertel vor eins. Fahrscheine an der Haltestelle oder auf dem Telefon.
- **Fahrrad:** Die Brücken haben Spuren, die Altstadt hat Kopfsteinpflaster. Der Sattel entscheidet.`,
    },
  },
  {
    slug: 'newsletter',
    state: { kind: 'draft' },
    en: {
      title: 'The Thursday letter',
      intro: 'What is on at the weekend, in twelve lines.',
      body: 'One letter a week, no pictures, no tracking. It starts when we have found somebody who likes deadlines.',
    },
  },
];
