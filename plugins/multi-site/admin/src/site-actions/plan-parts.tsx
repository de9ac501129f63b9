import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useTexts } from '../texts';

/** Shown of a longer list. */
const SHOWN = 6;

/** One part of what will happen, with its heading. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box tag="section" aria-label={title}>
    <Typography tag="h3" variant="omega" fontWeight="bold">
      {title}
    </Typography>
    {children}
  </Box>
);

/** The first of a list, and how many more there are. */
export const Names = ({ names }: { names: string[] }) => {
  const t = useTexts();
  const rest = names.length - SHOWN;
  return (
    <Box tag="ul" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
      {names.slice(0, SHOWN).map((name, index) => (
        <Typography key={`${name} ${index}`} tag="li" textColor="neutral700">
          {name}
        </Typography>
      ))}
      {rest > 0 ? (
        <Typography tag="li" textColor="neutral600">
          {t('move.more', { count: rest })}
        </Typography>
      ) : null}
    </Box>
  );
};
