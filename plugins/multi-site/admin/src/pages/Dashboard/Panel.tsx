import type { ReactNode } from 'react';
import { Grid, Typography } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';

type Props = { title: string; children: ReactNode; isWide?: boolean };

/** One answer of a dashboard: a heading and what it says. */
export const Panel = ({ title, children, isWide = false }: Props) => (
  <Grid.Item col={isWide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
    <Card title={title} isCell>
      {children}
    </Card>
  </Grid.Item>
);

export const Nothing = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral600">{children}</Typography>
);
