import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

type Props = {
  title?: string;
  text?: string;
  action?: ReactNode;
  /** Alone in a cell: as high as its row, and the grid makes the distance. */
  isCell?: boolean;
  children?: ReactNode;
};

/** A white block of the page: with a heading, a sentence and an action, or plain. */
export const Card = ({ title, text, action, isCell = false, children }: Props) => (
  <Box
    tag={title ? 'section' : 'div'}
    aria-label={title}
    background="neutral0"
    padding={{ initial: 4, medium: 6 }}
    marginBottom={isCell ? 0 : 4}
    {...(isCell ? { height: '100%' } : {})}
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
    {children ? <Body $isFirst={!title}>{children}</Body> : null}
  </Box>
);

const Body = styled.div<{ $isFirst: boolean }>`
  padding-top: ${({ theme, $isFirst }) => ($isFirst ? 0 : theme.spaces[4])};

  /* Children may have nothing to show, such as a dialog that is closed. */
  &:empty {
    display: none;
  }

  /* The card is the frame: Strapi's tables would draw a second one in it. */
  & div:has(> div > div > table) {
    border: 0;
    box-shadow: none;
  }
  & div:has(> table) {
    padding-inline: 0;
  }
`;
