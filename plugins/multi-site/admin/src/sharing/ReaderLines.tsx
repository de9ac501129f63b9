import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { useNotify, useOverlayMode } from 'suite-kit/admin';
import type { SharedEntry } from '../../../shared/contracts/shares';
import { PLUGIN_ID } from '../../../shared/plugin';
import { useSiteChoice } from '../choice';
import { useSteadyDialogs } from '../dialogs/steady-dialogs';
import { usePermissions } from '../permissions';
import { useOpenOverrideMutation } from '../services/shares';
import { useTexts } from '../texts';
import { OverrideFields } from './OverrideFields';
import type { EntryRef } from './SharingLines';
import { StopSharingDialog } from './StopSharingDialog';

type Props = { entry: EntryRef; shared: SharedEntry };

/** For a site that reads an entry: whose it is, and its own wording of it. */
export const ReaderLines = ({ entry, shared }: Props) => {
  const t = useTexts();
  const notify = useNotify(PLUGIN_ID);
  const { choice } = useSiteChoice();
  const { canShareEntries, canOverrideEntries } = usePermissions();
  const { id: mode, enter, leave } = useOverlayMode();
  const [open] = useOpenOverrideMutation();
  const openDialog = useSteadyDialogs();
  const { contentType, documentId, locale } = entry;
  const { override } = shared;
  const owner = shared.owner?.name ?? '';
  const here = choice.kind === 'site' ? choice.site.id : null;
  const isOpen = override !== null && mode === override.id;

  const word = async () => {
    if (isOpen) return leave();
    if (override) return enter(override.id);
    const answer = await open({ contentType, documentId, ...(locale ? { locale } : {}) });
    if ('error' in answer) return notify.problem(answer.error);
    enter(answer.data.id);
  };
  const showFields = (overrideId: string) =>
    openDialog?.((onClose) => <OverrideFields id={overrideId} onClose={onClose} />);
  const end = (site: string) =>
    openDialog?.((onClose) => (
      <StopSharingDialog
        entry={entry}
        sites={[site]}
        title={t('share.stop-here-title')}
        text={t('share.stop-here-text', { owner })}
        confirmLabel={t('share.stop-here')}
        onClose={onClose}
      />
    ));

  return (
    <>
      <Flex gap={2} wrap="wrap">
        <Badge>{t('share.badge.in', { owner })}</Badge>
        {override ? <Badge>{t(override.isLive ? 'override.live' : 'override.draft')}</Badge> : null}
      </Flex>
      <Typography textColor="neutral600">{t('share.read-only', { owner })}</Typography>
      {override ? (
        <Typography>{t('override.changes', { count: override.changes })}</Typography>
      ) : null}
      {canOverrideEntries ? (
        <Button size="S" variant="secondary" onClick={() => void word()}>
          {t(isOpen ? 'override.leave' : override ? 'override.edit' : 'override.make')}
        </Button>
      ) : null}
      {override && canOverrideEntries && openDialog ? (
        <Button size="S" variant="tertiary" onClick={() => showFields(override.id)}>
          {t('override.fields')}
        </Button>
      ) : null}
      {canShareEntries && here !== null && openDialog ? (
        <Button size="S" variant="danger-light" onClick={() => end(here)}>
          {t('share.stop-here')}
        </Button>
      ) : null}
    </>
  );
};
