import { useState } from 'react';
import { Button, Field, Grid, TextInput } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { BackButton } from '@strapi/strapi/admin';
import { useNavigate, useParams } from 'react-router-dom';
import {
  Card,
  PageFrame,
  pageState,
  SiteField,
  useApiMessage,
  useNotify,
  useSiteView,
} from 'suite-kit/admin';
import type { Audience } from '../../../../shared/contracts/audiences';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { EMPTY_TREE } from '../../../../shared/rule-tree';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useListP13nAudiencesQuery, useSaveP13nAudienceMutation } from '../../services/api';
import { useTexts } from '../../texts';
import { WhenCard } from '../Rule/WhenCard';

/** One audience: its name and who is in it. */
export const AudiencePage = () => {
  const t = useTexts();
  const { id = 'new' } = useParams();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageRules, isLoading: isAsking } = usePermissions();
  const isNew = id === 'new';
  const list = useListP13nAudiencesQuery(undefined, { skip: isNew || !canRead });
  const audience = list.data?.find((one) => one.id === id) ?? null;
  if (!isAsking && (isNew ? canManageRules : audience)) {
    return (
      <AudienceForm
        key={audience?.updatedAt ?? 'new'}
        audience={audience}
        isReadOnly={!canManageRules}
      />
    );
  }
  return (
    <PageFrame
      title={t('audience.title')}
      navigationAction={<BackButton fallback={PATHS.audiences} />}
      state={pageState({
        isAllowed: canRead && !isNew,
        isLoading: isAsking || list.isLoading,
        problem: list.isError
          ? toMessage(list.error)
          : list.data && !audience
            ? t('audience.gone')
            : null,
        onRetry: () => void list.refetch(),
      })}
    >
      {null}
    </PageFrame>
  );
};

const AudienceForm = ({
  audience,
  isReadOnly,
}: {
  audience: Audience | null;
  isReadOnly: boolean;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [save, { isLoading }] = useSaveP13nAudienceMutation();
  const [initial] = useState({
    name: audience?.name ?? '',
    description: audience?.description ?? '',
    tree: audience?.tree ?? EMPTY_TREE,
  });
  const [draft, setDraft] = useState(initial);
  const [site, setSite] = useState<number | null>(null);
  const [isTried, setIsTried] = useState(false);
  const needsSite = useSiteView().kind === 'network' && audience === null;
  const isModified = JSON.stringify(draft) !== JSON.stringify(initial);

  const submit = async () => {
    setIsTried(true);
    if (draft.name.trim() === '' || (needsSite && site === null)) return;
    const body = needsSite && site !== null ? { ...draft, site } : draft;
    const result = await save({ id: audience?.id ?? null, body });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('audience.saved', { name: draft.name }));
    navigate(PATHS.audiences);
  };

  return (
    <PageFrame
      title={audience ? audience.name : t('audience.new')}
      subtitle={audience ? t('audience.key', { key: audience.key }) : undefined}
      help={t('audience.help')}
      navigationAction={<BackButton fallback={PATHS.audiences} />}
      primaryAction={
        isReadOnly ? undefined : (
          <Button
            startIcon={<Check />}
            loading={isLoading}
            disabled={!isModified}
            onClick={() => void submit()}
          >
            {t('audience.save')}
          </Button>
        )
      }
      state={{ kind: 'content' }}
    >
      <Card title={t('rule.about')}>
        <Grid.Root gap={5}>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root
              name="name"
              required
              error={isTried && draft.name.trim() === '' ? t('audience.name-required') : undefined}
            >
              <Field.Label>{t('audience.name')}</Field.Label>
              <TextInput
                value={draft.name}
                maxLength={80}
                disabled={isReadOnly}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
            <Field.Root name="description">
              <Field.Label>{t('audience.description')}</Field.Label>
              <TextInput
                value={draft.description}
                maxLength={300}
                disabled={isReadOnly}
                onChange={(event) => setDraft({ ...draft, description: event.target.value })}
              />
            </Field.Root>
          </Grid.Item>
          {needsSite ? (
            <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
              <SiteField value={site} onChange={setSite} isTried={isTried} />
            </Grid.Item>
          ) : null}
        </Grid.Root>
      </Card>
      <WhenCard
        draft={{ tree: draft.tree, audiences: NO_AUDIENCES }}
        onChange={({ tree }) => setDraft({ ...draft, tree })}
        isReadOnly={isReadOnly}
        isAudience
      />
    </PageFrame>
  );
};

const NO_AUDIENCES: string[] = [];
