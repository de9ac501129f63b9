import { Button, Typography } from '@strapi/design-system';
import type { SharedEntry } from '../../../shared/contracts/shares';
import { useSteadyDialogs } from '../dialogs/steady-dialogs';
import { usePermissions } from '../permissions';
import { SiteActionDialog, type SiteActionKind } from '../site-actions/SiteActionDialog';
import { useTexts } from '../texts';
import type { EntryRef } from './SharingLines';
import { StopSharingDialog } from './StopSharingDialog';

type Props = { entry: EntryRef; shared: SharedEntry };

/** For the site an entry belongs to: with whom it is shared, more, and the end of it. */
export const OwnerLines = ({ entry, shared }: Props) => {
  const t = useTexts();
  const { canShareEntries } = usePermissions();
  const openDialog = useSteadyDialogs();
  const { contentType, documentId } = entry;
  const { sites, isEverywhere } = shared;
  const isShared = isEverywhere || sites.length > 0;
  const names = sites.map(({ name }) => name).join(', ');

  const act = (kind: SiteActionKind) =>
    openDialog?.((onClose) => (
      <SiteActionDialog
        kinds={[kind]}
        contentType={contentType}
        documentIds={[documentId]}
        onClose={onClose}
      />
    ));
  const stop = () =>
    openDialog?.((onClose) => (
      <StopSharingDialog
        entry={entry}
        title={t('share.stop-title')}
        text={isEverywhere ? t('share.stop-text-all') : t('share.stop-text', { sites: names })}
        confirmLabel={t('share.stop')}
        onClose={onClose}
      />
    ));

  return (
    <>
      <Typography textColor={isShared ? 'neutral800' : 'neutral600'}>
        {isEverywhere
          ? t('share.with-all')
          : isShared
            ? t('share.with', { sites: names })
            : t('share.with-nobody')}
      </Typography>
      {canShareEntries && openDialog ? (
        <>
          <Button size="S" variant="tertiary" onClick={() => act('share')}>
            {t('share.more')}
          </Button>
          <Button size="S" variant="tertiary" onClick={() => act('copy')}>
            {t('copy.action')}
          </Button>
          {isShared ? (
            <Button size="S" variant="danger-light" onClick={stop}>
              {t('share.stop')}
            </Button>
          ) : null}
        </>
      ) : null}
    </>
  );
};
