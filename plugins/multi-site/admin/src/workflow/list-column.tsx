import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import { siteChoice } from '../choice';
import { useGetStageOfQuery } from '../services/tasks';
import { StageBadge } from './StageBadge';

type Header = { name: string };
type Row = { documentId?: string; locale?: string | null; updatedAt?: string; status?: string };
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

/** Is the list that is open one of entries under the workflow of this tab's site? */
export function governedTypeInView(): string | null {
  const uid = LIST.exec(window.location.pathname)?.[1];
  const { choice, data } = siteChoice.snapshot();
  const types = choice.kind === 'site' ? choice.site.workflowTypes : data?.workflowTypes;
  return uid && types?.includes(uid) ? uid : null;
}

/** A column in the content manager's list; only where entries have a stage. */
export const addStageColumn =
  (label: Column['label']) =>
  (table: Table): Table => {
    if (governedTypeInView() === null) return table;
    const column: Column = {
      attribute: { type: 'custom' },
      label,
      name: 'siteStage',
      searchable: false,
      sortable: false,
      cellFormatter: (row, _header, { model }) => <StageCell row={row} model={model} />,
    };
    return { ...table, displayedHeaders: [...table.displayedHeaders, column] };
  };

const StageCell = ({ row, model }: { row: Row; model: string }) => {
  const { data } = useGetStageOfQuery({
    contentType: model,
    documentId: row.documentId ?? '',
    locale: row.locale ?? null,
    stamp: `${row.updatedAt ?? ''} ${row.status ?? ''}`,
  });
  if (!data) return <Typography textColor="neutral600">-</Typography>;
  return <StageBadge name={data.name} color={data.color} />;
};
