import { Flex, Link as TextLink, LinkButton, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { RelativeTime, siteNameOf, useSiteView } from 'suite-kit/admin';
import type { ScoreRow } from '../../../../shared/contracts/scores';
import { ScoreBadge } from '../../components/ScoreRing';
import { PATHS } from '../../paths';
import { useTexts } from '../../texts';

/** Entries with their scores; the title leads to what to change. */
export const ScoresTable = ({ rows }: { rows: ScoreRow[] }) => {
  const t = useTexts();
  const { formatNumber } = useIntl();
  const view = useSiteView();
  const hasSites = view.kind === 'network';
  const headers = [
    { name: 'title', label: t('quality.column.title'), sortable: true },
    ...(hasSites ? [{ name: 'site', label: t('quality.column.site'), sortable: false }] : []),
    { name: 'score', label: t('quality.column.score'), sortable: true },
    { name: 'lights', label: t('quality.column.lights'), sortable: false },
    { name: 'impressions', label: t('quality.column.impressions'), sortable: false },
    { name: 'takenAt', label: t('quality.column.taken'), sortable: true },
    { name: 'actions', label: t('quality.column.actions'), sortable: false },
  ];
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
                <Typography tag="p" fontWeight="semiBold" ellipsis maxWidth="32rem">
                  <TextLink tag={Link} to={PATHS.entry(row)}>
                    {row.title || t('quality.untitled')}
                  </TextLink>
                </Typography>
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {[row.uid.split('.')[1], row.locale].filter(Boolean).join(' · ')}
                </Typography>
              </Table.Cell>
              {hasSites ? (
                <Table.Cell>
                  <Typography>{siteNameOf(view, row.site)}</Typography>
                </Table.Cell>
              ) : null}
              <Table.Cell>
                <ScoreBadge score={row.score} />
              </Table.Cell>
              <Table.Cell>
                <Typography variant="pi">{t('quality.lights', row.lights)}</Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography>
                  {row.impressions === null ? '–' : formatNumber(row.impressions)}
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Typography textColor="neutral800">
                  <RelativeTime value={row.takenAt} />
                </Typography>
              </Table.Cell>
              <Table.Cell>
                <Flex justifyContent="flex-end">
                  <LinkButton tag={Link} to={PATHS.edit(row)} size="S" variant="tertiary">
                    {t('quality.edit')}
                  </LinkButton>
                </Flex>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
