import { Box, Button } from '@strapi/design-system';
import { Notice, useNotify } from 'suite-kit/admin';
import type { AssignResult } from '../../../../shared/contracts/assigning';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { useUndoSiteChangeMutation } from '../../services/moves';
import { useTexts } from '../../texts';

/** Names of taken values that are worth reading. */
const NAMED = 10;

type Props = { result: AssignResult; onUndone: () => void };

/** What was assigned, what stayed, and the way back. */
export const AssignResultNotice = ({ result, onUndone }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [undo, { isLoading }] = useUndoSiteChangeMutation();
  const { moved, stayed, collisions, auditIds } = result;

  const takeBack = async () => {
    const counts = { undone: 0, refused: 0 };
    // The last one first, as everything that is taken back.
    for (const id of [...auditIds].reverse()) {
      const answer = await undo(id);
      if ('error' in answer) return notify.problem(answer.error);
      counts.undone += answer.data.undone;
      counts.refused += answer.data.refused.length;
    }
    notify.success(t('assign.undone', { count: counts.undone }));
    if (counts.refused > 0) notify.info(t('assign.undo-refused', { count: counts.refused }));
    onUndone();
  };

  return (
    <Box paddingTop={4}>
      <Notice
        variant="success"
        title={t('assign.done-title', { moved })}
        action={
          auditIds.length > 0 ? (
            <Button variant="secondary" loading={isLoading} onClick={() => void takeBack()}>
              {t('assign.undo')}
            </Button>
          ) : undefined
        }
      >
        {[
          t('assign.done', { stayed }),
          collisions.length > 0
            ? t('assign.collisions', { list: collisions.slice(0, NAMED).join(', ') })
            : '',
        ].join(' ')}
      </Notice>
    </Box>
  );
};
