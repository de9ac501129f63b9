/** What rules can ask about a visitor. Only these names can be used: rules never reach further. */

export type AttributeKind = 'text' | 'number' | 'boolean' | 'list';

export type AttributeSpec = {
  name: string;
  kind: AttributeKind;
  /** Known from the request alone, without a stored profile: usable under consent "contextual". */
  isContextual: boolean;
  /** Few values: a cache in front can keep one answer for each. */
  isBucketed: boolean;
  /** Offered values, where they are fixed. */
  values?: readonly string[];
};

const DEVICES = ['desktop', 'mobile', 'tablet'] as const;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const contextual = (name: string, values?: readonly string[]): AttributeSpec => ({
  name,
  kind: 'text',
  isContextual: true,
  isBucketed: true,
  ...(values ? { values } : {}),
});
const stored = (name: string, kind: AttributeKind, isBucketed = false): AttributeSpec => ({
  name,
  kind,
  isContextual: false,
  isBucketed,
});

export const ATTRIBUTES: readonly AttributeSpec[] = [
  { ...contextual('audiences'), kind: 'list' },
  contextual('device', DEVICES),
  contextual('language'),
  contextual('country'),
  contextual('weekday', WEEKDAYS),
  { ...contextual('hour'), kind: 'number' },
  contextual('referrer'),
  contextual('utm.source'),
  contextual('utm.medium'),
  contextual('utm.campaign'),
  stored('isReturning', 'boolean', true),
  stored('isKnown', 'boolean', true),
  stored('topInterest', 'text', true),
  stored('interests', 'list', true),
  stored('visits', 'number'),
  stored('views', 'number'),
  stored('daysSinceFirstSeen', 'number'),
  stored('daysSinceLastSeen', 'number'),
  stored('seen', 'list'),
  stored('goals', 'number'),
];

const BY_NAME = new Map(ATTRIBUTES.map((attribute) => [attribute.name, attribute]));

/** Traits and explicit preferences have names of the site's own choice. */
const OPEN = /^(traits|preferences)\.[A-Za-z0-9_-]{1,60}$/;

export function attributeOf(name: string): AttributeSpec | null {
  const known = BY_NAME.get(name);
  if (known) return known;
  return OPEN.test(name) ? stored(name, 'text') : null;
}
