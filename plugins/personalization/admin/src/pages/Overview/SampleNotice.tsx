import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { ConfirmAction, Notice, useNotify } from 'suite-kit/admin';
import { PLUGIN_ID } from '../../../../shared/plugin';
import { usePermissions } from '../../permissions';
import { useRemoveP13nSamplesMutation } from '../../services/api';
import { useTexts } from '../../texts';

/** Some of the figures are the demo's. */
export const SampleNotice = () => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { canManage } = usePermissions();
  const [remove] = useRemoveP13nSamplesMutation();
  const [isAsking, setIsAsking] = useState(false);
  const confirm = async () => {
    const result = await remove();
    if ('error' in result) return notify.problem(result.error);
    notify.success(t('samples.removed'));
    setIsAsking(false);
  };
  return (
    <>
      <Notice
        variant="info"
        title={t('samples.title')}
        action={
          canManage ? (
            <Button variant="tertiary" size="S" onClick={() => setIsAsking(true)}>
              {t('samples.remove')}
            </Button>
          ) : undefined
        }
      >
        {t('samples.text')}
      </Notice>
      <ConfirmAction
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('samples.remove')}
        confirmLabel={t('samples.remove')}
        onConfirm={confirm}
      >
        {t('samples.effect')}
      </ConfirmAction>
    </>
  );
};
