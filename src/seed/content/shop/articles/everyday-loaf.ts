import type { ArticleSeed } from '../../types';

export const everydayLoaf: ArticleSeed = {
  slug: 'the-everyday-loaf',
  author: 'ben-okafor',
  category: 'kitchen',
  tags: ['recipes', 'baking'],
  cover: 'loaf-and-board',
  readingMinutes: 4,
  isFeatured: true,
  state: { kind: 'published' },
  en: {
    title: 'The everyday loaf',
    summary: 'One bowl, no kneading, ten minutes of your attention spread over a day.',
    body: `This is the bread I bake on working days. It asks for very little and forgives almost everything, including a film that ran longer than expected.

The idea is to let time do what arms usually do. Flour and water, left alone, knit themselves together; all you have to add is patience, and you need not be at home for it.

## The evening before

Stir everything in the large bowl until no dry flour is left. It will look wrong, like porridge with a grudge. Cover it with a plate and go to bed.

## In the morning

Wet your hands, fold the dough over itself four times, as if you were putting a shirt in a drawer. Lid back on. Go to work.

## In the evening

Heat the oven with the clay pot inside, as hot as it will go. When pot and oven are ready, turn the dough out on to paper, lower it in, slash it once, and put the lid on. Half an hour closed, a quarter of an hour open. The crust should be a shade darker than you dare.

Then comes the only hard part: leave it alone for an hour. It is still baking inside, and it sings. Put your ear to it.`,
    notes: `### What you need

- 450 g strong white flour, 50 g rye
- 380 g cool water
- 10 g salt
- 1 g dried yeast, a quarter of a teaspoon

A lidded clay pot of about 24 cm. Ours may go into a hot oven; please **not** on an open flame.`,
    links: [{ label: 'The bread pot', url: '/products/bread-pot' }],
  },
  de: {
    title: 'Das Brot für jeden Tag',
    slug: 'das-brot-fuer-jeden-tag',
    summary: 'Eine Schüssel, kein Kneten, zehn Minuten Aufmerksamkeit, über einen Tag verteilt.',
    body: `Dieses Brot backe ich an Arbeitstagen. Es verlangt wenig und verzeiht fast alles, auch einen Film, der länger dauerte als gedacht.

Die Zeit übernimmt, was sonst die Arme tun. Mehl und Wasser verbinden sich von selbst, wenn man sie lässt. Dazu braucht es nur Geduld, und man muss nicht einmal zu Hause sein.

## Am Abend vorher

Alles in der großen Schüssel verrühren, bis kein trockenes Mehl mehr zu sehen ist. Es sieht falsch aus, wie Haferbrei mit schlechter Laune. Einen Teller darauf und ins Bett.

## Am Morgen

Die Hände nass machen und den Teig viermal übereinanderschlagen, als käme ein Hemd in die Schublade. Deckel drauf. Zur Arbeit gehen.

## Am Abend

Den Ofen mit dem Tontopf darin so heiß wie möglich vorheizen. Den Teig auf Papier stürzen, hineinheben, einmal einschneiden, Deckel zu. Eine halbe Stunde geschlossen, eine Viertelstunde offen. Die Kruste darf eine Spur dunkler werden, als man sich traut.

Dann kommt das einzig Schwere: eine Stunde in Ruhe lassen. Innen backt es noch, und es singt. Man muss nur das Ohr daran halten.`,
    notes: `### Zutaten

- 450 g Weizenmehl Type 550, 50 g Roggenmehl
- 380 g kühles Wasser
- 10 g Salz
- 1 g Trockenhefe, ein Viertel Teelöffel

Dazu ein Tontopf mit Deckel, etwa 24 cm. Unserer darf in den heißen Ofen, aber bitte **nicht** auf die offene Flamme.`,
  },
};
