import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

type Props = { label: string; value: ReactNode; hint?: string };

/** One figure with its name and what it means. */
export const Figure = ({ label, value, hint }: Props) => (
  <Box
    background="neutral0"
    padding={4}
    shadow="tableShadow"
    hasRadius
    flex="1 1 18rem"
    minWidth={0}
  >
    <Typography tag="p" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Typography tag="p" variant="alpha">
      {value}
    </Typography>
    {hint ? (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {hint}
      </Typography>
    ) : null}
  </Box>
);
