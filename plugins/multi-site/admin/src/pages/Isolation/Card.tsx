import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

type Props = { title: string; text?: string; action?: ReactNode; children?: ReactNode };

/** A white block of the page with a heading, a sentence and an action. */
export const Card = ({ title, text, action, children }: Props) => (
  <Box
    tag="section"
    aria-label={title}
    background="neutral0"
    padding={{ initial: 4, medium: 6 }}
    marginBottom={4}
    shadow="tableShadow"
    hasRadius
  >
    <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
      <Box flex="1 1 28rem">
        <Typography tag="h2" variant="delta">
          {title}
        </Typography>
        {text ? (
          <Box paddingTop={2} maxWidth="72rem">
            <Typography tag="p" textColor="neutral600">
              {text}
            </Typography>
          </Box>
        ) : null}
      </Box>
      {action}
    </Flex>
    {children ? <Box paddingTop={4}>{children}</Box> : null}
  </Box>
);
