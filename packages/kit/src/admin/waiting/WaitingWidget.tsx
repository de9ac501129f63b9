import { Box, Flex, Typography } from '@strapi/design-system';
import { ChevronRight } from '@strapi/icons';
import { Widget } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { MESSAGES } from '../messages';
import { useWaiting, type WaitingItem } from './use-waiting';

/** What somebody has to decide or do, of all plugins; each line leads there. */
export const WaitingWidget = () => {
  const { formatMessage } = useIntl();
  const state = useWaiting();
  if (state.kind === 'loading') return <Widget.Loading />;
  if (state.items.length === 0 && state.failed > 0) return <Widget.Error />;
  if (state.items.length === 0) {
    return <Widget.NoData>{formatMessage(MESSAGES.waitingNothing)}</Widget.NoData>;
  }
  return (
    <Box>
      <Flex tag="ul" direction="column" alignItems="stretch">
        {state.items.map((item) => (
          <li key={item.line.id}>
            <Line {...item} />
          </li>
        ))}
      </Flex>
      {state.failed > 0 ? (
        <Typography variant="pi" textColor="neutral600" tag="p" role="status">
          {formatMessage(MESSAGES.waitingIncomplete)}
        </Typography>
      ) : null}
    </Box>
  );
};

const Line = ({ line, count }: WaitingItem) => {
  const { formatMessage } = useIntl();
  return (
    <LineLink to={line.to.startsWith('/') ? line.to : `/${line.to}`}>
      <Typography textColor="neutral800">{formatMessage(line.label, { count })}</Typography>
      <ChevronRight aria-hidden fill="neutral500" />
    </LineLink>
  );
};

const LineLink = styled(Link)`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[3]};
  padding: ${({ theme }) => theme.spaces[3]} ${({ theme }) => theme.spaces[2]};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-decoration: none;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;
