import { ConfirmAction, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useStopSharingMutation } from '../services/shares';
import { useTexts } from '../texts';
import type { EntryRef } from './SharingLines';

type Props = {
  entry: EntryRef;
  /** Where it is no longer read; left out: nowhere but on its own site. */
  sites?: string[];
  title: string;
  text: string;
  confirmLabel: string;
  onClose: () => void;
};

/** Asks before other sites, or this one, see an entry no more. */
export const StopSharingDialog = ({
  entry: { contentType, documentId },
  sites,
  title,
  text,
  confirmLabel,
  onClose,
}: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [stop] = useStopSharingMutation();
  const end = async () => {
    const answer = await stop({
      contentType,
      documentIds: [documentId],
      ...(sites ? { sites } : {}),
    });
    if ('error' in answer) return notify.problem(answer.error);
    notify.success(t('share.stopped'));
    onClose();
  };
  return (
    <ConfirmAction
      isOpen
      onClose={onClose}
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={end}
    >
      {text}
    </ConfirmAction>
  );
};
