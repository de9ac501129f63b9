import type { ReactNode } from 'react';
import { Grid } from '@strapi/design-system';
import { Card } from 'suite-kit/admin';

type Props = { title: string; text?: string; children: ReactNode };

/** A card with fields in two columns, one on small screens. */
export const FieldCard = ({ children, ...head }: Props) => (
  <Card {...head}>
    <Grid.Root gap={5}>{children}</Grid.Root>
  </Card>
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
