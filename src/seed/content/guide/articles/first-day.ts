import type { ArticleSeed } from '../../types';

export const firstDay: ArticleSeed = {
  slug: 'a-first-day-in-marenburg',
  author: 'lena-vogt',
  category: 'walks',
  tags: ['first-visit', 'viewpoints'],
  cover: 'skyline-at-dusk',
  gallery: ['skyline-at-dusk', 'five-bridges', 'saturday-stalls'],
  isFeatured: true,
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'A first day in Marenburg',
    summary:
      'One day, no car, three places to sit down. What to see if you leave on the evening train.',
    body: `Leave your bag at the station. The lockers are to the left of the flower stall, and the flower stall is to the left of everything.

## Morning: the river side

Walk straight out and downhill. After ten minutes there is water, and on the other side the old town, looking as if it had been waiting. Cross by the **Stone Bridge**, not the road bridge. Halfway over there is a niche with a saint who has lost his nose; people touch his foot for luck with examinations, and it shines.

Coffee at *Drei Tassen* behind the town hall. There are more than three cups.

## Noon: up

The tower of St Anne has 214 steps and a landing every forty, where somebody has kindly put a bench. From the top you see how the town works: the river makes an elbow, and everything sits in the crook of it.

## Afternoon: down

Take tram **4** towards Linden Park and get off when you see green. Walk the loop, lie down once. On Saturdays, be at the market before two.

## Evening

Come back to the river for the last light. From the steps below the Customs House you have the whole skyline and, with luck, a seat. The train leaves from platform 3. It is twelve minutes on foot, or nine if you have read this to the end and stayed too long.`,
    sections: [
      {
        kind: 'gallery',
        caption: 'Three stops of the day',
        images: ['skyline-at-dusk', 'five-bridges', 'saturday-stalls'],
      },
      {
        kind: 'call-to-action',
        heading: 'Staying longer?',
        text: 'Line 4 shows you the rest for the price of one ticket.',
        link: { label: 'Line 4, end to end', url: '/articles/line-4-end-to-end' },
      },
    ],
    seo: {
      metaTitle: 'A first day in Marenburg',
      metaDescription:
        'A day on foot and by tram: bridge, tower, park and the last light on the river.',
    },
  },
  de: {
    title: 'Ein erster Tag in Marenburg',
    slug: 'ein-erster-tag-in-marenburg',
    summary:
      'Ein Tag, kein Auto, drei Orte zum Hinsetzen. Was man sieht, wenn abends der Zug geht.',
    body: `Das Gepäck bleibt am Bahnhof. Die Schließfächer sind links vom Blumenstand, und der Blumenstand ist links von allem.

## Vormittag: am Fluss

Geradeaus und bergab. Nach zehn Minuten kommt Wasser, und drüben liegt die Altstadt und sieht aus, als hätte sie gewartet. Hinüber geht es über die **Steinerne Brücke**, nicht über die Straßenbrücke. In der Mitte steht in einer Nische ein Heiliger ohne Nase. Wer eine Prüfung vor sich hat, berührt seinen Fuß; er glänzt.

Kaffee gibt es in den *Drei Tassen* hinter dem Rathaus. Es sind mehr als drei.

## Mittag: hinauf

Der Turm von St. Annen hat 214 Stufen und alle vierzig einen Absatz, auf den jemand freundlicherweise eine Bank gestellt hat. Oben versteht man die Stadt: Der Fluss macht einen Ellbogen, und alles sitzt in der Beuge.

## Nachmittag: hinunter

Mit der **4** Richtung Lindenpark, aussteigen, sobald es grün wird. Die Runde gehen, sich einmal hinlegen. Samstags sollte man vor zwei auf dem Markt sein.

## Abend

Für das letzte Licht zurück an den Fluss. Von den Stufen unter dem Zollhaus sieht man die ganze Silhouette und hat mit Glück einen Sitzplatz. Der Zug fährt auf Gleis 3. Zu Fuß sind es zwölf Minuten, oder neun, wenn man bis hierher gelesen hat und zu lange geblieben ist.`,
  },
};
