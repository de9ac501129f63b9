import { Status, Typography } from '@strapi/design-system';
import type { ComponentProps } from 'react';
import { useTexts, type TextId } from '../texts';

type Tone = NonNullable<ComponentProps<typeof Status>['variant']>;

const TONES = {
  new: 'secondary',
  ok: 'success',
  failing: 'danger',
  paused: 'secondary',
  queued: 'secondary',
  running: 'primary',
  done: 'success',
  failed: 'danger',
  cancelled: 'secondary',
  created: 'success',
  updated: 'primary',
  unchanged: 'secondary',
  conflict: 'alternative',
  deleted: 'danger',
  skipped: 'secondary',
  synced: 'success',
  pending: 'secondary',
  error: 'danger',
  detached: 'secondary',
  quarantined: 'danger',
} as const satisfies Record<string, Tone>;

export type StateName = keyof typeof TONES;

/** A state in a word, with a colour that says the same. */
export const StateBadge = ({ state }: { state: string }) => {
  const t = useTexts();
  const name: StateName = state in TONES ? (state as StateName) : 'pending';
  const id: TextId = `state.${name}`;
  return (
    <Status variant={TONES[name]} size="S" width="fit-content">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {t(id)}
      </Typography>
    </Status>
  );
};
