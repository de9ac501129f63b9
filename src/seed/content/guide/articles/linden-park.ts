import type { ArticleSeed } from '../../types';

export const lindenPark: ArticleSeed = {
  slug: 'a-quiet-loop-through-linden-park',
  author: 'lena-vogt',
  category: 'walks',
  tags: ['parks', 'with-children'],
  cover: 'bench-in-the-park',
  readingMinutes: 2,
  state: { kind: 'published' },
  en: {
    title: 'A quiet loop through Linden Park',
    summary: 'Four kilometres, two ponds, one bench that is nearly always free.',
    body: `Start at the gate with the stone pineapples. Nobody knows why pineapples. Go left, against the joggers, who will be coming towards you all morning and have no breath to greet.

After the first pond the path forks. The wide one goes to the café, and you may take it on the way back. Take the narrow one, under the oldest trees; they were planted in pairs, one for each couple married in 1871, and about half of both are left.

1. **The heron.** On the post, left of the weir. It is real.
2. **The bench.** Behind the second pond, up three steps. It faces west and has a plate: *For Otto, who preferred to stand.*
3. **The echo.** In the underpass. Try a low note.

The loop takes an hour, or an afternoon with anyone under six. There are swings at the end of it, and a tap.`,
    notes:
      'Flat and paved except for the three steps to the bench; prams and wheelchairs can stay on the lower path, which is just as green.',
  },
  de: {
    title: 'Eine stille Runde durch den Lindenpark',
    slug: 'eine-stille-runde-durch-den-lindenpark',
    summary: 'Vier Kilometer, zwei Teiche, eine Bank, die fast immer frei ist.',
    body: `Los geht es am Tor mit den steinernen Ananas. Warum Ananas, weiß niemand. Nach links, gegen die Jogger, die einem den ganzen Vormittag entgegenkommen und zum Grüßen keine Luft haben.

Hinter dem ersten Teich gabelt sich der Weg. Der breite führt zum Café, den kann man zurück nehmen. Jetzt den schmalen, unter den ältesten Bäumen. Sie wurden paarweise gepflanzt, für jedes Brautpaar des Jahres 1871, und von beiden ist ungefähr die Hälfte noch da.

1. **Der Reiher.** Auf dem Pfahl, links vom Wehr. Er ist echt.
2. **Die Bank.** Hinter dem zweiten Teich, drei Stufen hinauf. Sie schaut nach Westen und trägt ein Schild: *Für Otto, der lieber stand.*
3. **Das Echo.** In der Unterführung. Am besten ein tiefer Ton.

Die Runde dauert eine Stunde, oder einen Nachmittag mit allen unter sechs. Am Ende warten Schaukeln und ein Wasserhahn.`,
  },
};
