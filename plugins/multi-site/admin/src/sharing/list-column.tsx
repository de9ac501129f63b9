import type { ReactNode } from 'react';
import { Badge, Typography } from '@strapi/design-system';
import { siteChoice } from '../choice';
import { useGetShareLabelQuery } from '../services/share-label';
import { useTexts } from '../texts';

type Header = { name: string };
type Row = { documentId?: string; updatedAt?: string };
type Column = {
  attribute: { type: string };
  label: { id: string; defaultMessage: string };
  name: string;
  searchable: boolean;
  sortable: boolean;
  cellFormatter: (row: Row, header: unknown, meta: { model: string }) => ReactNode;
};
type Table = { displayedHeaders: Header[]; layout: unknown };

const LIST = /\/content-manager\/collection-types\/([^/?]+)/;

/** Is the list that is open one of which this tab's site shares entries, or reads shared ones? */
function isSharedTypeInView(): boolean {
  const uid = LIST.exec(window.location.pathname)?.[1];
  const { choice } = siteChoice.snapshot();
  const types = choice.kind === 'site' ? choice.site.sharedTypes : undefined;
  return uid !== undefined && types?.includes(uid) === true;
}

/** A column in the content manager's list; only where there is something to say. */
export const addSharingColumn =
  (label: Column['label']) =>
  (table: Table): Table => {
    if (!isSharedTypeInView()) return table;
    const column: Column = {
      attribute: { type: 'custom' },
      label,
      name: 'siteSharing',
      searchable: false,
      sortable: false,
      cellFormatter: (row, _header, { model }) => <SharingCell row={row} model={model} />,
    };
    return { ...table, displayedHeaders: [...table.displayedHeaders, column] };
  };

const SharingCell = ({ row, model }: { row: Row; model: string }) => {
  const t = useTexts();
  const { data } = useGetShareLabelQuery({
    contentType: model,
    documentId: row.documentId ?? '',
    stamp: row.updatedAt ?? '',
  });
  if (!data) return <Typography textColor="neutral600">-</Typography>;
  if (data.kind === 'in') {
    return (
      <Badge>
        {t(data.hasOverride ? 'share.badge.in-own' : 'share.badge.in', { owner: data.owner })}
      </Badge>
    );
  }
  return (
    <Badge>
      {data.isEverywhere ? t('share.badge.all') : t('share.badge.out', { count: data.sites })}
    </Badge>
  );
};
