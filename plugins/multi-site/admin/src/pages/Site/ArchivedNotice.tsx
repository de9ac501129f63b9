import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Notice } from 'suite-kit/admin';
import type { Site } from '../../../../shared/contracts/sites';
import { usePermissions } from '../../permissions';
import { useTexts } from '../../texts';
import { ChangeStateDialog } from '../Sites/ChangeStateDialog';

/** Why nothing can be changed here, and the way out of it. */
export const ArchivedNotice = ({ site }: { site: Site }) => {
  const t = useTexts();
  const { canArchiveSites } = usePermissions();
  const [isAsking, setIsAsking] = useState(false);
  const restore = (
    <Button variant="secondary" size="S" onClick={() => setIsAsking(true)}>
      {t('sites.restore')}
    </Button>
  );
  return (
    <>
      <Notice
        variant="warning"
        title={t('status.archived')}
        action={canArchiveSites ? restore : undefined}
      >
        {t('site.archived')}
      </Notice>
      <ChangeStateDialog site={site} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  );
};
