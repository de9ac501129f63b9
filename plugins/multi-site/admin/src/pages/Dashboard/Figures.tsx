import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

export type Figure = { key: string; label: string; value: number };

/** A row of figures, each with what it counts. */
export const Figures = ({ label, figures }: { label: string; figures: readonly Figure[] }) => {
  const { formatNumber } = useIntl();
  return (
    <Box paddingBottom={4}>
      <Grid.Root gap={4} role="group" aria-label={label}>
        {figures.map(({ key, label: name, value }) => (
          <Grid.Item key={key} col={3} s={6} xs={6} direction="column" alignItems="stretch">
            <Flex
              direction="column-reverse"
              alignItems="flex-start"
              gap={1}
              padding={4}
              background="neutral0"
              shadow="tableShadow"
              height="100%"
              justifyContent="flex-end"
              hasRadius
            >
              <Typography tag="p" variant="pi" textColor="neutral600">
                {name}
              </Typography>
              <Typography tag="p" variant="alpha">
                {formatNumber(value)}
              </Typography>
            </Flex>
          </Grid.Item>
        ))}
      </Grid.Root>
    </Box>
  );
};
