/** Texts of the kit; each plugin that bundles the kit loads their translations with its own. */
export const MESSAGES = {
  loading: { id: 'suite-kit.loading', defaultMessage: 'Loading' },
  error: {
    id: 'suite-kit.error',
    defaultMessage: 'This could not be loaded. Check your connection and try again.',
  },
  retry: { id: 'suite-kit.retry', defaultMessage: 'Try again' },
  forbidden: {
    id: 'suite-kit.forbidden',
    defaultMessage: 'You may not see this page. Ask an administrator for the permission.',
  },
  cancel: { id: 'suite-kit.cancel', defaultMessage: 'Cancel' },
  progress: { id: 'suite-kit.progress', defaultMessage: '{done, number} of {total, number}' },
  unknownProblem: {
    id: 'suite-kit.unknown-problem',
    defaultMessage: 'That did not work. Try again in a moment.',
  },
  chartTime: { id: 'suite-kit.chart.time', defaultMessage: 'Time' },
  chartLast: { id: 'suite-kit.chart.last', defaultMessage: 'latest values' },
  chartAsTable: { id: 'suite-kit.chart.as-table', defaultMessage: 'Show as table' },
  chartAsChart: { id: 'suite-kit.chart.as-chart', defaultMessage: 'Show as chart' },
  chartEmpty: {
    id: 'suite-kit.chart.empty',
    defaultMessage: 'Nothing was measured in this time.',
  },
  chartSummary: {
    id: 'suite-kit.chart.summary',
    defaultMessage: 'Chart: {title}, from {from} to {to}. {values}.',
  },
  waitingTitle: { id: 'suite-kit.waiting.title', defaultMessage: 'Waiting for you' },
  waitingNothing: { id: 'suite-kit.waiting.nothing', defaultMessage: 'Nothing waits for you.' },
  waitingIncomplete: {
    id: 'suite-kit.waiting.incomplete',
    defaultMessage: 'Some of it could not be loaded.',
  },
  howItWorks: { id: 'suite-kit.how-it-works', defaultMessage: 'How this works' },
  stepDone: { id: 'suite-kit.step-done', defaultMessage: 'done' },
  sample: { id: 'suite-kit.sample', defaultMessage: 'Sample' },
  site: { id: 'suite-kit.site', defaultMessage: 'Site' },
  siteChoose: { id: 'suite-kit.site.choose', defaultMessage: 'Choose a site' },
  siteNeeded: {
    id: 'suite-kit.site.needed',
    defaultMessage: 'Choose the site that it is for.',
  },
  wordAdded: { id: 'suite-kit.word-added', defaultMessage: 'Added' },
  wordRemoved: { id: 'suite-kit.word-removed', defaultMessage: 'Removed' },
} as const;

export const GERMAN: Record<string, string> = {
  'suite-kit.loading': 'Wird geladen',
  'suite-kit.error':
    'Das konnte nicht geladen werden. Prüfe die Verbindung und versuche es erneut.',
  'suite-kit.retry': 'Erneut versuchen',
  'suite-kit.forbidden':
    'Du darfst diese Seite nicht sehen. Bitte die Verwaltung um die Berechtigung.',
  'suite-kit.cancel': 'Abbrechen',
  'suite-kit.progress': '{done, number} von {total, number}',
  'suite-kit.unknown-problem': 'Das hat nicht geklappt. Versuche es gleich noch einmal.',
  'suite-kit.chart.time': 'Zeit',
  'suite-kit.chart.last': 'letzte Werte',
  'suite-kit.chart.as-table': 'Als Tabelle zeigen',
  'suite-kit.chart.as-chart': 'Als Diagramm zeigen',
  'suite-kit.chart.empty': 'In dieser Zeit wurde nichts gemessen.',
  'suite-kit.chart.summary': 'Diagramm: {title}, von {from} bis {to}. {values}.',
  'suite-kit.waiting.title': 'Wartet auf dich',
  'suite-kit.waiting.nothing': 'Nichts wartet auf dich.',
  'suite-kit.waiting.incomplete': 'Ein Teil konnte nicht geladen werden.',
  'suite-kit.how-it-works': 'So funktioniert es',
  'suite-kit.step-done': 'erledigt',
  'suite-kit.sample': 'Beispiel',
  'suite-kit.site': 'Site',
  'suite-kit.site.choose': 'Site wählen',
  'suite-kit.site.needed': 'Wähle die Site, für die es ist.',
  'suite-kit.word-added': 'Hinzugefügt',
  'suite-kit.word-removed': 'Entfernt',
};
