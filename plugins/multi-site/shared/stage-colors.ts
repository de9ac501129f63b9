/** Names of theme colours, so that stages look right in the dark as well. */
export const STAGE_COLORS = [
  'neutral',
  'primary',
  'secondary',
  'alternative',
  'warning',
  'success',
  'danger',
] as const;
export type StageColor = (typeof STAGE_COLORS)[number];
