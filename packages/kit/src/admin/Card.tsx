import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

type Props = { title?: string; text?: string; action?: ReactNode; children?: ReactNode };

/** A white block of the page: with a heading, a sentence and an action, or plain. */
export const Card = ({ title, text, action, children }: Props) => (
  <Box
    tag={title ? 'section' : 'div'}
    aria-label={title}
    background="neutral0"
    padding={{ initial: 4, medium: 6 }}
    marginBottom={4}
    shadow="tableShadow"
    hasRadius
  >
    {title ? (
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box flex="1 1 24rem" minWidth={0}>
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
    ) : null}
    {children ? <Box paddingTop={title ? 4 : 0}>{children}</Box> : null}
  </Box>
);
