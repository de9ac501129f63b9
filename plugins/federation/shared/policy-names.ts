// Apart from the contract, which the admin may not load.

/** What happens when the same entry was changed here and at the source. */
export const PRESETS = [
  'merge',
  'remote-wins',
  'local-wins',
  'lock',
  'update-unless-edited',
] as const;
export type Preset = (typeof PRESETS)[number];

/** The same for one field, stronger than the preset. */
export const FIELD_RULES = ['remote', 'local', 'newest', 'manual', 'never'] as const;
export type FieldRule = (typeof FIELD_RULES)[number];

/** What happens here when an entry is gone at the source. */
export const DELETE_RULES = ['unpublish', 'delete', 'keep'] as const;
