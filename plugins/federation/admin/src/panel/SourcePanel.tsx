import { Button, Flex, Typography } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { RelativeTime, useNotify } from 'suite-kit/admin';
import type { EntryOrigin } from '../../../shared/contracts/entries';
import { PLUGIN_ID } from '../../../shared/plugin';
import { StateBadge } from '../components/StateBadge';
import { TextLink } from '../components/TextLink';
import { PATHS } from '../paths';
import { usePermissions } from '../permissions';
import { useGetFederationOriginQuery, useSetFederationOriginMutation } from '../services/entries';
import { useTexts } from '../texts';

type PanelProps = { documentId?: string; model: string };
type Where = { uid: string; documentId: string; locale: string };

/** Beside an entry that came from a source: where from, how it stands, and how to let go of it. */
export const SourcePanel = ({ documentId, model }: PanelProps) => {
  const t = useTexts();
  const { canRead } = usePermissions();
  const [{ query }] = useQueryParams<{ plugins?: { i18n?: { locale?: string } } }>();
  const where = {
    uid: model,
    documentId: documentId ?? '',
    locale: query.plugins?.i18n?.locale ?? '',
  };
  const isAskable = canRead && Boolean(documentId) && model.startsWith('api::');
  const { data = [] } = useGetFederationOriginQuery(where, { skip: !isAskable });
  if (data.length === 0) return null;
  return {
    title: t('panel.title'),
    content: (
      <Flex direction="column" alignItems="stretch" gap={4} width="100%">
        {data.map((origin) => (
          <Origin key={`${origin.sourceId}${origin.remoteId}`} origin={origin} where={where} />
        ))}
      </Flex>
    ),
  };
};

const Origin = ({ origin, where }: { origin: EntryOrigin; where: Where }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canResolve } = usePermissions();
  const [setOrigin, { isLoading }] = useSetFederationOriginMutation();
  const isDetached = origin.mode === 'detached';

  const change = async () => {
    const result = await setOrigin({ ...where, action: isDetached ? 'attach' : 'detach' });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(isDetached ? 'panel.attached' : 'panel.detached'));
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Flex gap={2} wrap="wrap">
        <TextLink to={PATHS.source(origin.sourceId)}>{origin.sourceName}</TextLink>
        <StateBadge state={origin.status} />
      </Flex>
      {origin.lastSync ? (
        <Typography variant="pi" textColor="neutral600">
          {t('panel.last-sync')} <RelativeTime value={origin.lastSync} />
        </Typography>
      ) : null}
      {origin.lastError ? (
        <Typography variant="pi" textColor="danger600">
          {origin.lastError}
        </Typography>
      ) : null}
      {origin.conflicts.map(({ id, path }) => (
        <TextLink key={id} to={PATHS.conflict(id)}>
          {t('panel.conflict', { field: path || t('panel.entry') })}
        </TextLink>
      ))}
      <Typography variant="pi" textColor="neutral600">
        {t(origin.isLocked ? 'panel.locked' : 'panel.fields', { fields: origin.fields.join(', ') })}
      </Typography>
      {origin.remoteUrl ? (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {origin.remoteUrl}
        </Typography>
      ) : null}
      {canResolve ? (
        <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void change()}>
          {t(isDetached ? 'panel.attach' : 'panel.detach')}
        </Button>
      ) : null}
    </Flex>
  );
};
