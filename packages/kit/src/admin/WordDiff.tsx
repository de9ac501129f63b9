import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { wordDiff } from '../shared/word-diff';
import { MESSAGES } from './messages';

type Props = { before: string; after: string; label: string };

/** A text before and after, by words: struck through and underlined, not by colour alone. */
export const WordDiff = ({ before, after, label }: Props) => {
  const { formatMessage } = useIntl();
  return (
    <Box role="group" aria-label={label}>
      <Typography tag="p" lineHeight={1.6}>
        {wordDiff(before, after).map(({ kind, text }, index) => {
          if (kind === 'same') return <span key={index}>{text}</span>;
          const Mark = kind === 'added' ? Added : Removed;
          const title = kind === 'added' ? MESSAGES.wordAdded : MESSAGES.wordRemoved;
          return (
            <Mark key={index} title={formatMessage(title)}>
              {text}
            </Mark>
          );
        })}
      </Typography>
    </Box>
  );
};

const Added = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  overflow-wrap: anywhere;
`;

const Removed = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  text-decoration: line-through;
  overflow-wrap: anywhere;
`;
