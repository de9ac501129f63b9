import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useChangeMultiSiteStateMutation } from '../../services/sites';
import { useTexts } from '../../texts';

type Props = { site: Site; isOpen: boolean; onClose: () => void };

/** Archives a site or brings it back, after saying what that does to visitors and editors. */
export const ChangeStateDialog = ({ site, isOpen, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [changeState] = useChangeMultiSiteStateMutation();
  const action = site.status === 'archived' ? 'restore' : 'archive';
  const { name } = site;

  const confirm = async () => {
    const result = await changeState({ id: site.id, action });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(`${action}.done`, { name }));
    onClose();
  };

  return (
    <ConfirmAction
      isOpen={isOpen}
      onClose={onClose}
      title={t(`${action}.title`, { name })}
      confirmLabel={t(`${action}.confirm`)}
      variant={action === 'archive' ? 'danger' : 'default'}
      onConfirm={confirm}
    >
      {t(`${action}.text`, { name })}
    </ConfirmAction>
  );
};
