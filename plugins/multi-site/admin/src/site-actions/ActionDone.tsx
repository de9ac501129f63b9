import { Button, Modal, Typography } from '@strapi/design-system';
import { useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../shared/plugin';
import { siteChoice } from '../choice';
import { useRefreshEntryListsMutation, useUndoSiteChangeMutation } from '../services/moves';
import { useTexts } from '../texts';
import type { Done } from './shapes';

type Props = Done & { onClose: () => void };

/** What was done, and the way back while it is fresh; later the audit has it. */
export const ActionDone = ({ message, auditId, onClose }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [undo, { isLoading, data: undone }] = useUndoSiteChangeMutation();
  const [refresh] = useRefreshEntryListsMutation();
  const close = () => {
    onClose();
    // Only now: what is behind the dialog should not change while one reads it.
    void refresh();
    void siteChoice.refresh();
  };
  const takeBack = async () => {
    if (auditId === null) return;
    const answer = await undo(auditId);
    if ('error' in answer) return notify.problem(answer.error);
    const [first] = answer.data.refused;
    const { length: count } = answer.data.refused;
    if (first) notify.info(t('audit.refused', { count, reason: first.reason }));
  };
  return (
    <>
      <Modal.Body>
        <Typography role="status">
          {undone ? t('move.undone', { count: undone.undone }) : message}
        </Typography>
      </Modal.Body>
      <Modal.Footer>
        {undone || auditId === null ? (
          <span />
        ) : (
          <Button variant="tertiary" loading={isLoading} onClick={() => void takeBack()}>
            {t('move.undo')}
          </Button>
        )}
        <Button onClick={close}>{t('move.close')}</Button>
      </Modal.Footer>
    </>
  );
};
