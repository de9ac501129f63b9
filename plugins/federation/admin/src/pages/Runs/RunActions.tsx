import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, ArrowsCounterClockwise, Cross, Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { ConfirmAction, useNotify } from 'suite-kit/admin';
import type { Run } from '../../../../shared/contracts/runs';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { PATHS } from '../../paths';
import { usePermissions } from '../../permissions';
import {
  useCancelFederationRunMutation,
  useRetryFederationRunMutation,
  useUndoFederationRunMutation,
} from '../../services/runs';
import { useTexts } from '../../texts';
import { RefusedDialog } from './RefusedDialog';
import type { UndoRefusal } from '../../../../shared/contracts/runs';

/** Cancel, retry, confirm deletions, undo: what the run's state allows. */
export const RunActions = ({ run }: { run: Run }) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const navigate = useNavigate();
  const { canRun } = usePermissions();
  const [cancel, cancelling] = useCancelFederationRunMutation();
  const [retry, retrying] = useRetryFederationRunMutation();
  const [undo] = useUndoFederationRunMutation();
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<UndoRefusal[]>([]);
  if (!canRun) return null;
  const isOpen = run.state === 'queued' || run.state === 'running';

  const startAgain = async (action: 'retry' | 'apply-deletes') => {
    const result = await retry({ id: run.id, action });
    if ('error' in result) return notify.problem(result.error);
    navigate(PATHS.run(result.data.id));
  };
  const stop = async () => {
    const result = await cancel(run.id);
    if ('error' in result) notify.problem(result.error);
  };
  const takeBack = async () => {
    const result = await undo(run.id);
    if ('error' in result) return notify.problem(result.error);
    setIsAsked(false);
    setRefused(result.data.refused);
    if (result.data.undone > 0) notify.success(t('undo.done', { count: result.data.undone }));
  };

  return (
    <Flex gap={2} wrap="wrap">
      {isOpen ? (
        <Button
          variant="danger-light"
          startIcon={<Cross />}
          loading={cancelling.isLoading}
          onClick={() => void stop()}
        >
          {t('run.cancel')}
        </Button>
      ) : null}
      {!isOpen && run.failedRecords > 0 ? (
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          loading={retrying.isLoading}
          onClick={() => void startAgain('retry')}
        >
          {t('run.retry', { count: run.failedRecords })}
        </Button>
      ) : null}
      {run.result && run.result.held.length > 0 ? (
        <Button
          variant="danger-light"
          startIcon={<Trash />}
          loading={retrying.isLoading}
          onClick={() => void startAgain('apply-deletes')}
        >
          {t('run.apply-deletes')}
        </Button>
      ) : null}
      {run.canUndo ? (
        <Button
          variant="secondary"
          startIcon={<ArrowsCounterClockwise />}
          onClick={() => setIsAsked(true)}
        >
          {t('run.undo')}
        </Button>
      ) : null}
      <ConfirmAction
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={t('undo.title')}
        confirmLabel={t('undo.confirm')}
        onConfirm={takeBack}
      >
        {t('undo.text', { name: run.sourceName })}
      </ConfirmAction>
      <RefusedDialog refused={refused} onClose={() => setRefused([])} />
    </Flex>
  );
};
