import { Status, Typography, type StatusProps } from '@strapi/design-system';
import type { ExperimentState } from '../../../shared/contracts/experiments';
import { useTexts } from '../texts';

const VARIANTS: Record<ExperimentState, NonNullable<StatusProps['variant']>> = {
  draft: 'secondary',
  running: 'success',
  stopped: 'neutral',
  promoted: 'alternative',
};

/** The state of a test as a word; the colour only repeats it. */
export const StateBadge = ({ state }: { state: ExperimentState }) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[state]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`experiment.state.${state}`)}
      </Typography>
    </Status>
  );
};
