/** “How this works”, by language. Comes with the plugin and opens without a network. */
export const HELP = {
  en: `# How health works

The plugin measures inside this Strapi, while it answers: how long each route, each database statement and each AI call took, and how content reaches the visitors. It keeps figures, not requests; what a visitor sent is never stored.

## The figures

- **p50, p95, p99**: so many of a hundred were at least this fast. p95 is what your slower visitors notice.
- **Error rate**: answers with a status of 500 or more.
- **N+1**: one request that asks the database the same question many times.

Figures are kept by the minute, then by the hour. A page shows them for the time chosen at its top; every chart can be read as a table.

## From slow to why

Open a slow route: it shows its statements and how often each ran. Open a statement: it shows the routes that use it, and **Explain** asks the database how it would find the rows.

## Alerts

A rule says which figure, which limit and for how long. When the limit is crossed for that long, an **alert** opens, is delivered over the channels you chose, and resolves itself when the figure is well again. A silence keeps a rule quiet for a while; the alert is still recorded.

## Markers

Publications and deployments are marked in the charts, so that you see what happened before it got slow.

## What it costs

Measuring must not be what makes it slow: it is bounded in time and memory, and when it fails the answer is delivered and the failure is counted.`,
  de: `# So funktioniert der Zustand

Das Plugin misst in diesem Strapi, während es antwortet: wie lange jede Route, jede Datenbankabfrage und jeder KI-Aufruf brauchte, und wie der Inhalt die Besucher erreicht. Es behält Zahlen, keine Anfragen; was ein Besucher gesendet hat, wird nie gespeichert.

## Die Zahlen

- **p50, p95, p99**: So viele von hundert waren mindestens so schnell. p95 ist das, was deine langsameren Besucher merken.
- **Fehlerquote**: Antworten mit einem Status ab 500.
- **N+1**: eine Anfrage, die der Datenbank dieselbe Frage viele Male stellt.

Die Zahlen werden je Minute, später je Stunde behalten. Eine Seite zeigt sie für den oben gewählten Zeitraum; jedes Diagramm lässt sich als Tabelle lesen.

## Von langsam zu warum

Öffne eine langsame Route: Sie zeigt ihre Abfragen und wie oft jede lief. Öffne eine Abfrage: Sie zeigt die Routen, die sie benutzen, und **Erklären** fragt die Datenbank, wie sie die Zeilen finden würde.

## Alarme

Eine Regel sagt, welche Zahl, welche Grenze und wie lange. Ist die Grenze so lange überschritten, öffnet sich ein **Alarm**, geht über die gewählten Kanäle hinaus und schließt sich von selbst, wenn die Zahl wieder gut ist. Eine Ruhezeit hält eine Regel eine Weile still; der Alarm wird trotzdem festgehalten.

## Markierungen

Veröffentlichungen und Deployments sind in den Diagrammen markiert, damit du siehst, was geschah, bevor es langsam wurde.

## Was es kostet

Das Messen darf nicht das sein, was bremst: Es ist in Zeit und Speicher begrenzt, und fällt es aus, wird die Antwort ausgeliefert und der Ausfall gezählt.`,
} as const;
