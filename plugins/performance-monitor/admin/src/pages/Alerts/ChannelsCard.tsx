import { useState } from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { Card, ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Channel } from '../../../../shared/contracts/alerts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { DataTable } from '../../components/DataTable';
import { usePermissions } from '../../permissions';
import {
  useListHealthChannelsQuery,
  useRemoveHealthChannelMutation,
  useTestHealthChannelMutation,
} from '../../services/alerts';
import { useTexts } from '../../texts';
import { ChannelDialog } from './ChannelDialog';

/** Where alerts go: e-mail, a webhook, Slack. */
export const ChannelsCard = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canRead, canManage } = usePermissions();
  const { data: channels = [] } = useListHealthChannelsQuery(undefined, { skip: !canRead });
  const [edited, setEdited] = useState<Channel | 'new' | null>(null);
  const [asked, setAsked] = useState<Channel | null>(null);
  const [remove] = useRemoveHealthChannelMutation();
  const [test, { isLoading: isTesting, originalArgs: tested }] = useTestHealthChannelMutation();

  const send = async (channel: Channel) => {
    const result = await test(channel.id);
    if ('error' in result) return notify.problem(result.error);
    const { isSent, error } = result.data;
    if (isSent) notify.success(t('channels.tested', { name: channel.name }));
    else notify.problem({ message: t('channels.test-failed', { reason: error ?? '' }) });
  };

  const confirm = async () => {
    if (!asked) return;
    const result = await remove(asked.id);
    if ('error' in result) notify.problem(result.error);
    else notify.success(t('channels.removed', { name: asked.name }));
    setAsked(null);
  };

  return (
    <Card
      title={t('channels.title')}
      text={t('channels.text')}
      action={
        canManage ? (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setEdited('new')}>
            {t('channels.add')}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        label={t('channels.title')}
        rows={channels}
        keyOf={({ id }) => id}
        empty={t('channels.empty')}
        columns={[
          {
            key: 'name',
            label: t('channels.column.name'),
            render: ({ name, isEnabled }) => (
              <>
                {name}
                {isEnabled ? null : (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {t('channels.off')}
                  </Typography>
                )}
              </>
            ),
          },
          {
            key: 'kind',
            label: t('channels.column.kind'),
            render: ({ kind }) => t(`channel.kind.${kind}`),
          },
          { key: 'target', label: t('channels.column.target'), render: ({ hint }) => hint },
          {
            key: 'actions',
            label: t('rules.column.actions'),
            render: (channel) =>
              canManage ? (
                <Flex gap={1}>
                  <Button
                    size="S"
                    variant="tertiary"
                    loading={isTesting && tested === channel.id}
                    aria-label={`${t('channels.test')}: ${channel.name}`}
                    onClick={() => void send(channel)}
                  >
                    {t('channels.test')}
                  </Button>
                  <IconButton
                    label={t('channels.edit', { name: channel.name })}
                    onClick={() => setEdited(channel)}
                  >
                    <Pencil />
                  </IconButton>
                  <IconButton
                    label={t('channels.remove', { name: channel.name })}
                    onClick={() => setAsked(channel)}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              ) : null,
          },
        ]}
      />
      {edited ? (
        <ChannelDialog channel={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
      <ConfirmAction
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        title={t('channels.remove-title')}
        confirmLabel={t('channels.remove-confirm')}
        onConfirm={confirm}
      >
        {t('channels.remove-text', { name: asked?.name ?? '' })}
      </ConfirmAction>
    </Card>
  );
};
