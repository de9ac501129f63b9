import type { ArticleSeed } from '../../types';

export const teapots: ArticleSeed = {
  slug: 'why-our-teapots-do-not-drip',
  author: 'mara-lindqvist',
  category: 'workshop',
  tags: ['teapots', 'behind-the-scenes'],
  cover: 'morning-teapot',
  gallery: ['morning-teapot', 'two-shelves'],
  isFeatured: true,
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'Why our teapots do not drip',
    summary: 'Eleven spouts, one bathtub and the edge that finally worked.',
    body: `For two years our teapots dripped. Not much: one drop at the end of each cup, down the spout and on to the cloth. Customers were kind about it. One sent us a little cork on a string.

The drop has a simple reason. When you stop pouring, the last of the tea has to choose between letting go and turning the corner. Clay is friendly to water, so it turns.

## Eleven spouts

We threw eleven bodies and put a different spout on each, and took them home to the only bath in the workshop large enough for a Sunday. What we learned:

- A **long** spout drips less, but pours like a thought one has lost.
- A **round** lip drips whatever you do.
- A lip cut at forty-five degrees and left *sharp* lets the water go, every time.

Sharp is the difficulty. Glaze runs to edges and rounds them. So the last three millimetres of our spouts are wiped clean before the firing, by hand, with a sponge on a stick, and stay bare. That is the pale ring you see. It is not a flaw. It is the reason.

## And the lid

While we were at it: the hole in the lid is not for steam. It lets air in, so that the tea comes out in one breath instead of gulping. Put a finger on it and the pot stops at once. Children find this out first.`,
    links: [{ label: 'See the teapots', url: '/collections/teapots' }],
    sections: [
      {
        kind: 'call-to-action',
        heading: 'The No. 4 teapot',
        text: 'Six cups, stoneware, dripless since the spring of 2021.',
        link: { label: 'To the shop', url: '/products/teapot-no-4' },
      },
      { kind: 'gallery', images: ['morning-teapot', 'two-shelves'] },
    ],
    seo: {
      metaTitle: 'Why our teapots do not drip',
      metaDescription: 'How eleven test spouts led to a teapot that lets go of the last drop.',
    },
  },
  de: {
    title: 'Warum unsere Kannen nicht tropfen',
    slug: 'warum-unsere-kannen-nicht-tropfen',
    summary: 'Elf Tüllen, eine Badewanne und die Kante, die es am Ende war.',
    body: `Zwei Jahre lang haben unsere Kannen getropft. Nicht viel: ein Tropfen nach jeder Tasse, die Tülle hinunter und aufs Tischtuch. Die Kundschaft nahm es freundlich. Eine Dame schickte uns einen kleinen Korken an einer Schnur.

Der Tropfen hat einen einfachen Grund. Wenn man aufhört zu gießen, muss sich der letzte Rest entscheiden: loslassen oder um die Ecke gehen. Ton mag Wasser, also geht er um die Ecke.

## Elf Tüllen

Wir haben elf Bäuche gedreht, jedem eine andere Tülle angesetzt und sie an einem Sonntag mit in die einzige Badewanne genommen, die groß genug war. Das Ergebnis:

- Eine **lange** Tülle tropft weniger, gießt aber wie ein Gedanke, den man verloren hat.
- Eine **runde** Lippe tropft immer.
- Eine Lippe, im Winkel von fünfundvierzig Grad geschnitten und *scharf* gelassen, gibt das Wasser jedes Mal her.

Scharf ist das Schwierige. Glasur läuft zur Kante und rundet sie ab. Darum wischen wir die letzten drei Millimeter vor dem Brand von Hand blank, mit einem Schwamm am Stiel. Das ist der helle Ring, den man sieht. Er ist kein Fehler. Er ist der Grund.

## Und der Deckel

Wo wir schon dabei waren: Das Loch im Deckel ist nicht für den Dampf. Es lässt Luft hinein, damit der Tee in einem Zug kommt und nicht gluckert. Wer den Finger darauf legt, hält die Kanne sofort an. Kinder finden das als Erste heraus.`,
  },
};
