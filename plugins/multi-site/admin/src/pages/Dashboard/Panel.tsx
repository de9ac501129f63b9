import type { ReactNode } from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';

type Props = { title: string; children: ReactNode; isWide?: boolean };

/** One answer of a dashboard: a heading and what it says. */
export const Panel = ({ title, children, isWide = false }: Props) => (
  <Grid.Item col={isWide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      padding={{ initial: 4, medium: 5 }}
      shadow="tableShadow"
      height="100%"
      hasRadius
    >
      <Box paddingBottom={4}>
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  </Grid.Item>
);

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral600">{children}</Typography>
);
