import { useState } from 'react';
import { Button, Status, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { Card, ConfirmAction, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID, type Mode } from '../../../../shared/plugin';
import { useSetIsolationModeMutation, type Isolation } from '../../services/isolation';
import { useTexts } from '../../texts';

/** The mode in words, and the button that changes it. */
export const ModeCard = ({ isolation }: { isolation: Isolation }) => {
  const t = useTexts();
  const { mode, siteCount } = isolation;
  const [isAsking, setIsAsking] = useState(false);
  const next: Mode = mode === 'report' ? 'enforce' : 'report';
  // With more than one site the border stays closed; the server refuses to open it.
  const canChange = mode === 'report' || siteCount === 1;

  return (
    <Card
      title={t('isolation.mode')}
      text={t(`isolation.mode.${mode}`)}
      action={
        canChange ? (
          <Button
            variant={mode === 'report' ? 'default' : 'tertiary'}
            startIcon={mode === 'report' ? <Lock /> : undefined}
            onClick={() => setIsAsking(true)}
          >
            {t(`isolation.to-${next}`)}
          </Button>
        ) : undefined
      }
    >
      <Status variant={mode === 'enforce' ? 'success' : 'secondary'} size="S" width="fit-content">
        <Typography tag="span" fontWeight="bold">
          {t(`isolation.state.${mode}`)}
        </Typography>
      </Status>
      <ChangeModeDialog
        next={next}
        findings={isolation.report.length}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      />
    </Card>
  );
};

type DialogProps = { next: Mode; findings: number; isOpen: boolean; onClose: () => void };

const ChangeModeDialog = ({ next, findings, isOpen, onClose }: DialogProps) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const [setMode] = useSetIsolationModeMutation();

  const confirm = async () => {
    const result = await setMode(next);
    if ('error' in result) return notify.problem(result.error);
    notify.success(t(`isolation.done.${next}`));
    onClose();
  };

  return (
    <ConfirmAction
      isOpen={isOpen}
      onClose={onClose}
      title={t(`isolation.ask.${next}`)}
      confirmLabel={t(`isolation.to-${next}`)}
      variant="default"
      onConfirm={confirm}
    >
      {t(`isolation.effect.${next}`, { findings })}
    </ConfirmAction>
  );
};
