import { Box, Flex, Link as TextLink, Status, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { Sparkline } from 'suite-kit/admin';
import type { Finding, RouteRow, Shares, Verdict } from '../../../shared/contracts/health';
import { PATHS } from '../paths';
import { useTexts } from '../texts';
import type { HealthWindow } from '../window/use-window';
import { DataTable } from './DataTable';
import { useFormat } from './format';

/** A statement as it is stored: wraps, and scrolls when it is long. */
export const Sql = ({ sql, isShort = false }: { sql: string; isShort?: boolean }) => (
  <Code $isShort={isShort}>{isShort && sql.length > 120 ? `${sql.slice(0, 120)}…` : sql}</Code>
);

const Code = styled.code<{ $isShort: boolean }>`
  display: block;
  max-width: ${({ $isShort }) => ($isShort ? '52rem' : 'none')};
  font-family: 'SF Mono', SFMono-Regular, ui-monospace, Menlo, Consolas, monospace;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  color: ${({ theme }) => theme.colors.neutral800};
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

const VARIANTS = {
  database: 'primary',
  pool: 'danger',
  queue: 'alternative',
  application: 'secondary',
  quiet: 'neutral',
} as const;

/** Where most of the time goes, as a word. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }) => {
  const t = useTexts();
  return (
    <Status variant={VARIANTS[verdict]} size="S" width="fit-content">
      <Typography tag="span" variant="pi" fontWeight="bold">
        {t(`verdict.${verdict}`)}
      </Typography>
    </Status>
  );
};

/** The four parts of the time, in words and as a bar. */
export const SharesBar = ({ shares }: { shares: Shares }) => {
  const t = useTexts();
  const { percent } = useFormat();
  const parts = [
    { key: 'database', color: 'warning600' },
    { key: 'pool', color: 'danger600' },
    { key: 'queue', color: 'alternative600' },
    { key: 'application', color: 'primary600' },
  ] as const;
  return (
    <Box>
      <Flex hasRadius overflow="hidden" height="8px" background="neutral150" aria-hidden>
        {parts.map(({ key, color }) => (
          <Box key={key} background={color} height="100%" width={`${shares[key] * 100}%`} />
        ))}
      </Flex>
      <Flex tag="ul" gap={4} wrap="wrap" paddingTop={3}>
        {parts.map(({ key, color }) => (
          <Flex tag="li" key={key} gap={2}>
            <Box background={color} width="1rem" height="1rem" hasRadius aria-hidden />
            <Typography variant="pi" textColor="neutral600">
              {t(`share.${key}`)}
            </Typography>
            <Typography variant="pi" fontWeight="bold">
              {percent(shares[key])}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};

export const RouteLink = ({
  window,
  route,
  method,
}: {
  window: HealthWindow;
  route: string;
  /** A statement knows its route only: then it is the method that took the most time. */
  method?: string;
}) => (
  <TextLink tag={Link} to={window.at(PATHS.route, { route, ...(method ? { method } : {}) })}>
    {method ? `${method} ${route}` : route}
  </TextLink>
);

/** Routes with what they cost. */
export const RoutesTable = ({ rows, window }: { rows: RouteRow[]; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  return (
    <DataTable
      label={t('routes.title')}
      rows={rows}
      keyOf={({ method, route }) => `${method} ${route}`}
      empty={t('routes.empty')}
      columns={[
        {
          key: 'route',
          label: t('routes.column.route'),
          render: (row) => (
            <Box maxWidth="36rem">
              <RouteLink window={window} {...row} />
              {row.contentType || row.plugin ? (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[row.contentType ?? row.plugin, row.action].filter(Boolean).join(' · ')}
                </Typography>
              ) : null}
            </Box>
          ),
        },
        { key: 'count', label: t('routes.column.count'), render: (row) => count(row.count) },
        { key: 'p50', label: t('line.p50-short'), render: (row) => ms(row.p50) },
        { key: 'p95', label: t('line.p95-short'), render: (row) => ms(row.p95) },
        { key: 'total', label: t('routes.column.total'), render: (row) => percent(row.share) },
        {
          key: 'errors',
          label: t('routes.column.errors'),
          render: (row) => percent(row.count > 0 ? row.errors / row.count : 0),
        },
        {
          key: 'queries',
          label: t('routes.column.queries'),
          render: (row) => count(row.queriesPerRequest),
        },
        {
          key: 'verdict',
          label: t('routes.column.verdict'),
          render: (row) => <VerdictBadge verdict={row.verdict} />,
        },
        {
          key: 'history',
          label: t('routes.column.history'),
          render: (row) => (
            <Sparkline
              values={row.history}
              label={t('routes.history-of', {
                route: `${row.method} ${row.route}`,
                p95: ms(row.p95),
              })}
            />
          ),
        },
      ]}
    />
  );
};

/** What costs time for no good reason, in sentences. */
export const Findings = ({ findings, window }: { findings: Finding[]; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count } = useFormat();
  if (findings.length === 0)
    return <Typography textColor="neutral600">{t('findings.none')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {findings.map(({ kind, route, fingerprint, sql, requests, times, totalMs }) => (
        <Box tag="li" key={`${kind} ${route} ${fingerprint ?? ''}`}>
          <Typography tag="p" fontWeight="semiBold">
            {t(kind === 'repeat' ? 'findings.repeat' : 'findings.deep', {
              route,
              times: count(times),
            })}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {t(kind === 'repeat' ? 'findings.repeat-help' : 'findings.deep-help', {
              requests,
              total: ms(totalMs),
            })}
          </Typography>
          {sql && fingerprint ? (
            <Box paddingTop={1}>
              <Sql sql={sql} isShort />
              <TextLink tag={Link} to={window.at(PATHS.statement(fingerprint))}>
                {t('findings.statement')}
              </TextLink>
            </Box>
          ) : null}
        </Box>
      ))}
    </Flex>
  );
};
