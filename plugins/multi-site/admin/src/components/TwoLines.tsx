import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';

type Props = { children: ReactNode; note: ReactNode };

/** A name in a table, and under it, smaller, what identifies it for those who need to know. */
export const TwoLines = ({ children, note }: Props) => (
  <>
    <Typography tag="p" fontWeight="semiBold">
      {children}
    </Typography>
    <Typography tag="p" variant="pi" textColor="neutral600">
      {note}
    </Typography>
  </>
);
