import { Status, Typography, type StatusProps } from '@strapi/design-system';
import type { SiteStatus } from '../../../shared/contracts/sites';
import { useTexts } from '../texts';

const VARIANTS: Record<SiteStatus, NonNullable<StatusProps['variant']>> = {
  draft: 'secondary',
  live: 'success',
  maintenance: 'alternative',
  archived: 'neutral',
};

type Props = { status: SiteStatus; size?: StatusProps['size'] };

/** The state of a site as a word; the colour only repeats it. */
export const SiteStatusBadge = ({ status, size = 'S' }: Props) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[status]} size={size} width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`status.${status}`)}
      </Typography>
    </Status>
  );
};
