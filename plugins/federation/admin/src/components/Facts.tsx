import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

/** Names and values below each other. */
export const Facts = ({ facts }: { facts: { label: string; value: ReactNode }[] }) => (
  <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start">
    {facts.map(({ label, value }) => (
      <Box key={label} minWidth="12rem" maxWidth="100%">
        <Typography tag="dt" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        <Typography tag="dd" textColor="neutral800">
          {value}
        </Typography>
      </Box>
    ))}
  </Flex>
);
