import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Member } from '../../../../shared/contracts/members';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useRemoveSiteMemberMutation } from '../../services/members';
import { useTexts } from '../../texts';

type Props = { site: { id: string; name: string }; member: Member; onClose: () => void };

export const RemoveMemberDialog = ({ site, member, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [remove] = useRemoveSiteMemberMutation();
  const names = { name: member.user.name, site: site.name };

  const confirm = async () => {
    const result = await remove({ site: site.id, userId: member.user.id });
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('members.removed', names));
    onClose();
  };

  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={t('members.remove-title', names)}
      confirmLabel={t('members.remove-confirm')}
      onConfirm={confirm}
    >
      {t('members.remove-text', names)}
    </ConfirmAction>
  );
};
