import type { ArticleSeed } from '../../types';

export const nauticalChart: ArticleSeed = {
  slug: 'how-to-read-a-nautical-chart',
  author: 'ida-brandt',
  category: 'water',
  tags: ['navigation', 'tides'],
  cover: 'old-chart',
  readingMinutes: 5,
  state: { kind: 'published' },
  en: {
    title: 'How to read a nautical chart',
    summary:
      'A land map tells you where things are. A chart tells you where you may go. Five things to look at first.',
    body: `Spread a chart on the kitchen table and the first surprise is how empty the land is. A church, a water tower, a chimney: only what can be seen from the deck. Everything careful has been spent on the water.

## 1. The small numbers

They are depths, in metres, measured at the lowest tide the almanac expects. A 2 with a small 4 beside it means two metres forty. On most days there is more water than that; on no day of the year should there be much less.

## 2. The blue

Blue is shallow and white is deep, which is the opposite of what children paint. The edge of the blue is the line you keep your eye on.

## 3. What the bottom is made of

An *S* is sand, an *M* is mud, an *R* is rock. It matters for one reason. Sooner or later you will want to anchor, and an anchor has opinions.

## 4. The rose

The compass rose has two rings. The outer one points to the pole on the map, the inner one to where the needle points this year. Between them lies an angle that has ended more arguments, and begun more, than any other figure on the sheet.

## 5. The date

Down in the corner, in the smallest type, stands the year of the survey. Sandbanks move. A chart of 1974 is a good picture for the wall.

> Trust the chart, then look out of the window.

That was the whole of my grandfather's course in navigation, and I have not found a better one.`,
    notes:
      'Practice sheet: the chart used for the pictures is *Approaches to Skerry Sound*, 1:50,000. The harbour office sells cancelled copies for the price of the paper.',
    links: [
      { label: 'What the tide table leaves out', url: '/articles/what-the-tide-table-leaves-out' },
    ],
  },
  de: {
    title: 'Wie man eine Seekarte liest',
    slug: 'wie-man-eine-seekarte-liest',
    summary:
      'Eine Landkarte zeigt, wo etwas ist. Eine Seekarte zeigt, wohin man darf. Fünf Dinge, auf die man zuerst schaut.',
    body: `Wer eine Seekarte auf dem Küchentisch ausbreitet, staunt zuerst, wie leer das Land ist. Eine Kirche, ein Wasserturm, ein Schornstein: nur was man vom Deck aus sieht. Alle Sorgfalt gilt dem Wasser.

## 1. Die kleinen Zahlen

Es sind Tiefen in Metern, gemessen beim niedrigsten Wasser, das der Kalender erwartet. Eine 2 mit einer kleinen 4 daneben heißt zwei Meter vierzig. An den meisten Tagen ist es mehr, viel weniger sollte es an keinem sein.

## 2. Das Blau

Blau ist flach und Weiß ist tief, also umgekehrt, als Kinder es malen. Den Rand des Blaus behält man im Auge.

## 3. Woraus der Grund besteht

*S* ist Sand, *M* ist Schlick, *R* ist Fels. Das hat einen einzigen Grund: Früher oder später will man ankern, und ein Anker hat seine eigene Meinung.

## 4. Die Rose

Die Kompassrose hat zwei Ringe. Der äußere zeigt zum Pol der Karte, der innere dorthin, wohin die Nadel in diesem Jahr zeigt. Dazwischen liegt ein Winkel, der mehr Streit beendet und begonnen hat als jede andere Zahl auf dem Blatt.

## 5. Das Datum

Unten in der Ecke, in der kleinsten Schrift, steht das Jahr der Vermessung. Sandbänke wandern. Eine Karte von 1974 ist ein schönes Bild für die Wand.

> Vertrau der Karte, und dann schau aus dem Fenster.

Das war der ganze Navigationskurs meines Großvaters, und einen besseren habe ich nicht gefunden.`,
  },
};
