import { Badge, Flex, IconButton, Typography } from '@strapi/design-system';
import { Play } from '@strapi/icons';
import { Table } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { RelativeTime, SampleNote, SiteCell, useNotify, useSiteHeaders } from 'suite-kit/admin';
import type { Source } from '../../../../shared/contracts/sources';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { CountsLine } from '../../components/CountsLine';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useStartFederationRunMutation } from '../../services/sources';
import { useTexts } from '../../texts';

export const SourcesTable = ({ sources }: { sources: Source[] }) => {
  const t = useTexts();
  const { canRun } = usePermissions();
  const headers = [
    { name: 'name', label: t('sources.column.name') },
    ...useSiteHeaders(),
    { name: 'health', label: t('sources.column.health') },
    { name: 'lastRun', label: t('sources.column.last-run') },
    { name: 'nextRun', label: t('sources.column.next-run') },
    { name: 'entries', label: t('sources.column.entries') },
    ...(canRun ? [{ name: 'actions', label: t('sources.column.actions') }] : []),
  ];
  return (
    <Table.Root rows={sources} headers={headers}>
      <Table.Content>
        <Table.Head>
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Body>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} canRun={canRun} />
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};

const SourceRow = ({ source, canRun }: { source: Source; canRun: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [start, { isLoading }] = useStartFederationRunMutation();

  const run = async () => {
    const result = await start({ id: source.id, mode: 'changes' });
    if ('error' in result) return notify.problem(result.error);
    navigate(PATHS.run(result.data.id));
  };

  return (
    <Table.Row>
      <Table.Cell>
        <Flex gap={2} wrap="wrap" paddingTop={2} paddingBottom={2}>
          <TextLink to={PATHS.source(source.id)}>{source.name}</TextLink>
          <Badge>{t(`type.${source.type}`)}</Badge>
          {source.isSample ? <SampleNote /> : null}
        </Flex>
      </Table.Cell>
      <SiteCell site={source.site} />
      <Table.Cell>
        <StateBadge state={source.health} />
      </Table.Cell>
      <Table.Cell>
        {source.lastRun ? (
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <TextLink to={PATHS.run(source.lastRun.id)}>
              <RelativeTime value={source.lastRun.at} />
            </TextLink>
            {source.lastRun.state === 'failed' ? (
              <Typography tag="p" variant="pi" textColor="danger600" ellipsis maxWidth="24rem">
                {source.lastError}
              </Typography>
            ) : (
              <CountsLine counts={source.lastRun.counts} />
            )}
          </Flex>
        ) : (
          <Typography textColor="neutral600">{t('sources.never')}</Typography>
        )}
      </Table.Cell>
      <Table.Cell>
        <Typography textColor="neutral800">
          {source.nextRunAt ? <RelativeTime value={source.nextRunAt} /> : t('sources.by-hand')}
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Typography tag="p" textColor="neutral800">
          {t('sources.entries', { count: source.entries })}
        </Typography>
        {source.openConflicts > 0 ? (
          <TextLink to={`${PATHS.conflicts}?source=${source.id}`}>
            {t('sources.conflicts', { count: source.openConflicts })}
          </TextLink>
        ) : null}
      </Table.Cell>
      {canRun ? (
        <Table.Cell>
          <IconButton
            variant="ghost"
            label={t('sources.run', { name: source.name })}
            disabled={isLoading}
            onClick={() => void run()}
          >
            <Play />
          </IconButton>
        </Table.Cell>
      ) : null}
    </Table.Row>
  );
};
