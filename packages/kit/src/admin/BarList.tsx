import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { ChartTone } from './charts/chart-data';

export type Bar = {
  key: string;
  label: ReactNode;
  value: number;
  /** The value as people read it: `1.2 s`. */
  text: string;
  /** A second line under the label. */
  note?: ReactNode;
  tone?: ChartTone;
};

type Props = {
  /** Names the list for a screen reader. */
  label: string;
  bars: readonly Bar[];
  /** What a full bar is; the largest value without it. */
  max?: number;
};

/** Values beside one another, as bars with their figures: the picture is its own table. */
export const BarList = ({ label, bars, max }: Props) => {
  const most = max ?? bars.reduce((highest, { value }) => Math.max(highest, value), 0);
  const share = (value: number) => (most > 0 ? Math.min(100, (value / most) * 100) : 0);
  return (
    <Flex tag="ul" aria-label={label} direction="column" alignItems="stretch" gap={3}>
      {bars.map(({ key, label: name, value, text, note, tone = 'primary' }) => (
        <Box tag="li" key={key}>
          <Flex justifyContent="space-between" gap={4} alignItems="baseline">
            <Typography textColor="neutral800" ellipsis>
              {name}
            </Typography>
            <Typography fontWeight="semiBold" textColor="neutral800">
              {text}
            </Typography>
          </Flex>
          <Box background="neutral150" hasRadius marginTop={1} aria-hidden>
            <Box
              background={`${tone}600`}
              hasRadius
              height="6px"
              width={`${share(value)}%`}
              minWidth={value > 0 ? '2px' : 0}
            />
          </Box>
          {note ? (
            <Box paddingTop={1}>
              <Typography variant="pi" textColor="neutral600">
                {note}
              </Typography>
            </Box>
          ) : null}
        </Box>
      ))}
    </Flex>
  );
};
