import { Button, Flex } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  Card,
  Notice,
  PageFrame,
  pageState,
  RelativeTime,
  useApiMessage,
  useNotify,
} from 'suite-kit/admin';
import type { Conflict } from '../../../../shared/contracts/conflicts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { Facts } from '../../components/Facts';
import { FederationAreas } from '../../components/FederationAreas';
import { TextLink } from '../../components/TextLink';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useGetFederationConflictQuery,
  useUndoFederationConflictMutation,
} from '../../services/conflicts';
import { useTexts, type TextId } from '../../texts';
import { Columns } from './Columns';
import { Decision } from './Decision';

/** One field: what it was, what it is here, what it is there, and the decision. */
export const ConflictPage = () => {
  const t = useTexts();
  const { id = '' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canResolve, isLoading: isAsking } = usePermissions();
  const { data: conflict, ...query } = useGetFederationConflictQuery(id, { skip: !canRead });

  return (
    <PageFrame
      title={conflict?.title || t('conflict.title')}
      help={conflict ? t(`conflict.help.${conflict.kind}` as TextId) : undefined}
      areas={<FederationAreas />}
      navigationAction={<BackButton fallback={PATHS.conflicts} />}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || query.isLoading,
        problem: query.isError ? toMessage(query.error) : null,
        onRetry: () => void query.refetch(),
      })}
    >
      {conflict ? (
        <>
          {conflict.state === 'open' ? null : <Settled conflict={conflict} canUndo={canResolve} />}
          <Card title={t('conflict.about')}>
            <Facts
              facts={[
                {
                  label: t('conflict.entry'),
                  value: (
                    <TextLink to={PATHS.entry(conflict.uid, conflict.documentId, conflict.locale)}>
                      {t('conflict.open-entry', { type: conflict.typeLabel })}
                    </TextLink>
                  ),
                },
                ...(conflict.path ? [{ label: t('conflict.field'), value: conflict.path }] : []),
                ...(conflict.locale
                  ? [{ label: t('conflict.language'), value: conflict.locale }]
                  : []),
                {
                  label: t('conflict.source'),
                  value: (
                    <TextLink to={PATHS.source(conflict.sourceId)}>{conflict.sourceName}</TextLink>
                  ),
                },
                {
                  label: t('conflict.since'),
                  value: <RelativeTime value={conflict.createdAt} />,
                },
              ]}
            />
          </Card>
          <Columns conflict={conflict} />
          {conflict.state === 'open' && canResolve ? <Decision conflict={conflict} /> : null}
        </>
      ) : null}
    </PageFrame>
  );
};

const Settled = ({ conflict, canUndo }: { conflict: Conflict; canUndo: boolean }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [undo, { isLoading }] = useUndoFederationConflictMutation();
  const takeBack = async () => {
    const result = await undo(conflict.id);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('conflict.reopened'));
  };
  const isSuperseded = conflict.state === 'superseded';
  return (
    <Notice
      variant="success"
      title={t(isSuperseded ? 'conflict.superseded' : 'conflict.settled')}
      action={
        canUndo && !isSuperseded ? (
          <Button size="S" variant="secondary" loading={isLoading} onClick={() => void takeBack()}>
            {t('conflict.undo')}
          </Button>
        ) : undefined
      }
    >
      <Flex gap={1} tag="span" wrap="wrap">
        {isSuperseded
          ? t('conflict.superseded-text')
          : t(`conflict.chosen.${conflict.choice ?? 'local'}` as TextId, {
              name: conflict.resolvedBy || '–',
            })}
      </Flex>
    </Notice>
  );
};
