import { ConfirmAction } from 'suite-kit/admin';
import type { Task } from '../../../shared/contracts/tasks';
import { useTexts } from '../texts';
import { useTaskActions } from './use-task-actions';

type Props = {
  site: string;
  task: Task;
  wanted: { key: string; name: string; isOverride: boolean };
  onClose: () => void;
};

/** Asks before an entry is moved past the rules of its workflow. */
export const OverrideDialog = ({ site, task, wanted, onClose }: Props) => {
  const t = useTexts();
  const actions = useTaskActions(site);
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={t('panel.override-title')}
      confirmLabel={t('panel.override-confirm', { name: wanted.name })}
      variant="default"
      onConfirm={async () => {
        await actions.move(task, wanted);
        onClose();
      }}
    >
      {t('panel.override-text')}
    </ConfirmAction>
  );
};
