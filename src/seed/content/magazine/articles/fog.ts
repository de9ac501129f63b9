import type { ArticleSeed } from '../../types';

export const fogMorning: ArticleSeed = {
  slug: 'a-morning-without-an-edge',
  author: 'ida-brandt',
  category: 'water',
  tags: ['weather'],
  cover: 'fog-signal',
  related: ['how-to-read-a-nautical-chart'],
  readingMinutes: 3,
  state: { kind: 'published' },
  en: {
    title: 'A morning without an edge',
    summary: 'When fog comes in, the harbour does not stop. It starts to listen.',
    body: `At half past five the opposite quay is there. At a quarter to six it is a suggestion. By six there is no opposite, and the ferry, which is due, becomes a sound.

Fog here has a timetable of its own. It needs a night of clear sky, so that the land cools, and then a lazy breath of wind from the sea. Old Mrs Petersen on Rope Street says it needs her washing. The meteorological office, asked for comment, did not rule this out.

## Everything is further away

In fog one hears well and judges badly. A voice two boats down might be in your own cockpit; the bell on the outer buoy seems to come from the church. So the rules are simple, and they are older than radar.

1. Go slowly enough to stop in half of what you can see.
2. Make your noise, one long note every two minutes.
3. Then be quiet, all of you, and listen for the answer.

The third is the hard one. On the ferry this morning sixty people stood on deck and nobody spoke. A dog sat down. Somewhere ahead a horn said its one word, and the captain said his, and for a moment the two seemed to be discussing us.

Then the edge came back: first the crane, without its feet, then the sheds, then a boy on the pier with a bicycle, waving as if he had done it.`,
  },
  de: {
    title: 'Ein Morgen ohne Rand',
    slug: 'ein-morgen-ohne-rand',
    summary: 'Wenn Nebel kommt, bleibt der Hafen nicht stehen. Er fängt an zuzuhören.',
    body: `Um halb sechs ist das andere Ufer noch da. Um Viertel vor sechs ist es eine Vermutung. Um sechs gibt es kein anderes Ufer mehr, und die Fähre, die jetzt kommen müsste, wird zu einem Geräusch.

Der Nebel hat hier seinen eigenen Fahrplan. Er braucht eine klare Nacht, in der das Land auskühlt, und dann einen trägen Hauch von der See. Die alte Frau Petersen aus der Seilerstraße sagt, er brauche vor allem ihre Wäsche. Der Wetterdienst wollte das auf Anfrage nicht ausschließen.

## Alles ist weiter weg

Im Nebel hört man gut und schätzt schlecht. Eine Stimme zwei Boote weiter könnte im eigenen Cockpit sein, die Glocke der äußeren Tonne scheint aus der Kirche zu kommen. Die Regeln sind darum einfach und älter als das Radar.

1. So langsam fahren, dass man auf halber Sichtweite steht.
2. Laut geben: ein langer Ton alle zwei Minuten.
3. Dann still sein, alle, und auf die Antwort hören.

Das Dritte ist das Schwere. Auf der Fähre standen heute sechzig Leute an Deck, und niemand sprach. Ein Hund setzte sich hin. Irgendwo voraus sagte ein Horn sein eines Wort, der Kapitän sagte seines, und einen Augenblick lang schien es, als besprächen sich die beiden über uns.

Dann kam der Rand zurück: erst der Kran, ohne Füße, dann die Schuppen, dann ein Junge mit Fahrrad auf der Pier, der winkte, als hätte er es gemacht.`,
  },
};
