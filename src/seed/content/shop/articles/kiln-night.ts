import type { ArticleSeed } from '../../types';

export const kilnNight: ArticleSeed = {
  slug: 'a-night-at-the-kiln',
  author: 'mara-lindqvist',
  category: 'workshop',
  tags: ['behind-the-scenes', 'glazes'],
  cover: 'open-kiln',
  related: ['why-our-teapots-do-not-drip'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'A night at the kiln',
    summary: 'Two hundred pots, twelve hundred and sixty degrees, and nothing to do but wait.',
    body: `We light it at four in the afternoon, so that the dangerous part falls into the small hours, when nobody telephones.

Until six hundred degrees you must not hurry. There is still water inside the clay, not the kind you can dry, the kind it is made of, and it wants to leave slowly. Go too fast and somewhere in the stack there is a noise like a dropped plate.

## Ten o'clock

The bricks begin to glow, first like a stove, then like a late sun. Ben brings soup. We talk about glazes the way farmers talk about rain.

## Two in the morning

Twelve hundred. Inside, through a hole the size of a coin, the pots are the same colour as the air around them; you see them only by their edges. On a small shelf stand three cones of clay that know the temperature better than any wire. When the second bends and touches its toes, we close the damper.

> You can open the door the next evening. If you open it in the morning, you will hear your pots complain.

## The next evening

It is always the same. One glaze did what it promised, one did something better, and one crawled off the pot and lies on the shelf like a cat. We have sold a few of the cats.`,
  },
  de: {
    title: 'Eine Nacht am Ofen',
    slug: 'eine-nacht-am-ofen',
    summary: 'Zweihundert Gefäße, zwölfhundertsechzig Grad, und nichts zu tun als zu warten.',
    body: `Wir zünden um vier Uhr nachmittags an. So fällt der gefährliche Teil in die Stunden, in denen niemand anruft.

Bis sechshundert Grad darf man nicht drängeln. Im Ton ist noch Wasser, nicht das, was man trocknen kann, sondern das, woraus er besteht, und es will langsam gehen. Wer zu schnell ist, hört irgendwo im Stapel ein Geräusch wie von einem fallenden Teller.

## Zehn Uhr

Die Steine fangen an zu glühen, erst wie ein Herd, dann wie eine späte Sonne. Ben bringt Suppe. Wir reden über Glasuren, wie Bauern über Regen reden.

## Zwei Uhr früh

Zwölfhundert. Durch ein Loch, groß wie eine Münze, sieht man: Die Gefäße haben dieselbe Farbe wie die Luft um sie herum, nur ihre Kanten verraten sie. Auf einem kleinen Bord stehen drei Kegel aus Ton, die die Temperatur besser kennen als jeder Draht. Wenn der zweite sich neigt und seine Zehen berührt, schließen wir den Schieber.

> Aufmachen darf man am nächsten Abend. Wer am Morgen aufmacht, hört seine Töpfe schimpfen.

## Am nächsten Abend

Es ist immer gleich. Eine Glasur hat gehalten, was sie versprach, eine hat etwas Besseres getan, und eine ist vom Topf gekrochen und liegt auf dem Bord wie eine Katze. Ein paar von den Katzen haben wir verkauft.`,
  },
};
