/** “How this works”, by language. Comes with the plugin and opens without a network. */
export const HELP = {
  en: `# How audiences work

A **rule** says who sees what. It has conditions (on which device, from which country, with which interests, in which audience) and actions: show a variant of an entry, hide or pin an entry, move entries forward or back, recommend, or tell the website something. Nothing changes for visitors until the rule is switched on.

## When several rules fit

Rules stand in an order, and the higher one wins wherever two want the same place. The list says which rule is overruled by which. In a rule, **Why, for a test visitor** shows each condition and whether it was met.

## Audiences and variants

An **audience** is a condition with a name, used by several rules. The figure beside it counts the visitors stored now.

A **variant** is the same entry with other values for some fields. It is made and edited in the entry itself, in the panel on the right, and published with Strapi's own buttons. When the original changes under a variant, that part **needs review**: visitors see the original there until somebody decides to keep the variant's text or to take the original.

## What is known of a visitor

A **profile** holds interests, visits and what the visitor chose, under a pseudonym. No address is stored. With consent **none** nothing is kept, with **contextual** only the visit itself decides. A visitor's data is shown, exported and erased under **Visitors**; erasing gives a signed receipt.

Events come from your pages, with a **browser key**, or from any program that can send to Segment.

## Recommendations

They are computed here, from what the entries have in common and what is read most. Each one says why: the parts of the reason add up to the score. They are trained every night, or by a button.

## What it costs

Where a rule decides by facts with few values, such as device or language, a cache may keep the answers, one for each case. The dialog that switches a rule on says how many that are. Other rules make an answer private to its visitor.

## If something is missing

A rule never stands in the way of the content: when it fails, the original is delivered, and the reason is counted on the overview.`,
  de: `# So funktionieren Zielgruppen

Eine **Regel** sagt, wer was sieht. Sie hat Bedingungen (auf welchem Gerät, aus welchem Land, mit welchen Interessen, in welcher Zielgruppe) und Aktionen: eine Variante eines Eintrags zeigen, einen Eintrag verbergen oder anheften, Einträge nach vorn oder hinten rücken, empfehlen oder der Website etwas mitteilen. Für Besucher ändert sich nichts, bis die Regel eingeschaltet ist.

## Wenn mehrere Regeln passen

Regeln stehen in einer Reihenfolge, und die höhere gewinnt, wo zwei denselben Platz wollen. Die Liste sagt, welche Regel von welcher überstimmt wird. In einer Regel zeigt **Warum, für einen Testbesucher** jede Bedingung und ob sie erfüllt war.

## Zielgruppen und Varianten

Eine **Zielgruppe** ist eine Bedingung mit Namen, die mehrere Regeln verwenden. Die Zahl daneben zählt die jetzt gespeicherten Besucher.

Eine **Variante** ist derselbe Eintrag mit anderen Werten in einigen Feldern. Sie wird im Eintrag selbst angelegt und bearbeitet, im Bereich rechts, und mit den Knöpfen von Strapi veröffentlicht. Ändert sich das Original unter einer Variante, ist dieser Teil **zu prüfen**: Besucher sehen dort das Original, bis jemand entscheidet, den Text der Variante zu behalten oder das Original zu nehmen.

## Was von einem Besucher bekannt ist

Ein **Profil** enthält Interessen, Besuche und was der Besucher gewählt hat, unter einem Pseudonym. Eine Adresse wird nicht gespeichert. Mit der Einwilligung **keine** bleibt nichts, mit **Kontext** entscheidet nur der Besuch selbst. Die Daten eines Besuchers zeigt, exportiert und löscht man unter **Besucher**; das Löschen gibt eine unterschriebene Quittung.

Ereignisse kommen von deinen Seiten, mit einem **Browser-Schlüssel**, oder von jedem Programm, das an Segment senden kann.

## Empfehlungen

Sie werden hier berechnet, aus dem, was Einträge gemeinsam haben, und was am meisten gelesen wird. Jede sagt, warum: Die Teile der Begründung ergeben zusammen den Wert. Trainiert wird jede Nacht oder auf Knopfdruck.

## Was es kostet

Entscheidet eine Regel nach Angaben mit wenigen Werten, etwa Gerät oder Sprache, darf ein Cache die Antworten behalten, eine für jeden Fall. Der Dialog, der eine Regel einschaltet, sagt, wie viele das sind. Andere Regeln machen eine Antwort privat für ihren Besucher.

## Wenn etwas fehlt

Eine Regel steht dem Inhalt nie im Weg: Scheitert sie, wird das Original ausgeliefert, und der Grund wird in der Übersicht gezählt.`,
} as const;
