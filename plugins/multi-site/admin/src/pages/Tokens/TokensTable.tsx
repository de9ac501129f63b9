import { useState } from 'react';
import { Box, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { RelativeTime } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import type { TokenBinding } from '../../../../shared/contracts/tokens';
import { NETWORK } from '../../../../shared/plugin';
import { TableHeads } from '../../components/TableHeads';
import { useTexts, type TextId } from '../../texts';
import { BindTokenDialog, type Binding } from './BindTokenDialog';

/** The value that stands for "no site" in the select, which knows no null. */
const NONE = 'none';

/** Strapi's words for what a token may do. */
const TYPES: Record<string, TextId> = {
  'read-only': 'tokens.type.read-only',
  'full-access': 'tokens.type.full-access',
};

type Props = { tokens: TokenBinding[]; sites: Site[] };

export const TokensTable = ({ tokens, sites }: Props) => {
  const t = useTexts();
  const [asked, setAsked] = useState<Binding | null>(null);
  const columns = ['name', 'type', 'site', 'used'] as const;
  const headers = columns.map((name) => ({ name, label: t(`tokens.column.${name}`) }));
  const rows = tokens.map((token) => ({ ...token, id: token.tokenId }));

  const ask = (token: TokenBinding, value: string) => {
    const site = value === NONE ? null : value;
    if (site === token.site) return;
    const name = sites.find(({ id }) => id === site)?.name ?? '';
    setAsked({ token, site, name });
  };

  return (
    <>
      <Table.Root rows={rows} headers={headers}>
        <Table.Content>
          <TableHeads headers={headers} />
          <Table.Body>
            {rows.map((token) => (
              <Table.Row key={token.tokenId}>
                <Table.Cell>
                  <Typography fontWeight="semiBold">{token.name}</Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography textColor="neutral800">
                    {t(TYPES[token.type] ?? 'tokens.type.custom')}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Box minWidth="22rem">
                    <SingleSelect
                      size="S"
                      aria-label={t('tokens.site-of', { name: token.name })}
                      value={token.site ?? NONE}
                      onChange={(value) => ask(token, String(value))}
                    >
                      <SingleSelectOption value={NONE}>{t('tokens.none')}</SingleSelectOption>
                      <SingleSelectOption value={NETWORK}>{t('tokens.network')}</SingleSelectOption>
                      {sites.map(({ id, name }) => (
                        <SingleSelectOption key={id} value={id}>
                          {name}
                        </SingleSelectOption>
                      ))}
                    </SingleSelect>
                  </Box>
                </Table.Cell>
                <Table.Cell>
                  <Typography textColor="neutral800">
                    {token.lastUsedAt ? (
                      <RelativeTime value={token.lastUsedAt} />
                    ) : (
                      t('tokens.never-used')
                    )}
                  </Typography>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table.Content>
      </Table.Root>
      {asked ? <BindTokenDialog binding={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
};
