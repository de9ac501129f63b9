import { useState } from 'react';
import { IconButton, MenuItem, SimpleMenu } from '@strapi/design-system';
import { More } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Source } from '../../../../shared/contracts/sources';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import {
  useRemoveFederationSourceMutation,
  useStartFederationRunMutation,
  useUpdateFederationSourceMutation,
} from '../../services/sources';
import { useTexts } from '../../texts';

/** What is done to a source now and then. */
export const SourceMenu = ({ source }: { source: Source }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const [isAsked, setIsAsked] = useState(false);
  const [start] = useStartFederationRunMutation();
  const [update] = useUpdateFederationSourceMutation();
  const [remove] = useRemoveFederationSourceMutation();

  const runAll = async () => {
    const result = await start({ id: source.id, mode: 'full' });
    if ('error' in result) return notify.problem(result.error);
    navigate(PATHS.run(result.data.id));
  };
  const toggle = async () => {
    const result = await update({ id: source.id, body: { isEnabled: !source.isEnabled } });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(source.isEnabled ? 'source.paused' : 'source.resumed'));
  };
  const disconnect = async () => {
    const result = await remove(source.id);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('source.removed', { name: source.name }));
    navigate(PATHS.sources);
  };

  return (
    <>
      <SimpleMenu tag={IconButton} label={t('source.more')} variant="tertiary" icon={<More />}>
        <MenuItem onSelect={() => void runAll()}>{t('source.run-all')}</MenuItem>
        <MenuItem onSelect={() => void toggle()}>
          {t(source.isEnabled ? 'source.pause' : 'source.resume')}
        </MenuItem>
        <MenuItem variant="danger" onSelect={() => setIsAsked(true)}>
          {t('source.remove')}
        </MenuItem>
      </SimpleMenu>
      <ConfirmAction
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={t('source.remove-title', { name: source.name })}
        confirmLabel={t('source.remove-confirm')}
        onConfirm={disconnect}
      >
        {t('source.remove-text', { count: source.entries })}
      </ConfirmAction>
    </>
  );
};
