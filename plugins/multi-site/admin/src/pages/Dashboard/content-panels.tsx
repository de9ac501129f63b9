import { Box, Flex, Link, Table, Tbody, Td, Tr, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { RelativeTime } from 'suite-kit/admin';
import type { RecentEntry, TypeFigures } from '../../../../shared/contracts/dashboard';
import { PlainHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';
import { Nothing, Panel } from './Panel';

/** Entries by type and state; an entry in two languages counts twice. */
export const ContentPanel = ({ types }: { types: readonly TypeFigures[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const columns = ['published', 'modified', 'drafts'] as const;
  return (
    <Panel title={t('dashboard.content')} isWide>
      {types.length === 0 ? (
        <Nothing>{t('dashboard.content.none')}</Nothing>
      ) : (
        <Table colCount={4} rowCount={types.length + 1}>
          <PlainHeads
            labels={[t('dashboard.type'), ...columns.map((column) => t(`dashboard.${column}`))]}
          />
          <Tbody>
            {types.map((type) => (
              <Tr key={type.uid}>
                <Td>
                  <Typography fontWeight="semiBold">{type.name}</Typography>
                </Td>
                {columns.map((column) => (
                  <Td key={column}>
                    <Typography textColor="neutral800">{formatNumber(type[column])}</Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Panel>
  );
};

/** What was written last. Links work while this tab is on the site; else they would lead nowhere. */
export const RecentPanel = ({ recent }: { recent: readonly RecentEntry[] }) => {
  const t = useTexts();
  return (
    <Panel title={t('dashboard.recent')}>
      {recent.length === 0 ? (
        <Nothing>{t('dashboard.recent.none')}</Nothing>
      ) : (
        <Flex tag="ol" direction="column" alignItems="stretch" gap={3}>
          {recent.map((entry) => (
            <Box tag="li" key={`${entry.contentType} ${entry.documentId} ${entry.locale ?? ''}`}>
              <Link tag={RouterLink} to={addressOf(entry)}>
                {entry.title}
              </Link>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {entry.typeName}
                {entry.locale ? ` · ${entry.locale}` : ''} ·{' '}
                <RelativeTime value={entry.updatedAt} />
                {entry.updatedBy ? ` · ${entry.updatedBy}` : ''}
              </Typography>
            </Box>
          ))}
        </Flex>
      )}
    </Panel>
  );
};

function addressOf({ contentType, documentId, locale, isSingle }: RecentEntry): string {
  const place = isSingle
    ? `single-types/${contentType}`
    : `collection-types/${contentType}/${documentId}`;
  return `/content-manager/${place}${locale ? `?plugins[i18n][locale]=${locale}` : ''}`;
}
