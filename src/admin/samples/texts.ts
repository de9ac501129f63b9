/** Texts of the demo's own widget, by language. */
export const SAMPLE_TEXTS = {
  en: {
    'demo.samples.title': 'Sample data',
    'demo.samples.what':
      'This demo made {entries, plural, one {# entry} other {# entries}} and {files, plural, one {# picture} other {# pictures}}, and rows in every plugin. When you have seen enough, take them away.',
    'demo.samples.none': 'There is no sample data in this project.',
    'demo.samples.remove': 'Remove sample data',
    'demo.samples.confirm':
      'Removes the sample entries and pictures of all sites, and the sample rows of every plugin. What somebody has worked on stays, and so do sites, people and API tokens. This cannot be undone.',
    'demo.samples.cancel': 'Cancel',
    'demo.samples.done':
      '{entries, plural, one {# entry} other {# entries}} removed. {kept, plural, =0 {} one {# entry was kept, because somebody worked on it.} other {# entries were kept, because somebody worked on them.}}',
    'demo.samples.failed': 'The sample data could not be removed. Try again.',
  },
  de: {
    'demo.samples.title': 'Beispieldaten',
    'demo.samples.what':
      'Diese Demo hat {entries, plural, one {# Eintrag} other {# Einträge}} und {files, plural, one {# Bild} other {# Bilder}} angelegt, dazu Zeilen in jedem Plugin. Wenn du genug gesehen hast, räume sie weg.',
    'demo.samples.none': 'In diesem Projekt sind keine Beispieldaten.',
    'demo.samples.remove': 'Beispieldaten entfernen',
    'demo.samples.confirm':
      'Entfernt die Beispieleinträge und -bilder aller Sites und die Beispielzeilen jedes Plugins. Woran jemand gearbeitet hat, bleibt, ebenso Sites, Personen und API-Tokens. Das lässt sich nicht zurücknehmen.',
    'demo.samples.cancel': 'Abbrechen',
    'demo.samples.done':
      '{entries, plural, one {# Eintrag} other {# Einträge}} entfernt. {kept, plural, =0 {} one {# Eintrag blieb, weil jemand daran gearbeitet hat.} other {# Einträge blieben, weil jemand daran gearbeitet hat.}}',
    'demo.samples.failed': 'Die Beispieldaten konnten nicht entfernt werden. Versuche es erneut.',
  },
} as const;

export type TextId = keyof (typeof SAMPLE_TEXTS)['en'];
