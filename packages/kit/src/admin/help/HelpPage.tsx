import { useMemo } from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { readHelp, type HelpBlock, type HelpInline } from '../../shared/help-text';
import { MESSAGES } from '../messages';
import { PageFrame } from '../PageFrame';

type Props = {
  /** The documentation by language; it comes with the plugin and opens without a network. */
  texts: Readonly<Record<string, string>>;
  /** Where the way back leads when there is no page before. */
  home: string;
};

/** “How this works”: a plugin's own documentation, inside the admin. */
export const HelpPage = ({ texts, home }: Props) => {
  const { formatMessage, locale } = useIntl();
  const source = texts[locale] ?? texts.en ?? '';
  const [first, ...blocks] = useMemo(() => readHelp(source), [source]);
  const hasTitle = first?.kind === 'heading' && first.level === 1;
  return (
    <PageFrame
      title={hasTitle ? first.text : formatMessage(MESSAGES.howItWorks)}
      navigationAction={<BackButton fallback={home} />}
      state={{ kind: 'content' }}
    >
      <Box background="neutral0" padding={7} shadow="tableShadow" hasRadius>
        <Flex direction="column" alignItems="stretch" gap={4} maxWidth="76rem">
          {(hasTitle || !first ? blocks : [first, ...blocks]).map((block, index) => (
            <Block key={index} block={block} />
          ))}
        </Flex>
      </Box>
    </PageFrame>
  );
};

const Block = ({ block }: { block: HelpBlock }) => {
  if (block.kind === 'heading') {
    const isSmall = block.level === 3;
    return (
      <Box paddingTop={3}>
        <Typography id={block.id} variant={isSmall ? 'delta' : 'beta'} tag={isSmall ? 'h3' : 'h2'}>
          {block.text}
        </Typography>
      </Box>
    );
  }
  if (block.kind === 'paragraph') {
    return (
      <Typography tag="p" lineHeight="2.2rem">
        <Inline parts={block.parts} />
      </Typography>
    );
  }
  if (block.kind === 'code') {
    return (
      <Code tabIndex={0}>
        <code>{block.text}</code>
      </Code>
    );
  }
  if (block.kind === 'list') {
    const items = block.items.map((parts, index) => (
      <li key={index}>
        <Typography lineHeight="2.2rem">
          <Inline parts={parts} />
        </Typography>
      </li>
    ));
    return block.isOrdered ? <Ordered>{items}</Ordered> : <Bullets>{items}</Bullets>;
  }
  return (
    <Box overflow="auto" tabIndex={0}>
      <Table>
        <thead>
          <tr>
            {block.head.map((parts, index) => (
              <th key={index} scope="col">
                <Inline parts={parts} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((parts, column) => (
                <td key={column}>
                  <Inline parts={parts} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Box>
  );
};

const Inline = ({ parts }: { parts: readonly HelpInline[] }) => (
  <>
    {parts.map((part, index) => {
      if (part.kind === 'strong') return <strong key={index}>{part.text}</strong>;
      if (part.kind === 'code') return <InlineCode key={index}>{part.text}</InlineCode>;
      if (part.kind === 'link') return <HelpLink key={index} {...part} />;
      return part.text;
    })}
  </>
);

const HelpLink = ({ text, href }: { text: string; href: string }) =>
  /^https?:/.test(href) ? (
    <Link href={href} isExternal>
      {text}
    </Link>
  ) : (
    <Link tag={RouterLink} to={href}>
      {text}
    </Link>
  );

const Bullets = styled.ul`
  list-style: disc;
  padding-inline-start: ${({ theme }) => theme.spaces[6]};
  color: ${({ theme }) => theme.colors.neutral800};
  /* The numbers and dots, which stand outside of the words. */
  font-size: ${({ theme }) => theme.fontSizes[2]};
`;

const Ordered = styled(Bullets).attrs({ as: 'ol' })`
  list-style: decimal;
`;

const InlineCode = styled.code`
  padding: 0 ${({ theme }) => theme.spaces[1]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  font-family: monospace;
`;

const Code = styled.pre`
  overflow-x: auto;
  padding: ${({ theme }) => theme.spaces[4]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: monospace;
  line-height: 1.6;
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  color: ${({ theme }) => theme.colors.neutral800};

  th,
  td {
    padding: ${({ theme }) => theme.spaces[2]} ${({ theme }) => theme.spaces[3]};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: start;
    vertical-align: top;
    line-height: 1.5;
  }

  th {
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }
`;
