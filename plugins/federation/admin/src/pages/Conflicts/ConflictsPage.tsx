import { useState } from 'react';
import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { PageFrame, pageState, useApiMessage, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { FederationAreas } from '../../components/FederationAreas';
import { ListPages } from '../../components/ListPages';
import { usePage } from '../../components/use-page';
import { usePermissions } from '../../permissions';
import {
  useListFederationConflictsQuery,
  useResolveFederationConflictsMutation,
} from '../../services/conflicts';
import { useTexts } from '../../texts';
import { ConflictsTable } from './ConflictsTable';

/** What was changed on both sides and waits for somebody to decide. */
export const ConflictsPage = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canResolve, isLoading: isAsking } = usePermissions();
  const { params, query, setQuery } = usePage();
  const state = query.state === 'resolved' ? 'resolved' : 'open';
  const list = useListFederationConflictsQuery(
    { ...params, state, ...(query.source && { source: query.source }) },
    { skip: !canRead },
  );
  const [resolveMany, { isLoading: isResolving }] = useResolveFederationConflictsMutation();
  const [selected, setSelected] = useState<string[]>([]);
  const conflicts = list.data?.data ?? [];
  const chosen = selected.filter((id) => conflicts.some((conflict) => conflict.id === id));

  const settle = async (choice: 'local' | 'remote') => {
    const result = await resolveMany({ ids: chosen, choice });
    if ('error' in result) return notify.problem(result.error);
    setSelected([]);
    const { resolved, failed } = result.data;
    if (resolved > 0) notify.success(t('conflicts.settled', { count: resolved }));
    if (failed[0]) notify.problem({ message: failed[0].message });
  };

  return (
    <PageFrame
      title={t('conflicts.title')}
      subtitle={
        list.data && state === 'open'
          ? t('conflicts.subtitle', { count: list.data.meta.pagination.total })
          : undefined
      }
      help={t('conflicts.help')}
      areas={<FederationAreas />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
      })}
    >
      <Flex gap={3} wrap="wrap" justifyContent="space-between" paddingBottom={4}>
        <SingleSelect
          size="S"
          aria-label={t('conflicts.filter')}
          value={state}
          onChange={(value) => {
            setSelected([]);
            setQuery({ state: String(value), page: '1' });
          }}
        >
          <SingleSelectOption value="open">{t('conflicts.open')}</SingleSelectOption>
          <SingleSelectOption value="resolved">{t('conflicts.resolved')}</SingleSelectOption>
        </SingleSelect>
        {chosen.length > 0 && canResolve ? (
          <Flex gap={2} wrap="wrap">
            <Typography textColor="neutral600" role="status">
              {t('conflicts.selected', { count: chosen.length })}
            </Typography>
            <Button
              size="S"
              variant="secondary"
              loading={isResolving}
              onClick={() => void settle('local')}
            >
              {t('conflicts.keep-here')}
            </Button>
            <Button
              size="S"
              variant="secondary"
              loading={isResolving}
              onClick={() => void settle('remote')}
            >
              {t('conflicts.take-there')}
            </Button>
          </Flex>
        ) : null}
      </Flex>
      {conflicts.length === 0 ? (
        <Flex
          justifyContent="center"
          padding={8}
          background="neutral0"
          shadow="tableShadow"
          hasRadius
        >
          <Typography textColor="neutral600">
            {t(state === 'open' ? 'conflicts.none-open' : 'conflicts.none-resolved')}
          </Typography>
        </Flex>
      ) : (
        <ConflictsTable
          conflicts={conflicts}
          selected={chosen}
          onSelect={canResolve && state === 'open' ? setSelected : null}
        />
      )}
      <ListPages pagination={list.data?.meta.pagination} />
    </PageFrame>
  );
};
