import { useState } from 'react';
import { Button, Grid, Modal } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import type { Channel } from '../../../../shared/contracts/alerts';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useSaveHealthChannelMutation } from '../../services/alerts';
import { useTexts } from '../../texts';
import { SelectField, TextField } from './fields';

/** Makes a channel or changes one. An address that is there is not shown: it may be a password. */
export const ChannelDialog = ({
  channel,
  onClose,
}: {
  channel: Channel | null;
  onClose: () => void;
}) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [name, setName] = useState(channel?.name ?? '');
  const [kind, setKind] = useState<Channel['kind']>(channel?.kind ?? 'email');
  const [target, setTarget] = useState('');
  const [secret, setSecret] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [save, { isLoading }] = useSaveHealthChannelMutation();
  const isTargetNeeded = channel === null || kind !== channel.kind;
  const missing = (value: string) =>
    isTried && value.trim() === '' ? t('channels.required') : undefined;

  const submit = async () => {
    setIsTried(true);
    if (name.trim() === '' || (isTargetNeeded && target.trim() === '')) return;
    const result = await save({
      id: channel?.id ?? null,
      body: {
        name,
        kind,
        isEnabled: channel?.isEnabled ?? true,
        ...(target.trim() ? { target } : {}),
        ...(secret ? { secret } : {}),
      },
    });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('channels.saved', { name }));
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('cancel')}>
          <Modal.Title>
            {channel ? t('channels.edit', { name: channel.name }) : t('channels.add')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Grid.Root gap={5}>
            <TextField
              name="name"
              label={t('channels.name')}
              isRequired
              value={name}
              onChange={setName}
              error={missing(name)}
            />
            <SelectField
              name="kind"
              label={t('channels.kind')}
              value={kind}
              options={(['email', 'webhook', 'slack'] as const).map((value) => ({
                value,
                label: t(`channel.kind.${value}`),
              }))}
              onChange={setKind}
            />
            <TextField
              name="target"
              label={t(`channel.target.${kind}`)}
              hint={isTargetNeeded ? undefined : t('channels.keep', { target: channel.hint })}
              isRequired={isTargetNeeded}
              value={target}
              onChange={setTarget}
              error={isTargetNeeded ? missing(target) : undefined}
            />
            {kind === 'webhook' ? (
              <TextField
                name="secret"
                label={t('channels.secret')}
                hint={t('channels.secret-hint')}
                value={secret}
                onChange={setSecret}
              />
            ) : null}
          </Grid.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{t('cancel')}</Button>
          </Modal.Close>
          <Button loading={isLoading} onClick={() => void submit()}>
            {t('channels.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
