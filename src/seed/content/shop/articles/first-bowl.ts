import type { ArticleSeed } from '../../types';

export const firstBowl: ArticleSeed = {
  slug: 'choosing-a-first-bowl',
  author: 'ben-okafor',
  category: 'kitchen',
  tags: ['bowls', 'buying-guide'],
  cover: 'five-bowls',
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'Choosing a first bowl',
    summary: 'If you buy only one, buy the one you will not put back in the cupboard.',
    body: `People come in and ask for a set. I ask them which bowl they used this morning. It is nearly always the same one, chipped, from an aunt.

A good first bowl does four jobs: cereal, soup, salad for one, and holding keys. Here is what to feel for.

1. **Weight.** Lift it with one hand, thumb on the rim. If your wrist notices, it is too heavy for every day.
2. **Foot.** Turn it over. The ring it stands on should be as wide as three of your fingers, and smooth. A rough foot writes on your table.
3. **Rim.** You will drink the last of the soup from it. Run a lip along it in the shop; we do not mind.
4. **Depth.** Half as deep as it is wide. Shallower and it is a plate with ambitions.

## And the colour?

Take the one your eye went to when you came in. Then put a tomato in it. If the tomato looks pleased, that is the bowl.`,
    sections: [
      {
        kind: 'text',
        heading: 'Sizes in our shop',
        text: '| Bowl | Across | Holds |\n|---|---|---|\n| Small | 12 cm | a yoghurt |\n| Everyday | 16 cm | a proper soup |\n| Large | 24 cm | salad for four |',
      },
    ],
  },
  de: {
    title: 'Die erste Schale',
    slug: 'die-erste-schale',
    summary: 'Wer nur eine kauft, kauft die, die nie in den Schrank zurückkommt.',
    body: `Die Leute kommen herein und fragen nach einem Set. Ich frage, welche Schale sie heute Morgen benutzt haben. Es ist fast immer dieselbe, angeschlagen, von einer Tante.

Eine gute erste Schale hat vier Aufgaben: Müsli, Suppe, Salat für eine Person, Schlüssel. Darauf kommt es an.

1. **Gewicht.** Mit einer Hand heben, Daumen am Rand. Wenn das Handgelenk es merkt, ist sie zu schwer für jeden Tag.
2. **Fuß.** Umdrehen. Der Ring, auf dem sie steht, soll drei Finger breit sein und glatt. Ein rauer Fuß schreibt auf den Tisch.
3. **Rand.** Aus ihm trinkt man den Rest der Suppe. Im Laden einmal mit der Lippe prüfen; uns macht das nichts aus.
4. **Tiefe.** Halb so tief wie breit. Flacher ist sie ein Teller mit Ehrgeiz.

## Und die Farbe?

Die, auf die der Blick beim Hereinkommen fiel. Dann eine Tomate hineinlegen. Sieht die Tomate zufrieden aus, ist es die richtige.`,
  },
};
