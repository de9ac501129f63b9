import type { ArticleSeed } from '../../types';

export const saturdayMarket: ArticleSeed = {
  slug: 'the-saturday-market',
  author: 'aisha-rahman',
  category: 'food',
  tags: ['markets', 'breakfast'],
  cover: 'saturday-stalls',
  related: ['a-first-day-in-marenburg'],
  readingMinutes: 3,
  isFeatured: true,
  state: { kind: 'published' },
  en: {
    title: 'The Saturday market',
    summary:
      'Sixty stalls, one good queue, and the twenty minutes before closing when everything is generous.',
    body: `The market on Corn Square opens at seven, but nobody you want to buy from has finished talking before eight.

## Three stalls

- **The potato man**, north side. Nine kinds, and he will ask what you want to do. Do not say *cook them*.
- **Hanna's cheese**, by the fountain. The young one in ash. She cuts a piece for you and a larger piece for the child you are with, or for you, if you look as if you needed it.
- **The two sisters with eggs.** They do not speak to each other. You pay one and thank the other.

## The queue

There is always one at the flatbread oven and it moves quickly, because the menu has a single line. Thyme, oil, salt. Eat it walking, and lean forward.

## How to end it

At half past one the bells start and prices stop meaning much. A crate of tomatoes for the price of a kilo; three cabbages, if you would only take them. The regulars come now, with trolleys. By two the square is being hosed, and by three there are children on it with a ball, as if there had never been a cabbage in the world.`,
    notes:
      'Saturdays 7–14, on Corn Square, tram 4 *Town Hall*. In the week before Christmas also on Wednesday.',
  },
  de: {
    title: 'Der Samstagsmarkt',
    slug: 'der-samstagsmarkt',
    summary:
      'Sechzig Stände, eine gute Schlange und die zwanzig Minuten vor Schluss, in denen alle großzügig sind.',
    body: `Der Markt auf dem Kornplatz öffnet um sieben. Aber niemand, bei dem man kaufen möchte, ist vor acht mit Reden fertig.

## Drei Stände

- **Der Kartoffelmann**, Nordseite. Neun Sorten, und er fragt, was man vorhat. Nicht sagen: *kochen*.
- **Hannas Käse**, am Brunnen. Der junge in Asche. Sie schneidet ein Stück ab und ein größeres für das Kind, das dabei ist, oder für einen selbst, wenn man danach aussieht.
- **Die zwei Schwestern mit den Eiern.** Sie reden nicht miteinander. Man zahlt bei der einen und bedankt sich bei der anderen.

## Die Schlange

Am Fladenofen steht immer eine, und es geht schnell, denn auf der Karte steht nur eine Zeile. Thymian, Öl, Salz. Man isst im Gehen und beugt sich dabei vor.

## Wie man aufhört

Um halb zwei läuten die Glocken, und Preise bedeuten nicht mehr viel. Eine Kiste Tomaten zum Kilopreis; drei Kohlköpfe, wenn man sie nur mitnimmt. Jetzt kommen die Stammgäste mit den Wägelchen. Um zwei wird der Platz abgespritzt, um drei spielen Kinder Ball darauf, als hätte es auf der Welt nie einen Kohl gegeben.`,
    notes:
      'Samstags 7–14 Uhr auf dem Kornplatz, Straßenbahn 4 *Rathaus*. In der Woche vor Weihnachten auch mittwochs.',
  },
};
