import type { ArticleSeed } from '../../types';

export const craneDriver: ArticleSeed = {
  slug: 'forty-metres-up',
  author: 'tomasz-wolny',
  category: 'work',
  tags: ['port', 'people'],
  cover: 'gantry-cranes',
  related: ['the-last-keeper-of-skerry-rock'],
  readingMinutes: 4,
  state: { kind: 'published' },
  en: {
    title: 'Forty metres up',
    summary:
      'A gantry crane moves thirty boxes an hour. The woman who drives number seven does it looking down through a glass floor.',
    body: `Number seven is the only crane on the north quay with a plant in the cabin. It is a small fern, wedged between the radio and the window, and it sways about two seconds after everything else does. Jolanta Reis uses it to judge the wind.

The lift up takes four minutes. Then there is a walkway of steel grating with the harbour visible through it, and a door, and a chair. Under the chair is glass. The chair tilts forward, and for the rest of the shift she leans over her own knees and looks straight down at a ship.

## Thirty boxes an hour

A container weighs up to thirty tonnes and hangs on four corners, each the size of a fist. The spreader has to meet all four at once. On a calm day this is routine. On a day with swell the ship rises and falls by a hand's breadth, and the trick is to arrive when the ship does.

- Look at the far corners first; the near ones follow.
- Never chase a swing. Wait for it.
- If the fern moves twice, stop and ask for the wind.

Her average is thirty-one an hour. She is proud of it in the way one is proud of handwriting.

## Coming down

The newer cranes on the south quay are driven from an office, by people with three screens and a thermos. She has tried it. The coffee was warm, she says, and the pictures were sharp, and the box always looked a little further away than it was. She asked to go back up. They let her keep number seven until it is replaced, which may be next year, or, as the harbour goes, whenever somebody needs the plant.`,
    sections: [
      {
        kind: 'text',
        heading: 'In figures',
        text: '- **41 m** from the quay to the cabin\n- **65 t** lifting capacity\n- **31** boxes an hour on an average day\n- **1** fern',
      },
      {
        kind: 'featured-articles',
        heading: 'More people of the port',
        articles: ['the-last-keeper-of-skerry-rock'],
      },
    ],
  },
  de: {
    title: 'Vierzig Meter über dem Kai',
    slug: 'vierzig-meter-ueber-dem-kai',
    summary:
      'Eine Containerbrücke bewegt dreißig Kisten in der Stunde. Die Fahrerin von Nummer sieben schaut dabei durch einen Boden aus Glas.',
    body: `Nummer sieben ist die einzige Brücke am Nordkai mit einer Pflanze in der Kabine. Es ist ein kleiner Farn, eingeklemmt zwischen Funkgerät und Fenster, und er schwankt ungefähr zwei Sekunden später als alles andere. Jolanta Reis liest daran den Wind ab.

Der Aufzug braucht vier Minuten. Danach kommt ein Laufsteg aus Gitterrost, durch den man den Hafen sieht, dann eine Tür, dann ein Sessel. Unter dem Sessel ist Glas. Er kippt nach vorn, und für den Rest der Schicht beugt sie sich über die eigenen Knie und schaut senkrecht auf ein Schiff.

## Dreißig Kisten in der Stunde

Ein Container wiegt bis zu dreißig Tonnen und hängt an vier Ecken, jede so groß wie eine Faust. Der Greifrahmen muss alle vier zugleich treffen. Bei ruhigem Wetter ist das Routine. Bei Schwell hebt und senkt sich das Schiff um eine Handbreit, und die Kunst ist, dann anzukommen, wenn das Schiff ankommt.

- Zuerst auf die fernen Ecken schauen, die nahen folgen.
- Nie einem Pendeln hinterherfahren. Abwarten.
- Wenn der Farn zweimal nickt: anhalten und nach dem Wind fragen.

Ihr Schnitt liegt bei einunddreißig. Sie ist darauf stolz, wie man auf eine Handschrift stolz ist.

## Wieder unten

Die neuen Brücken am Südkai werden aus einem Büro gefahren, von Leuten mit drei Bildschirmen und einer Thermoskanne. Sie hat es versucht. Der Kaffee sei warm gewesen, sagt sie, die Bilder scharf, und die Kiste habe immer ein wenig weiter weg ausgesehen, als sie war. Sie wollte wieder hinauf. Nummer sieben darf sie behalten, bis sie ersetzt wird: vielleicht nächstes Jahr, vielleicht, wie es im Hafen so geht, sobald jemand den Farn braucht.`,
  },
};
