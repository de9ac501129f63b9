import { useState } from 'react';
import {
  Box,
  Button,
  Link as TextLink,
  Table,
  Tbody,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Pagination, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { ShareRow } from '../../../../shared/contracts/shares';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSiteChoice } from '../../choice';
import { useListSharesQuery, useStopSharingMutation } from '../../services/shares';
import { PlainHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';
import { entryAddress } from './entry-address';
import { TabState } from './TabState';

const COLUMNS = ['entry', 'type', 'owner', 'readers', 'actions'] as const;

export const SharesTab = ({ direction }: { direction: 'out' | 'in' }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { choice } = useSiteChoice();
  const [{ query }] = useQueryParams<{ page?: string; pageSize?: string }>();
  const list = useListSharesQuery({
    direction,
    page: Number(query.page) || 1,
    pageSize: Number(query.pageSize) || 20,
  });
  const [asked, setAsked] = useState<ShareRow | null>(null);
  const [stop] = useStopSharingMutation();
  const rows = list.data?.data ?? [];
  const here = choice.kind === 'site' ? choice.site.id : null;

  const end = async () => {
    if (!asked) return;
    const { contentType, documentId } = asked;
    const own = direction === 'in' && here !== null ? { sites: [here] } : {};
    const answer = await stop({ contentType, documentIds: [documentId], ...own });
    if ('error' in answer) return notify.problem(answer.error);
    notify.success(t('share.stopped'));
    setAsked(null);
  };
  const readersOf = ({ isEverywhere, sites }: ShareRow) =>
    isEverywhere ? t('share.badge.all') : sites.map(({ name }) => name).join(', ');

  return (
    <TabState
      isLoading={list.isLoading}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={rows.length === 0 ? t(`sharing.empty.${direction}`) : null}
    >
      <Table colCount={COLUMNS.length} rowCount={rows.length + 1}>
        <PlainHeads labels={COLUMNS.map((column) => t(`sharing.column.${column}`))} />
        <Tbody>
          {rows.map((row) => (
            <Tr key={`${row.contentType} ${row.documentId}`}>
              <Td>
                <TextLink tag={Link} to={entryAddress(row)}>
                  {row.title}
                </TextLink>
              </Td>
              <Td>
                <Typography>{row.typeName}</Typography>
              </Td>
              <Td>
                <Typography>{row.owner?.name ?? '-'}</Typography>
              </Td>
              <Td>
                <Typography>{readersOf(row) || '-'}</Typography>
              </Td>
              <Td>
                <Button
                  size="S"
                  variant="danger-light"
                  aria-label={t(direction === 'in' ? 'sharing.stop-here-of' : 'sharing.stop-of', {
                    title: row.title,
                  })}
                  onClick={() => setAsked(row)}
                >
                  {t(direction === 'in' ? 'share.stop-here' : 'share.stop')}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      <Box paddingTop={4}>
        <Pagination.Root {...list.data?.meta.pagination}>
          <Pagination.PageSize />
          <Pagination.Links />
        </Pagination.Root>
      </Box>
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t(direction === 'in' ? 'share.stop-here-title' : 'share.stop-title')}
        confirmLabel={t(direction === 'in' ? 'share.stop-here' : 'share.stop')}
        onConfirm={end}
      >
        {asked && direction === 'in'
          ? t('share.stop-here-text', { owner: asked.owner?.name ?? '' })
          : asked?.isEverywhere
            ? t('share.stop-text-all')
            : t('share.stop-text', { sites: asked ? readersOf(asked) : '' })}
      </ConfirmAction>
    </TabState>
  );
};
