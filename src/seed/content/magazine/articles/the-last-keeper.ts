import type { ArticleSeed } from '../../types';

export const theLastKeeper: ArticleSeed = {
  slug: 'the-last-keeper-of-skerry-rock',
  author: 'ida-brandt',
  category: 'water',
  tags: ['lighthouses', 'people'],
  cover: 'skerry-rock',
  gallery: ['skerry-rock', 'fog-signal'],
  isFeatured: true,
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'The last keeper of Skerry Rock',
    summary:
      'The lamp has been automatic since 1988. Every Friday Henrik Dahl still rows out to clean the glass.',
    body: `The crossing takes twenty minutes when the wind is kind and an hour when it is not. Henrik Dahl has made it about four thousand times. He no longer counts, he says, but he keeps the logbooks, and anyone who likes may count for him.

Skerry Rock lost its keeper on paper in 1988. A cabinet the size of a wardrobe took over the lamp, and a telephone line took over the reports. Nobody had asked the salt. Within a year the panes were so clouded that the fishing boats complained, and the harbour office asked Henrik, retired at fifty-one, whether he would mind.

## What the cabinet cannot do

It can light the lamp at dusk and put it out at dawn. It can start a spare when the first one fails. It cannot notice that a cormorant has built a nest against the ventilation, or that the third step from the top has begun to move.

> A machine tells you when something has broken. I try to be there the week before.

He carries vinegar, newspaper and a tin of biscuits. The newspaper is for the glass. When the panes are done he sits with his back against the warm housing and writes one line in the book: the date, the wind, what he saw. The line for last Friday reads *NW 5, two porpoises, step holding.*

## After Henrik

There is no plan for after Henrik, which is how most things on this coast are arranged. But last summer a girl of eleven began to come along in the boat. She has opinions about the newspaper; kitchen paper, she thinks, leaves fewer streaks. They are running a trial, pane by pane, and the results are in the log.`,
    notes:
      '**Getting there.** The tower opens on the first Sunday of June. Boats leave from the small slip behind the ice house; bring a jacket even in summer.',
    seo: {
      metaTitle: 'The last keeper of Skerry Rock',
      metaDescription:
        'The lighthouse was automated in 1988. Henrik Dahl still rows out every Friday to clean the glass.',
    },
    links: [{ label: 'Open day at the tower', url: '/pages/about' }],
    sections: [
      { kind: 'quote', text: 'NW 5, two porpoises, step holding.', source: 'Logbook, last Friday' },
      {
        kind: 'gallery',
        caption: 'The rock by night and by fog',
        images: ['skerry-rock', 'fog-signal'],
      },
    ],
  },
  de: {
    title: 'Der letzte Wärter von Skerry Rock',
    slug: 'der-letzte-waerter-von-skerry-rock',
    summary:
      'Seit 1988 brennt die Lampe von selbst. Henrik Dahl rudert trotzdem jeden Freitag hinaus und putzt das Glas.',
    body: `Die Überfahrt dauert zwanzig Minuten, wenn der Wind es gut meint, und eine Stunde, wenn nicht. Henrik Dahl hat sie ungefähr viertausend Mal gemacht. Er zähle nicht mehr, sagt er, aber die Logbücher hebe er auf, und wer wolle, könne ja für ihn zählen.

Auf dem Papier verlor Skerry Rock seinen Wärter 1988. Ein Schrank, groß wie eine Garderobe, übernahm die Lampe, eine Telefonleitung die Meldungen. Das Salz hatte niemand gefragt. Nach einem Jahr waren die Scheiben so blind, dass die Fischer sich beschwerten, und das Hafenamt fragte Henrik, mit einundfünfzig gerade im Ruhestand, ob er vielleicht so gut wäre.

## Was der Schrank nicht kann

Er kann die Lampe in der Dämmerung anzünden und am Morgen löschen. Er kann auf die Ersatzlampe schalten. Er merkt nicht, dass ein Kormoran sein Nest vor die Lüftung gebaut hat oder dass die dritte Stufe von oben zu wackeln beginnt.

> Eine Maschine sagt dir, wenn etwas kaputt ist. Ich versuche, eine Woche vorher da zu sein.

Er hat Essig dabei, Zeitungspapier und eine Dose Kekse. Die Zeitung ist für das Glas. Wenn die Scheiben fertig sind, lehnt er sich an das warme Gehäuse und schreibt eine Zeile ins Buch: Datum, Wind, was er gesehen hat. Am letzten Freitag steht dort: *NW 5, zwei Schweinswale, Stufe hält.*

## Nach Henrik

Für die Zeit nach Henrik gibt es keinen Plan, wie für das meiste an dieser Küste. Aber seit dem Sommer fährt ein elfjähriges Mädchen mit. Sie hat eine Meinung zur Zeitung: Küchenpapier, findet sie, macht weniger Streifen. Nun läuft ein Versuch, Scheibe für Scheibe, und die Ergebnisse stehen im Logbuch.`,
    notes:
      '**Anfahrt.** Der Turm ist am ersten Sonntag im Juni offen. Die Boote legen hinter dem Eishaus ab; eine Jacke gehört auch im Sommer ins Gepäck.',
    seo: {
      metaTitle: 'Der letzte Wärter von Skerry Rock',
      metaDescription:
        'Der Leuchtturm läuft seit 1988 von selbst. Henrik Dahl rudert trotzdem jeden Freitag hinaus.',
    },
    sections: [
      {
        kind: 'quote',
        text: 'NW 5, zwei Schweinswale, Stufe hält.',
        source: 'Logbuch, letzter Freitag',
      },
    ],
  },
};
