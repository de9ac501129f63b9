/** “How this works”, by language. Comes with the plugin and opens without a network. */
export const HELP = {
  en: `# How sources work

A source is another system that content comes from: a feed, or another Strapi. A **run** reads it once, copies what is new into entries here and merges what has changed with what you wrote.

## What a merge does

For every entry the plugin remembers what both sides last agreed on. A field that only one side changed is taken from that side. When both changed it, texts are merged line by line and word by word, lists entry by entry. What cannot be merged becomes a **conflict**: what is here stays, and waits for you.

## Conflicts

A conflict shows three columns: what both started from, what is here, and what is there. Keep one, take the other, or write a third text. **Always decide like this** makes it a rule for the field. A decision can be undone.

## Before and after a run

- The **preview** goes through the same steps as the run and writes nothing.
- **Undo this run** puts back what it changed. An entry that somebody has edited since stays as it is.
- What is gone at the source is only removed here when its whole list was read twice and nothing looks wrong; when much is gone at once, you are asked.
- The **audit** keeps every change and every value that did not make it.

## Beside an entry

The panel *Source* says where an entry comes from and when it was last looked at. **Detach** makes it your own: runs leave it alone until you attach it again.

## Safety

Only public addresses are reached. Tokens are stored encrypted and never shown. HTML from outside is reduced to what the field can hold.`,
  de: `# So funktionieren Quellen

Eine Quelle ist ein anderes System, aus dem Inhalte kommen: ein Feed oder ein anderes Strapi. Ein **Lauf** liest sie einmal, kopiert Neues in Einträge hier und führt Geändertes mit dem zusammen, was du geschrieben hast.

## Was beim Zusammenführen geschieht

Zu jedem Eintrag merkt sich das Plugin, worin beide Seiten zuletzt übereinstimmten. Ein Feld, das nur eine Seite geändert hat, kommt von dieser Seite. Haben beide es geändert, werden Texte Zeile für Zeile und Wort für Wort zusammengeführt, Listen Eintrag für Eintrag. Was sich nicht zusammenführen lässt, wird ein **Konflikt**: Was hier ist, bleibt und wartet auf dich.

## Konflikte

Ein Konflikt zeigt drei Spalten: wovon beide ausgingen, was hier ist und was dort ist. Behalte das eine, nimm das andere oder schreibe einen dritten Text. **Immer so entscheiden** macht daraus eine Regel für das Feld. Eine Entscheidung lässt sich rückgängig machen.

## Vor und nach einem Lauf

- Die **Vorschau** geht dieselben Schritte wie der Lauf und schreibt nichts.
- **Lauf rückgängig machen** stellt wieder her, was er geändert hat. Ein Eintrag, den seitdem jemand bearbeitet hat, bleibt, wie er ist.
- Was in der Quelle verschwunden ist, wird hier nur entfernt, wenn ihre ganze Liste zweimal gelesen wurde und nichts seltsam aussieht; ist viel auf einmal weg, wirst du gefragt.
- Das **Protokoll** behält jede Änderung und jeden Wert, der es nicht geschafft hat.

## Neben einem Eintrag

Die Karte *Quelle* sagt, woher ein Eintrag kommt und wann er zuletzt angesehen wurde. **Lösen** macht ihn zu deinem eigenen: Läufe lassen ihn in Ruhe, bis du ihn wieder verbindest.

## Sicherheit

Es werden nur öffentliche Adressen erreicht. Tokens werden verschlüsselt gespeichert und nie gezeigt. HTML von außen wird auf das gekürzt, was das Feld aufnehmen kann.`,
} as const;
