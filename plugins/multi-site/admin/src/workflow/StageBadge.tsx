import { Box, Flex, Typography } from '@strapi/design-system';
import type { StageColor } from '../../../shared/stage-colors';

export const stageToken = (color: StageColor) =>
  color === 'neutral' ? 'neutral400' : (`${color}600` as const);

type Props = { name: string; color: StageColor };

/** A stage as a word; the dot only repeats it. */
export const StageBadge = ({ name, color }: Props) => (
  <Flex gap={2} tag="span" alignItems="center" maxWidth="20rem">
    <StageDot color={color} />
    <Typography tag="span" textColor="neutral800" ellipsis>
      {name}
    </Typography>
  </Flex>
);

export const StageDot = ({ color }: Pick<Props, 'color'>) => (
  <Box
    tag="span"
    aria-hidden
    background={stageToken(color)}
    width="0.8rem"
    height="0.8rem"
    borderRadius="50%"
    shrink={0}
    display="inline-block"
  />
);
