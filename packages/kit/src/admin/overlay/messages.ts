/** Texts of the variant mode. */
export const OVERLAY_MESSAGES = {
  save: { id: 'suite-kit.overlay.save', defaultMessage: 'Save variant' },
  publish: { id: 'suite-kit.overlay.publish', defaultMessage: 'Publish variant' },
  unpublish: { id: 'suite-kit.overlay.unpublish', defaultMessage: 'Unpublish variant' },
  discard: { id: 'suite-kit.overlay.discard', defaultMessage: 'Discard changes of the variant' },
  region: { id: 'suite-kit.overlay.region', defaultMessage: 'Variant mode' },
  title: { id: 'suite-kit.overlay.title', defaultMessage: 'You are editing the variant “{name}”' },
  loading: { id: 'suite-kit.overlay.loading', defaultMessage: 'The variant is being loaded …' },
  explain: {
    id: 'suite-kit.overlay.explain',
    defaultMessage:
      '{count, plural, =0 {Everything is as in the original so far.} one {# part differs from the original.} other {# parts differ from the original.}} The original is not changed by what you do here.',
  },
  draft: { id: 'suite-kit.overlay.draft', defaultMessage: 'Not live' },
  modified: { id: 'suite-kit.overlay.modified', defaultMessage: 'Live, with unpublished changes' },
  published: { id: 'suite-kit.overlay.published', defaultMessage: 'Live' },
  review: {
    id: 'suite-kit.overlay.review',
    defaultMessage:
      'The original was changed here, so these parts show the original until you decide under Variants & tests, or edit them again: {parts}',
  },
  wrongTitle: {
    id: 'suite-kit.overlay.wrong-title',
    defaultMessage: 'This is not the variant: saving is off',
  },
  wrong: {
    id: 'suite-kit.overlay.wrong',
    defaultMessage:
      'The address names a variant, but the server shows the original: the variant may belong to another language, or be gone. Leave the variant to edit the original.',
  },
  unsafe: {
    id: 'suite-kit.overlay.unsafe',
    defaultMessage:
      'This version of Strapi is not known to the variants: related entries could be shown wrongly. Leave the variant to edit the original.',
  },
  leave: { id: 'suite-kit.overlay.leave', defaultMessage: 'Leave variant' },
  group: { id: 'suite-kit.overlay.group', defaultMessage: 'Variants & tests' },
  open: { id: 'suite-kit.overlay.open', defaultMessage: 'Edit {name}' },
  changes: {
    id: 'suite-kit.overlay.changes',
    defaultMessage:
      '{count, plural, =0 {As the original} one {# part differs} other {# parts differ}}',
  },
  needsReview: {
    id: 'suite-kit.overlay.needs-review',
    defaultMessage: 'Needs review: {part}. The original has changed and is shown there.',
  },
  compare: {
    id: 'suite-kit.overlay.compare',
    defaultMessage: 'From the original to the variant, {part}',
  },
  saveFirst: {
    id: 'suite-kit.overlay.save-first',
    defaultMessage: 'Save or discard your changes first.',
  },
  keepMine: { id: 'suite-kit.overlay.keep-mine', defaultMessage: 'Keep the variant’s' },
  takeOriginal: {
    id: 'suite-kit.overlay.take-original',
    defaultMessage: 'Take the original',
  },
} as const;

export const OVERLAY_GERMAN: Record<string, string> = {
  'suite-kit.overlay.save': 'Variante speichern',
  'suite-kit.overlay.publish': 'Variante veröffentlichen',
  'suite-kit.overlay.unpublish': 'Variante zurückziehen',
  'suite-kit.overlay.discard': 'Änderungen der Variante verwerfen',
  'suite-kit.overlay.region': 'Variantenmodus',
  'suite-kit.overlay.title': 'Du bearbeitest die Variante „{name}“',
  'suite-kit.overlay.loading': 'Die Variante wird geladen …',
  'suite-kit.overlay.explain':
    '{count, plural, =0 {Noch ist alles wie im Original.} one {# Teil weicht vom Original ab.} other {# Teile weichen vom Original ab.}} Was du hier tust, ändert das Original nicht.',
  'suite-kit.overlay.draft': 'Nicht live',
  'suite-kit.overlay.modified': 'Live, mit unveröffentlichten Änderungen',
  'suite-kit.overlay.published': 'Live',
  'suite-kit.overlay.review':
    'Das Original wurde hier geändert. Diese Teile zeigen das Original, bis du unter Varianten & Tests entscheidest oder sie neu bearbeitest: {parts}',
  'suite-kit.overlay.wrong-title': 'Das ist nicht die Variante: Speichern ist aus',
  'suite-kit.overlay.wrong':
    'Die Adresse nennt eine Variante, der Server zeigt aber das Original: Die Variante gehört vielleicht zu einer anderen Sprache, oder es gibt sie nicht mehr. Verlasse die Variante, um das Original zu bearbeiten.',
  'suite-kit.overlay.unsafe':
    'Die Varianten kennen diese Strapi-Version nicht: Verknüpfungen könnten falsch angezeigt werden. Verlasse die Variante, um das Original zu bearbeiten.',
  'suite-kit.overlay.leave': 'Variante verlassen',
  'suite-kit.overlay.group': 'Varianten & Tests',
  'suite-kit.overlay.open': '{name} bearbeiten',
  'suite-kit.overlay.changes':
    '{count, plural, =0 {Wie das Original} one {# Teil weicht ab} other {# Teile weichen ab}}',
  'suite-kit.overlay.needs-review':
    'Zu prüfen: {part}. Das Original wurde geändert und wird dort gezeigt.',
  'suite-kit.overlay.compare': 'Vom Original zur Variante, {part}',
  'suite-kit.overlay.save-first': 'Speichere oder verwirf erst deine Änderungen.',
  'suite-kit.overlay.keep-mine': 'Variante behalten',
  'suite-kit.overlay.take-original': 'Original nehmen',
};
