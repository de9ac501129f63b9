import type { PageSeed } from '../types';

export const pages: PageSeed[] = [
  {
    slug: 'about',
    cover: 'two-shelves',
    state: { kind: 'published' },
    en: {
      title: 'About Kettle & Clay',
      intro: 'Three people, two wheels, one kiln, and a shop in the front room.',
      body: `Everything we sell was thrown, glazed and fired in the house behind the shop. We make about four thousand pieces a year and know most of them.

Each piece carries a stamp underneath: a kettle, and the number of the firing.`,
      sections: [
        {
          kind: 'featured-articles',
          heading: 'Begin here',
          articles: ['why-our-teapots-do-not-drip', 'a-night-at-the-kiln'],
        },
      ],
    },
    de: {
      title: 'Über Kettle & Clay',
      slug: 'ueber-uns',
      intro: 'Drei Leute, zwei Drehscheiben, ein Ofen und ein Laden im vorderen Zimmer.',
      body: `Alles, was wir verkaufen, ist im Haus hinter dem Laden gedreht, glasiert und gebrannt. Im Jahr sind es etwa viertausend Stücke, und die meisten kennen wir.

Jedes trägt unten einen Stempel: einen Kessel und die Nummer des Brandes.`,
    },
  },
  {
    slug: 'delivery-and-returns',
    parent: 'about',
    state: { kind: 'published' },
    en: {
      title: 'Delivery and returns',
      intro: 'Packed in straw, sent on Tuesdays.',
      body: `- Delivery takes two to four working days and is free from 60 euros.
- Broken on the way? Send a photograph; a new one leaves with the next parcel.
- You may return anything within 30 days, even if you only miss the empty space.`,
    },
    de: {
      title: 'Versand und Rückgabe',
      slug: 'versand-und-rueckgabe',
      intro: 'In Stroh gepackt, dienstags verschickt.',
      body: `- Der Versand dauert zwei bis vier Werktage und ist ab 60 Euro frei.
- Unterwegs zerbrochen? Ein Foto genügt; Ersatz geht mit dem nächsten Paket hinaus.
- Zurückgeben kann man alles innerhalb von 30 Tagen, auch wenn man nur den leeren Platz vermisst.`,
    },
  },
  {
    slug: 'courses',
    state: { kind: 'draft' },
    en: {
      title: 'Courses',
      intro: 'A Saturday at the wheel. The first bowl is on us, and probably on you.',
      body: 'Dates for autumn follow as soon as the second kiln is in.',
    },
  },
];
