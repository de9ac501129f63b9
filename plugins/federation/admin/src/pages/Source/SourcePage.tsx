import { Badge, Button, Flex, LinkButton } from '@strapi/design-system';
import { Pencil, Play } from '@strapi/icons';
import { BackButton } from '@strapi/strapi/admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import {
  Card,
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { Source } from '../../../../shared/contracts/sources';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Facts } from '../../components/Facts';
import { FederationAreas } from '../../components/FederationAreas';
import { StateBadge } from '../../components/StateBadge';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListFederationRunsQuery } from '../../services/runs';
import { useGetFederationSourceQuery, useStartFederationRunMutation } from '../../services/sources';
import { useTexts } from '../../texts';
import { RunsTable } from '../Runs/RunsTable';
import { MappingsCard } from './MappingsCard';
import { PreviewCard } from './PreviewCard';
import { SourceMenu } from './SourceMenu';

/** One source: how it is doing, what it brings, and its runs. */
export const SourcePage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManage, isLoading: isAsking } = usePermissions();
  const { data: source, ...query } = useGetFederationSourceQuery(id, { skip: !canRead });

  return (
    <PageFrame
      title={source?.name ?? t('source.title')}
      help={t('source.help')}
      areas={<FederationAreas />}
      navigationAction={<BackButton fallback={PATHS.sources} />}
      primaryAction={source ? <StartButton source={source} /> : undefined}
      secondaryAction={
        source && canManage ? (
          <Flex gap={2}>
            <LinkButton
              tag={Link}
              to={PATHS.editSource(source.id)}
              variant="tertiary"
              startIcon={<Pencil />}
            >
              {t('source.edit')}
            </LinkButton>
            <SourceMenu source={source} />
          </Flex>
        ) : undefined
      }
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {source ? <SourceContent source={source} /> : null}
    </PageFrame>
  );
};

const StartButton = ({ source }: { source: Source }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const { canRun } = usePermissions();
  const [start, { isLoading }] = useStartFederationRunMutation();
  if (!canRun) return null;
  const run = async () => {
    const result = await start({ id: source.id, mode: 'changes' });
    if ('error' in result) return notify.problem(result.error);
    navigate(PATHS.run(result.data.id));
  };
  return (
    <Button startIcon={<Play />} loading={isLoading} onClick={() => void run()}>
      {t('source.run')}
    </Button>
  );
};

const SourceContent = ({ source }: { source: Source }) => {
  const t = useTexts();
  const { data: runs } = useListFederationRunsQuery({ source: source.id, pageSize: 10 });
  return (
    <>
      {source.health === 'failing' ? (
        <Notice variant="warning" title={t('source.failing', { count: source.failures })}>
          {source.lastError}
        </Notice>
      ) : null}
      <Card title={t('source.overview')}>
        <Facts
          facts={[
            { label: t('source.health'), value: <StateBadge state={source.health} /> },
            { label: t('source.type'), value: <Badge>{t(`type.${source.type}`)}</Badge> },
            { label: t('source.address'), value: source.config.url },
            {
              label: t('source.next-run'),
              value: source.nextRunAt ? (
                <RelativeTime value={source.nextRunAt} />
              ) : (
                t('sources.by-hand')
              ),
            },
            { label: t('source.policy'), value: t(`preset.${source.policy.preset}`) },
            { label: t('source.on-delete'), value: t(`on-delete.${source.policy.onDelete}`) },
            {
              label: t('source.entries'),
              value: t('sources.entries', { count: source.entries }),
            },
            {
              label: t('source.conflicts'),
              value: (
                <TextLink to={`${PATHS.conflicts}?source=${source.id}`}>
                  {t('sources.conflicts', { count: source.openConflicts })}
                </TextLink>
              ),
            },
          ]}
        />
      </Card>
      <PreviewCard source={source} />
      <MappingsCard mappings={source.mappings} />
      <Card
        title={t('source.runs')}
        text={runs?.data.length === 0 ? t('source.no-runs') : undefined}
      >
        {runs && runs.data.length > 0 ? <RunsTable runs={runs.data} /> : null}
      </Card>
    </>
  );
};
