import { Typography } from '@strapi/design-system';
import type { Counts } from '../../../shared/contracts/sources';
import { useTexts } from '../texts';

const NAMES = [
  'created',
  'updated',
  'conflicts',
  'deleted',
  'failed',
  'skipped',
  'unchanged',
] as const satisfies (keyof Counts)[];

/** "3 new, 1 changed, 96 unchanged": only what is not zero. */
export const CountsLine = ({ counts }: { counts: Counts | null }) => {
  const t = useTexts();
  const parts = NAMES.filter((name) => (counts?.[name] ?? 0) > 0).map((name) =>
    t(`counts.${name}`, { count: counts?.[name] ?? 0 }),
  );
  return (
    <Typography textColor="neutral800">
      {parts.length > 0 ? parts.join(', ') : t('counts.nothing')}
    </Typography>
  );
};
