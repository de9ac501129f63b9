import { createElement } from 'react';
import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { useSiteChoice } from '../choice';
import { useSteadyDialogs } from '../dialogs/steady-dialogs';
import { usePermissions } from '../permissions';
import { SiteActionDialog, type SiteActionKind } from './SiteActionDialog';
import { SitesLabel } from './SitesLabel';

/**
 * In the content manager's list: chosen entries are shared with other sites, copied or moved. One
 * button for all three, as Strapi's own leave no room for more on a phone.
 */
export const SitesAction: BulkActionComponent = ({ documents, model }) => {
  const { choice } = useSiteChoice();
  const { canMoveEntries, canShareEntries } = usePermissions();
  const openDialog = useSteadyDialogs();
  const [first, ...others] = kindsFor({ canMoveEntries, canShareEntries });
  const isSeveral = choice.kind === 'site' || choice.kind === 'network';
  if (!openDialog || !first || !isSeveral || !model.startsWith('api::')) return null;
  const documentIds = documents.map(({ documentId }) => documentId);
  return {
    // Typed as a text, and shown as it is.
    label: createElement(SitesLabel) as unknown as string,
    variant: 'tertiary',
    onClick: () =>
      openDialog((onClose) =>
        createElement(SiteActionDialog, {
          kinds: [first, ...others],
          contentType: model,
          documentIds,
          onClose,
        }),
      ),
  };
};

function kindsFor(may: { canMoveEntries: boolean; canShareEntries: boolean }): SiteActionKind[] {
  return [
    ...(may.canShareEntries ? (['share', 'copy'] as const) : []),
    ...(may.canMoveEntries ? (['move'] as const) : []),
  ];
}
