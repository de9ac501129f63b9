import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

export type Figure = { key: string; label: string; value: ReactNode; note?: ReactNode };

type Props = { label: string; figures: readonly Figure[] };

/** The few figures a page begins with, each with its name and what it means. */
export const Figures = ({ label, figures }: Props) => (
  <Row role="group" aria-label={label}>
    {figures.map(({ key, label: name, value, note }) => (
      <Box key={key} tag="dl" background="neutral0" padding={4} shadow="tableShadow" hasRadius>
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {name}
        </Typography>
        <Typography tag="dd" variant="beta" textColor="neutral800">
          {value}
        </Typography>
        {note ? (
          <Typography tag="dd" variant="pi" textColor="neutral600">
            {note}
          </Typography>
        ) : null}
      </Box>
    ))}
  </Row>
);

/** As many as fit, all of one width; two on the narrowest screen. */
const Row = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  margin-bottom: ${({ theme }) => theme.spaces[4]};
`;
