import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ChartMarker } from './chart-data';

export type LegendLine = {
  key: string;
  label: string;
  color: string;
  isDashed: boolean;
  value: string;
};

/** What each line is, and its value where the pointer is, else the last one. */
export const ChartLegend = ({ lines, time }: { lines: LegendLine[]; time: string }) => (
  <Flex gap={4} wrap="wrap" paddingTop={2}>
    {lines.map(({ key, label, color, isDashed, value }) => (
      <Flex key={key} gap={2}>
        <Stroke $color={color} $isDashed={isDashed} aria-hidden />
        <Typography variant="pi" textColor="neutral600">
          {label}
        </Typography>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {value}
        </Typography>
      </Flex>
    ))}
    <Typography variant="pi" textColor="neutral600">
      {time}
    </Typography>
  </Flex>
);

/** The numbered upright lines, in words. */
export const MarkerList = ({ markers }: { markers: readonly ChartMarker[] }) => {
  const { formatDate } = useIntl();
  if (markers.length === 0) return null;
  return (
    <Flex tag="ol" gap={4} wrap="wrap" paddingTop={2}>
      {markers.map(({ at, label }, index) => (
        <Box tag="li" key={`${at}${label}`}>
          <Typography variant="pi" textColor="neutral600">
            {`${index + 1} · ${formatDate(at, { dateStyle: 'short', timeStyle: 'short' })} · ${label}`}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
};

const Stroke = styled.span<{ $color: string; $isDashed: boolean }>`
  width: 1.6rem;
  border-top: 3px ${({ $isDashed }) => ($isDashed ? 'dashed' : 'solid')} ${({ $color }) => $color};
`;
