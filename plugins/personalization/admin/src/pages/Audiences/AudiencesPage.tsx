import { useState } from 'react';
import { Flex, IconButton, Link as TextLink, LinkButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { Table } from '@strapi/strapi/admin';
import { Link, useNavigate } from 'react-router-dom';
import { useIntl } from 'react-intl';
import {
  ConfirmAction,
  PageFrame,
  pageState,
  SampleNote,
  SiteCell,
  useApiMessage,
  useNotify,
  useSiteHeaders,
} from 'suite-kit/admin';
import type { Audience } from '../../../../shared/contracts/audiences';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PluginAreas } from '../../components/PluginAreas';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import { useDeleteP13nAudienceMutation, useListP13nAudiencesQuery } from '../../services/api';
import { useTexts } from '../../texts';

/** Named groups of visitors, and how many are in each now. */
export const AudiencesPage = () => {
  const t = useTexts();
  const toMessage = useApiMessage(PLUGIN_ID);
  const { canRead, canManageRules, isLoading: isAsking } = usePermissions();
  const list = useListP13nAudiencesQuery(undefined, {
    skip: !canRead,
    refetchOnMountOrArgChange: true,
  });
  const create = canManageRules ? (
    <LinkButton tag={Link} to={PATHS.newAudience} startIcon={<Plus />}>
      {t('audiences.create')}
    </LinkButton>
  ) : undefined;
  const isEmpty = list.data?.length === 0;
  return (
    <PageFrame
      title={t('audiences.title')}
      help={t('audiences.help')}
      areas={<PluginAreas />}
      primaryAction={isEmpty ? undefined : create}
      state={pageState({
        isAllowed: canRead,
        isLoading: isAsking || list.isLoading,
        problem: list.isError ? toMessage(list.error) : null,
        onRetry: () => void list.refetch(),
        empty: isEmpty ? { message: t('audiences.empty'), action: create } : null,
      })}
    >
      <AudiencesTable audiences={list.data ?? []} canManage={canManageRules} />
    </PageFrame>
  );
};

const AudiencesTable = ({
  audiences,
  canManage,
}: {
  audiences: Audience[];
  canManage: boolean;
}) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { formatNumber } = useIntl();
  const [removing, setRemoving] = useState<Audience | null>(null);
  const headers = [
    { name: 'name', label: t('audiences.column.name') },
    ...useSiteHeaders(),
    { name: 'key', label: t('audiences.column.key') },
    { name: 'visitors', label: t('audiences.column.visitors') },
    { name: 'rules', label: t('audiences.column.rules') },
    ...(canManage ? [{ name: 'actions', label: t('rules.column.actions') }] : []),
  ];
  return (
    <>
      <Table.Root rows={audiences} headers={headers}>
        <Table.Content>
          <Table.Head>
            {headers.map((header) => (
              <Table.HeaderCell key={header.name} {...header} />
            ))}
          </Table.Head>
          <Table.Body>
            {audiences.map((audience) => (
              <Table.Row key={audience.id} onClick={() => navigate(PATHS.audience(audience.id))}>
                <Table.Cell>
                  <Flex gap={2} wrap="wrap">
                    <TextLink tag={Link} to={PATHS.audience(audience.id)}>
                      {audience.name}
                    </TextLink>
                    {audience.isSample ? <SampleNote /> : null}
                  </Flex>
                  <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
                    {audience.description}
                  </Typography>
                </Table.Cell>
                <SiteCell site={audience.site} />
                <Table.Cell>
                  <Typography fontWeight="regular" textColor="neutral600">
                    {audience.key}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>
                    {t('audiences.share', {
                      matching: formatNumber(audience.matching),
                      percent: formatNumber(
                        audience.total > 0 ? audience.matching / audience.total : 0,
                        { style: 'percent' },
                      ),
                    })}
                  </Typography>
                </Table.Cell>
                <Table.Cell>
                  <Typography>
                    {audience.usedBy.map(({ name }) => name).join(', ') || '–'}
                  </Typography>
                </Table.Cell>
                {canManage ? (
                  <Table.Cell onClick={(event) => event.stopPropagation()}>
                    <Flex gap={1}>
                      <IconButton
                        variant="ghost"
                        label={t('audiences.edit', { name: audience.name })}
                        onClick={() => navigate(PATHS.audience(audience.id))}
                      >
                        <Pencil />
                      </IconButton>
                      <IconButton
                        variant="ghost"
                        label={t('audiences.remove', { name: audience.name })}
                        onClick={() => setRemoving(audience)}
                      >
                        <Trash />
                      </IconButton>
                    </Flex>
                  </Table.Cell>
                ) : null}
              </Table.Row>
            ))}
          </Table.Body>
        </Table.Content>
      </Table.Root>
      {removing ? <RemoveDialog audience={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  );
};

const RemoveDialog = ({ audience, onClose }: { audience: Audience; onClose: () => void }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [remove] = useDeleteP13nAudienceMutation();
  const confirm = async () => {
    const result = await remove(audience.id);
    onClose();
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('audiences.removed', { name: audience.name }));
  };
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={t('audiences.remove', { name: audience.name })}
      confirmLabel={t('audiences.remove-button')}
      onConfirm={confirm}
    >
      {t('audiences.remove-effect')}
    </ConfirmAction>
  );
};
