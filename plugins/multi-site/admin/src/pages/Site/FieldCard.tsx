import type { ReactNode } from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';

type Props = { title: string; text?: string | undefined; children: ReactNode };

/** A white card with a heading and fields in two columns, one on small screens. */
export const FieldCard = ({ title, text, children }: Props) => (
  <Box
    tag="section"
    aria-label={title}
    background="neutral0"
    padding={{ initial: 4, medium: 6 }}
    marginBottom={4}
    shadow="tableShadow"
    hasRadius
  >
    <Box paddingBottom={4}>
      <Typography tag="h2" variant="delta">
        {title}
      </Typography>
      {text ? (
        <Typography tag="p" textColor="neutral600">
          {text}
        </Typography>
      ) : null}
    </Box>
    <Grid.Root gap={5}>{children}</Grid.Root>
  </Box>
);

export const FieldCell = ({
  children,
  isWide = false,
}: {
  children: ReactNode;
  isWide?: boolean;
}) => (
  <Grid.Item col={isWide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
