import type { ReactNode } from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';

export type Figure = { key: string; label: string; value: string; note?: ReactNode };

/** The few figures a page begins with. */
export const Figures = ({ label, figures }: { label: string; figures: Figure[] }) => (
  <Grid.Root role="group" aria-label={label} gap={4} marginBottom={4} gridCols={12}>
    {figures.map(({ key, label: name, value, note }) => (
      <Grid.Item key={key} xs={6} m={4} col={3} direction="column" alignItems="stretch">
        <Box
          tag="dl"
          background="neutral0"
          padding={4}
          shadow="tableShadow"
          hasRadius
          height="100%"
        >
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" variant="beta" textColor="neutral800">
            {value}
          </Typography>
          {note ? (
            <Typography tag="dd" variant="pi" textColor="neutral600">
              {note}
            </Typography>
          ) : null}
        </Box>
      </Grid.Item>
    ))}
  </Grid.Root>
);
