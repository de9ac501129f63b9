import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Pagination, useQueryParams } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { PageFrame, pageState, useApiMessage } from 'suite-kit/admin';
import { PLUGIN_ID, RULE_STATES, type RuleState } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListP13nRulesQuery } from '../../services/api';
import { useTexts } from '../../texts';
import { RulesTable } from './RulesTable';
import { RulesToolbar } from './RulesToolbar';

type Search = { page?: string; pageSize?: string; state?: RuleState; _q?: string };

/** All rules in the order in which they win. */
export const RulesPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageRules, isLoading: isAsking } = usePermissions();
  const [{ query }] = useQueryParams<Search>();
  const state = RULE_STATES.find((one) => one === query.state);
  const list = useListP13nRulesQuery(
    {
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 50,
      ...(query._q ? { q: query._q } : {}),
      ...(state ? { state } : {}),
    },
    { skip: !canRead },
  );
  const rules = list.data?.data ?? [];
  const pagination = list.data?.meta.pagination;
  const isFiltered = Boolean(query._q) || state !== undefined;
  const create = canManageRules ? (
    <LinkButton tag={Link} to={PATHS.newRule} startIcon={<Plus />}>
      {t('rules.create')}
    </LinkButton>
  ) : undefined;
  const isEmpty = !isFiltered && list.data !== undefined && rules.length === 0;

  return (
    <PageFrame
      title={t('rules.title')}
      subtitle={pagination ? t('rules.subtitle', { count: pagination.total }) : undefined}
      help={t('rules.help')}
      areas={<PluginAreas />}
      primaryAction={isEmpty ? undefined : create}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: isEmpty ? { message: t('rules.empty'), action: create } : null,
      })}
    >
      <RulesToolbar state={state ?? null} />
      <RulesTable
        rules={rules}
        canManage={canManageRules}
        canMove={canManageRules && !isFiltered}
      />
      {pagination && pagination.total > 10 ? (
        <Pagination.Root {...pagination} defaultPageSize={50}>
          <Pagination.PageSize />
          <Pagination.Links />
        </Pagination.Root>
      ) : null}
    </PageFrame>
  );
};
