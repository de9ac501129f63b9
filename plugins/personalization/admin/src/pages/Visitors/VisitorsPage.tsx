import { Badge, Box, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Pagination, SearchInput, Table, useQueryParams } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link, useNavigate } from 'react-router-dom';
import {
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  SampleNote,
  SiteCell,
  useApiMessage,
  useSiteHeaders,
} from 'suite-kit/admin';
import type { VisitorSummary } from '../../../../shared/contracts/visitors';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { useAudienceNames } from '../../components/use-audience-names';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useGetP13nRuleQuery, useListP13nVisitorsQuery } from '../../services/api';
import { useTexts } from '../../texts';

type Search = { page?: string; pageSize?: string; _q?: string; rule?: string };

/** Stored visitors, the latest first. */
export const VisitorsPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canReadVisitors, isLoading: isAsking } = usePermissions();
  const [{ query }] = useQueryParams<Search>();
  const list = useListP13nVisitorsQuery(
    {
      page: Number(query.page) || 1,
      pageSize: Number(query.pageSize) || 20,
      ...(query._q ? { q: query._q } : {}),
      ...(query.rule ? { rule: query.rule } : {}),
    },
    { skip: !canReadVisitors, refetchOnMountOrArgChange: true },
  );
  const visitors = list.data?.data ?? [];
  const pagination = list.data?.meta.pagination;
  const isEmpty = list.data !== undefined && visitors.length === 0 && !query._q && !query.rule;
  return (
    <PageFrame
      title={t('visitors.title')}
      subtitle={pagination ? t('visitors.subtitle', { count: pagination.total }) : undefined}
      help={t('visitors.help')}
      areas={<PluginAreas />}
      state={pageState({
        isAllowed: canReadVisitors,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: isEmpty ? { message: t('visitors.empty') } : null,
      })}
    >
      {query.rule ? <OfRule id={query.rule} mayRead={canRead} /> : null}
      <Flex paddingBottom={4}>
        <SearchInput label={t('visitors.search')} placeholder={t('visitors.search')} />
      </Flex>
      {visitors.length > 0 ? (
        <VisitorsTable visitors={visitors} />
      ) : (
        <Typography tag="p">
          {t(query.rule && !query._q ? 'visitors.of-rule-none' : 'visitors.no-match')}
        </Typography>
      )}
      {pagination ? (
        <Box overflow="auto">
          <Pagination.Root {...pagination} defaultPageSize={20}>
            <Pagination.PageSize />
            <Pagination.Links />
          </Pagination.Root>
        </Box>
      ) : null}
    </PageFrame>
  );
};

/** Whose visitors these are, and the way back. */
const OfRule = ({ id, mayRead }: { id: string; mayRead: boolean }) => {
  const t = useTexts();
  const { data } = useGetP13nRuleQuery(id, { skip: !mayRead });
  return (
    <Notice variant="info" title={t('visitors.of-rule', { name: data?.name ?? '…' })}>
      {t('visitors.of-rule-text')}
      <Flex gap={4} paddingTop={2} wrap="wrap">
        {mayRead ? (
          <TextLink tag={Link} to={PATHS.rule(id)}>
            {t('visitors.to-rule')}
          </TextLink>
        ) : null}
        <TextLink tag={Link} to={PATHS.visitors}>
          {t('visitors.of-all')}
        </TextLink>
      </Flex>
    </Notice>
  );
};

const VisitorsTable = ({ visitors }: { visitors: VisitorSummary[] }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { formatNumber } = useIntl();
  const nameOf = useAudienceNames();
  const columns = ['interests', 'audiences', 'visits', 'consent', 'seen'] as const;
  const headers = [
    { name: 'name', label: t('visitors.column.name') },
    ...useSiteHeaders(),
    ...columns.map((name) => ({ name, label: t(`visitors.column.${name}`) })),
  ];
  return (
    <Table.Root rows={visitors} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {visitors.map((visitor) => (
            <Table.Row key={visitor.id} onClick={() => navigate(PATHS.visitor(visitor.id))}>
              <Table.Cell>
                <Flex gap={2} wrap="wrap">
                  <TextLink tag={Link} to={PATHS.visitor(visitor.id)}>
                    {visitor.name}
                  </TextLink>
                  {visitor.isSample ? <SampleNote /> : null}
                </Flex>
              </Table.Cell>
              <SiteCell site={visitor.site} />
              <Table.Cell>
                <Flex gap={1} wrap="wrap">
                  {visitor.topInterests.map(({ label }) => (
                    <Badge key={label}>{label}</Badge>
                  ))}
                </Flex>
              </Table.Cell>
              <Table.Cell>
                <Box maxWidth="24rem">
                  <Typography ellipsis>
                    {visitor.audiences.map(nameOf).join(', ') || '–'}
                  </Typography>
                </Box>
              </Table.Cell>
              <Table.Cell>
                <Typography>{formatNumber(visitor.visits)}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>{t(`consent.${visitor.consent}`)}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>
                  <RelativeTime value={visitor.lastSeen} />
                </Typography>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
