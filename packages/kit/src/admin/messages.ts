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
};
