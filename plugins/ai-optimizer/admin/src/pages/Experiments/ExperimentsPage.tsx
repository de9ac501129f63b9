import {
  Box,
  Flex,
  Link as TextLink,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Pagination, Table, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import {
  PageFrame,
  pageState,
  RelativeTime,
  siteNameOf,
  useApiMessage,
  useSiteView,
} from 'suite-kit/admin';
import type { ExperimentState, ExperimentSummary } from '../../../../shared/contracts/experiments';
import { EXPERIMENT_STATES } from '../../../../shared/experiment-states';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Areas } from '../../components/Areas';
import { StateBadge } from '../../components/StateBadge';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListExperimentsQuery } from '../../services/experiments';
import { useTexts } from '../../texts';

type Search = { page?: string; pageSize?: string; state?: string };

/** All tests: planned, running, and those that wait to be decided on. */
export const ExperimentsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canReadExperiments, canManageExperiments, isLoading: isAsking } = usePermissions();
  const [{ query }, setQuery] = useQueryParams<Search>();
  const state = EXPERIMENT_STATES.find((one) => one === query.state);
  const list = useListExperimentsQuery(
    {
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 20,
      ...(state ? { state } : {}),
    },
    { skip: !canReadExperiments },
  );
  const rows = list.data?.data ?? [];
  const pagination = list.data?.meta.pagination;
  const add = canManageExperiments ? (
    <LinkButton tag={Link} to={PATHS.newExperiment} startIcon={<Plus />}>
      {t('experiments.create')}
    </LinkButton>
  ) : undefined;
  const isEmpty = pagination?.total === 0 && !state;

  return (
    <PageFrame
      title={t('experiments.title')}
      subtitle={pagination ? t('experiments.subtitle', { count: pagination.total }) : undefined}
      help={t('experiments.help')}
      areas={<Areas />}
      primaryAction={isEmpty ? undefined : add}
      state={pageState({
        isAllowed: canReadExperiments,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: isEmpty ? { message: t('experiments.empty'), action: add } : null,
      })}
    >
      <Flex paddingBottom={4}>
        <Box minWidth="18rem">
          <SingleSelect
            size="S"
            aria-label={t('experiments.filter')}
            placeholder={t('experiments.all')}
            value={state ?? null}
            onChange={(value) => setQuery({ state: String(value), page: '1' })}
            onClear={() => setQuery({ state: undefined }, 'remove')}
            clearLabel={t('quality.clear')}
          >
            {EXPERIMENT_STATES.map((one: ExperimentState) => (
              <SingleSelectOption key={one} value={one}>
                {t(`experiment.state.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      </Flex>
      {rows.length > 0 ? (
        <ExperimentsTable rows={rows} />
      ) : (
        <Typography>{t('experiments.no-match')}</Typography>
      )}
      {pagination && pagination.total > 10 ? (
        <Flex paddingTop={4} justifyContent="space-between" overflow="auto">
          <Pagination.Root {...pagination} defaultPageSize={20}>
            <Pagination.PageSize />
            <Pagination.Links />
          </Pagination.Root>
        </Flex>
      ) : null}
    </PageFrame>
  );
};

const ExperimentsTable = ({ rows }: { rows: ExperimentSummary[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const view = useSiteView();
  const columns = ['name', 'state', 'entry', 'units', 'verdict', 'started'] as const;
  const headers = columns.map((name) => ({
    name,
    label: t(`experiments.column.${name}`),
    sortable: false,
  }));
  return (
    <Table.Root rows={rows} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.id}>
              <Table.Cell>
                <Typography fontWeight="semiBold">
                  <TextLink tag={Link} to={PATHS.experiment(row.id)}>
                    {row.name}
                  </TextLink>
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <StateBadge state={row.state} />
              </Table.Cell>
              <Table.Cell>
                <Typography ellipsis maxWidth="24rem">
                  {row.entryTitle}
                </Typography>
                {view.kind === 'network' ? (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {siteNameOf(view, row.site)}
                  </Typography>
                ) : null}
              </Table.Cell>
              <Table.Cell>
                <Typography>{formatNumber(row.units)}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>{row.verdict ? t(`verdict.short.${row.verdict}`) : '–'}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>
                  {row.startedAt ? <RelativeTime value={row.startedAt} /> : '–'}
                </Typography>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
