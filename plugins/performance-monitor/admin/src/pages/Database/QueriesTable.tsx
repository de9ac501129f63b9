import { Box, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { QueryRow } from '../../../../shared/contracts/health';
import { DataTable } from '../../components/DataTable';
import { useFormat } from '../../components/format';
import { Sql } from '../../components/parts';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';
import type { HealthWindow } from '../../window/use-window';

/** Statements by what they cost altogether. */
export const QueriesTable = ({ rows, window }: { rows: QueryRow[]; window: HealthWindow }) => {
  const t = useTexts();
  const { ms, count, percent } = useFormat();
  const nameOf = ({ verb, tables, fingerprint }: QueryRow) =>
    fingerprint === 'other' ? t('queries.other') : `${verb} ${tables.slice(0, 2).join(', ')}`;
  return (
    <DataTable
      label={t('queries.title')}
      rows={rows}
      keyOf={({ fingerprint }) => fingerprint}
      empty={t('queries.empty')}
      columns={[
        {
          key: 'statement',
          label: t('queries.column.statement'),
          render: (row) => (
            <Box maxWidth="52rem">
              <TextLink tag={Link} to={window.at(PATHS.statement(row.fingerprint))}>
                {nameOf(row)}
              </TextLink>
              <Sql sql={row.sql} isShort />
              {row.repeatedBy.length > 0 ? (
                <Typography tag="p" variant="pi" textColor="danger600">
                  {t('queries.repeated', { count: row.repeatedBy.length })}
                </Typography>
              ) : null}
            </Box>
          ),
        },
        { key: 'count', label: t('queries.column.count'), render: (row) => count(row.count) },
        { key: 'p95', label: t('line.p95-short'), render: (row) => ms(row.p95) },
        { key: 'total', label: t('queries.column.total'), render: (row) => ms(row.totalMs) },
        { key: 'share', label: t('routes.column.total'), render: (row) => percent(row.share) },
        {
          key: 'routes',
          label: t('queries.column.routes'),
          render: (row) =>
            row.routes.slice(0, 2).map(({ route }) => (
              <Typography key={route} tag="p" variant="pi" textColor="neutral600">
                {route}
              </Typography>
            )),
        },
      ]}
    />
  );
};
