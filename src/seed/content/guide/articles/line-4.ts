import type { ArticleSeed } from '../../types';

export const lineFour: ArticleSeed = {
  slug: 'line-4-end-to-end',
  author: 'pavel-novak',
  category: 'walks',
  tags: ['tram', 'rainy-day'],
  cover: 'blue-tram',
  related: ['a-first-day-in-marenburg'],
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'Line 4, end to end',
    summary:
      'Fifty-two minutes, twenty-nine stops, one ticket. The best city tour is the one people take to work.',
    body: `Sit on the right, behind the driver, in the single seat. It is warm in winter and nobody will ask you to move.

**Gasworks** to **Ropewalk.** Brick sheds, a boxing club, a bakery with a queue. The line was laid in 1903 for the people who worked here, and the stops are still as far apart as a tired person wants to walk.

**Ropewalk** to **Town Hall.** The tram squeezes between two houses. There is a mark on the left one, at the height of your eyes, where it did not quite, in 1961.

**Town Hall** to **Linden Park.** Everyone gets off, other people get on, and the car fills with dogs.

**Linden Park** to **Upper Vineyard.** The hill. Listen for the motor dropping its voice. At the last bend, on the right, the whole valley opens for about four seconds; that is why you are sitting there.

## At the top

There is a turning loop, a kiosk and a bench. Mrs Horak at the kiosk makes a plum dumpling that has been mentioned in a doctoral thesis. The car waits seven minutes. It is enough for one dumpling, not for two. I have tried.`,
    notes:
      'A single ticket is valid for 60 minutes in one direction. For the way back you need another, or legs.',
  },
  de: {
    title: 'Mit der 4 von Ende zu Ende',
    slug: 'mit-der-4-von-ende-zu-ende',
    summary:
      'Zweiundfünfzig Minuten, neunundzwanzig Halte, ein Fahrschein. Die beste Stadtrundfahrt ist die, mit der die Leute zur Arbeit fahren.',
    body: `Rechts sitzen, hinter der Fahrerin, auf dem Einzelplatz. Dort ist es im Winter warm, und niemand schickt einen weg.

**Gaswerk** bis **Seilerbahn.** Backsteinhallen, ein Boxklub, eine Bäckerei mit Schlange. Die Strecke wurde 1903 für die Leute gebaut, die hier arbeiteten, und die Halte liegen immer noch so weit auseinander, wie ein müder Mensch gehen mag.

**Seilerbahn** bis **Rathaus.** Die Bahn zwängt sich zwischen zwei Häuser. Am linken ist auf Augenhöhe eine Stelle, an der es 1961 nicht ganz gepasst hat.

**Rathaus** bis **Lindenpark.** Alle steigen aus, andere ein, und der Wagen füllt sich mit Hunden.

**Lindenpark** bis **Oberer Weinberg.** Der Berg. Man hört, wie der Motor die Stimme senkt. In der letzten Kurve öffnet sich rechts für ungefähr vier Sekunden das ganze Tal; dafür sitzt man da.

## Oben

Eine Wendeschleife, ein Kiosk, eine Bank. Frau Horak am Kiosk macht einen Zwetschgenknödel, der in einer Doktorarbeit vorkommt. Der Wagen wartet sieben Minuten. Das reicht für einen Knödel, nicht für zwei. Ich habe es versucht.`,
    notes:
      'Ein Einzelfahrschein gilt 60 Minuten in eine Richtung. Für den Rückweg braucht man einen zweiten, oder Beine.',
  },
};
