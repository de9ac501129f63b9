import { useState } from 'react';
import {
  Box,
  Button,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tbody,
  Td,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Pagination, useQueryParams } from '@strapi/strapi/admin';
import {
  ConfirmAction,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { AuditAction, AuditEntry } from '../../../../shared/contracts/audit';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { usePermissions } from '../../permissions';
import { useListSiteAuditQuery, useUndoSiteChangeMutation } from '../../services/moves';
import { PlainHeads } from '../../components/TableHeads';
import { useTexts } from '../../texts';

const ACTIONS: AuditAction[] = [
  'move',
  'assign',
  'share',
  'unshare',
  'copy',
  'member-set',
  'member-remove',
  'member-invite',
];
const BY_SHARING: AuditAction[] = ['share', 'unshare', 'copy'];
const COLUMNS = ['when', 'who', 'what', 'where', 'actions'] as const;

/** What was done to sites, by whom, and the way back where there is one. */
export const AuditPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadAudit, canMoveEntries, canShareEntries, isLoading: isAsking } = usePermissions();
  const mayUndo = (entry: AuditEntry) =>
    BY_SHARING.includes(entry.action) ? canShareEntries : canMoveEntries;
  const [{ query }, setQuery] = useQueryParams<{
    page?: string;
    pageSize?: string;
    action?: string;
  }>();
  const action = ACTIONS.find((known) => known === query.action);
  const list = useListSiteAuditQuery(
    {
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 20,
      ...(action ? { action } : {}),
    },
    { skip: !canReadAudit },
  );
  const [asked, setAsked] = useState<AuditEntry | null>(null);
  const undo = useUndo(() => setAsked(null));
  const entries = list.data?.data ?? [];

  return (
    <PageFrame
      title={t('audit.title')}
      help={t('audit.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canReadAudit,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: entries.length === 0 && !action ? { message: t('audit.empty') } : null,
      })}
    >
      <Box width="24rem" maxWidth="100%" paddingBottom={4}>
        <SingleSelect
          size="S"
          aria-label={t('audit.filter')}
          placeholder={t('audit.all')}
          value={action ?? null}
          onChange={(value) => setQuery({ action: String(value), page: '1' })}
          onClear={() => setQuery({ action: undefined }, 'remove')}
          clearLabel={t('audit.all')}
        >
          {ACTIONS.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`audit.action.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <Table colCount={COLUMNS.length} rowCount={entries.length + 1}>
        <PlainHeads labels={COLUMNS.map((column) => t(`audit.column.${column}`))} />
        <Tbody>
          {entries.map((entry) => (
            <AuditRow
              key={entry.id}
              entry={entry}
              onUndo={mayUndo(entry) ? () => setAsked(entry) : undefined}
            />
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
        title={t('audit.undo-title')}
        confirmLabel={t('move.undo')}
        variant="default"
        onConfirm={async () => {
          if (asked) await undo(asked);
        }}
      >
        {asked && BY_SHARING.includes(asked.action)
          ? t(`audit.undo-text.${asked.action as 'share' | 'unshare' | 'copy'}`, {
              count: asked.count,
            })
          : t('audit.undo-text', { count: asked?.count ?? 0, site: asked?.site ?? '' })}
      </ConfirmAction>
    </PageFrame>
  );
};

const AuditRow = ({ entry, onUndo }: { entry: AuditEntry; onUndo?: () => void }) => {
  const t = useTexts();
  const { site, otherSite } = entry;
  const where = [site, otherSite].filter(Boolean).join(' → ');
  return (
    <Tr>
      <Td>
        <Typography>
          <RelativeTime value={entry.at} />
        </Typography>
      </Td>
      <Td>
        <Typography>{entry.by ?? t('panel.program')}</Typography>
      </Td>
      <Td>
        <Typography>
          {t(`audit.action.${entry.action}`)}: {entry.subject} ({entry.count})
        </Typography>
      </Td>
      <Td>
        <Typography>{where || '-'}</Typography>
      </Td>
      <Td>
        {entry.undoneAt ? (
          <Typography textColor="neutral600">{t('audit.undone')}</Typography>
        ) : entry.canUndo && onUndo ? (
          <Button variant="tertiary" size="S" onClick={onUndo}>
            {t('move.undo')}
          </Button>
        ) : null}
      </Td>
    </Tr>
  );
};

function useUndo(onDone: () => void) {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [undo] = useUndoSiteChangeMutation();
  return async (entry: AuditEntry) => {
    const result = await undo(entry.id);
    if ('error' in result) return notify.problem(result.error);
    const { undone, refused } = result.data;
    const [first] = refused;
    if (first) notify.info(t('audit.refused', { count: refused.length, reason: first.reason }));
    if (undone > 0) notify.success(t('move.undone', { count: undone }));
    onDone();
  };
}
