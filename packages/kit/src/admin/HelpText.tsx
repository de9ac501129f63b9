import type { ReactNode } from 'react';
import { Box, Link, Typography } from '@strapi/design-system';

type Props = {
  /** What the screen is for and what its buttons do, in plain words. */
  children: ReactNode;
  /** A page that says more. */
  link?: { href: string; label: string };
};

/** The one paragraph every screen begins with. */
export const HelpText = ({ children, link }: Props) => (
  <Box paddingBottom={6} maxWidth="76rem">
    <Typography tag="p" textColor="neutral600">
      {children}
      {link ? (
        <>
          {' '}
          <Link href={link.href} isExternal>
            {link.label}
          </Link>
        </>
      ) : null}
    </Typography>
  </Box>
);
