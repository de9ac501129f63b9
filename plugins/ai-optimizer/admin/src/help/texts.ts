/** “How this works”, by language. Comes with the plugin and opens without a network. */
export const HELP = {
  en: `# How quality works

Every entry gets a **score** from 0 to 100 with the evidence for it: which sentence is long, which picture has no description, where the keyphrase is missing. The same text always gets the same score; it is computed here, without any service.

## Suggestions

For a title, a description or a summary you can ask for proposals. They are shown as a difference to what is there. **Accept** writes it into the draft, never into what is published, and **Undo** brings the former text back as long as nobody has worked on the entry since.

Without a provider the local engine proposes; it only rearranges what the entry says. With a provider (an OpenAI-compatible address and key in Settings) a language model does. What is sent, what it cost and the budget of each site are on the page Usage.

## Experiments

An experiment shows **variants** of some fields to parts of the visitors and counts who did what you wanted.

1. Choose the entry, the fields and the goal.
2. The plan says how many visitors it takes to see the difference you care about.
3. Start it. Each visitor keeps the variant he was given.
4. The result is a sentence with an interval. If the visitors were not divided as planned, it says so, and the result is not to be believed.
5. **Promote** writes the better variant into the draft.

Only visitors who really were shown a variant count.

## If something is missing

A score, a suggestion or an experiment never stands in the way of the content: when one of them fails, the original is delivered and the failure is counted.`,
  de: `# So funktioniert Qualität

Jeder Eintrag bekommt einen **Wert** von 0 bis 100 mit den Belegen dafür: welcher Satz lang ist, welchem Bild die Beschreibung fehlt, wo das Stichwort fehlt. Derselbe Text bekommt immer denselben Wert; er wird hier berechnet, ohne einen Dienst.

## Vorschläge

Für Titel, Beschreibung oder Zusammenfassung kannst du Vorschläge anfordern. Sie werden als Unterschied zum Vorhandenen gezeigt. **Annehmen** schreibt in den Entwurf, nie in das Veröffentlichte, und **Rückgängig** bringt den früheren Text zurück, solange niemand seither am Eintrag gearbeitet hat.

Ohne Anbieter schlägt die lokale Engine vor; sie ordnet nur, was der Eintrag sagt. Mit einem Anbieter (einer OpenAI-kompatiblen Adresse samt Schlüssel in den Einstellungen) tut es ein Sprachmodell. Was gesendet wird, was es gekostet hat und das Budget jeder Site stehen auf der Seite Verbrauch.

## Experimente

Ein Experiment zeigt Teilen der Besucher **Varianten** einiger Felder und zählt, wer getan hat, was du wolltest.

1. Wähle Eintrag, Felder und Ziel.
2. Der Plan sagt, wie viele Besucher es braucht, um den Unterschied zu sehen, auf den es dir ankommt.
3. Starte es. Jeder Besucher behält die Variante, die er bekam.
4. Das Ergebnis ist ein Satz mit einem Bereich. Wurden die Besucher nicht wie geplant aufgeteilt, steht es dabei, und das Ergebnis ist nicht zu glauben.
5. **Übernehmen** schreibt die bessere Variante in den Entwurf.

Es zählt nur, wem wirklich eine Variante gezeigt wurde.

## Wenn etwas fehlt

Ein Wert, ein Vorschlag oder ein Experiment steht dem Inhalt nie im Weg: Fällt eines aus, wird das Original ausgeliefert und der Ausfall gezählt.`,
} as const;
