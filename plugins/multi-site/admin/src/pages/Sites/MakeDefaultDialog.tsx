import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useUpdateMultiSiteMutation } from '../../services/sites';
import { useTexts } from '../../texts';

type Props = { site: Site; isOpen: boolean; onClose: () => void };

/** Makes a site the one of all hosts that belong to no site. */
export const MakeDefaultDialog = ({ site, isOpen, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [update] = useUpdateMultiSiteMutation();
  const { id, name } = site;

  const confirm = async () => {
    const result = await update({ id, body: { isDefault: true } });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('default.done', { name }));
    onClose();
  };

  return (
    <ConfirmAction
      isOpen={isOpen}
      onClose={onClose}
      title={t('default.title', { name })}
      confirmLabel={t('default.confirm')}
      variant="default"
      onConfirm={confirm}
    >
      {t('default.text', { name })}
    </ConfirmAction>
  );
};
