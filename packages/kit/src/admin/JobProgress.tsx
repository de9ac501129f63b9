import { useId } from 'react';
import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { MESSAGES } from './messages';

type Props = { label: string; done: number; total: number };

/** How far a background job is, in figures and as a bar. */
export const JobProgress = ({ label, done, total }: Props) => {
  const { formatMessage } = useIntl();
  const id = useId();
  const share = total === 0 ? 1 : Math.min(1, done / total);
  return (
    <Box>
      <Flex justifyContent="space-between" gap={4} paddingBottom={2}>
        <Typography id={id} fontWeight="semiBold">
          {label}
        </Typography>
        <Typography textColor="neutral600">
          {formatMessage(MESSAGES.progress, { done, total })}
        </Typography>
      </Flex>
      <Wide aria-labelledby={id} value={Math.round(share * 100)} />
    </Box>
  );
};

const Wide = styled(ProgressBar)`
  width: 100%;
`;
