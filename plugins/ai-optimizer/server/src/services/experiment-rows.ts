import type { OverlayChange } from 'suite-kit/shared';
import type {
  Experiment,
  ExperimentState,
  Goal,
  Variant,
} from '../../../shared/contracts/experiments';

export type ExperimentRow = {
  id: number;
  documentId: string;
  site: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  entryTitle: string | null;
  name: string;
  hypothesis: string | null;
  state: ExperimentState;
  coverage: number;
  controlWeight: number;
  seed: string;
  goal: Goal;
  minimumDays: number;
  startedAt: string | null;
  stoppedAt: string | null;
  promotedAt: string | null;
  winner: string | null;
  preImage: Record<string, unknown> | null;
};

export type VariantRow = {
  id: number;
  documentId: string;
  site: number;
  experiment: string;
  number: number;
  name: string;
  weight: number;
  entryUid: string;
  entryDocumentId: string;
  entryLocale: string;
  changes: OverlayChange[] | null;
  live: OverlayChange[] | null;
  revision: number;
};

export const toVariant = (row: VariantRow, originals: Record<string, unknown>): Variant => {
  const changes = row.changes ?? [];
  return {
    id: row.documentId,
    overlay: `test.${row.id}`,
    name: row.name,
    index: row.number,
    weight: row.weight,
    changed: changes.length,
    fields: changes
      .filter(({ value }) => typeof value === 'string' || value === null)
      .map(({ path, value }) => ({
        path,
        before: textOf(valueAt(originals, path)),
        after: textOf(value),
      })),
  };
};

export const valueAt = (entry: Record<string, unknown>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      entry,
    );

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export const toExperiment = (
  row: ExperimentRow,
  rest: Pick<Experiment, 'variants' | 'editable' | 'visitsPerDay'>,
): Experiment => ({
  id: row.documentId,
  site: row.site,
  name: row.name,
  hypothesis: row.hypothesis ?? '',
  uid: row.entryUid,
  documentId: row.entryDocumentId,
  locale: row.entryLocale,
  entryTitle: row.entryTitle ?? '',
  state: row.state,
  coverage: row.coverage,
  controlWeight: row.controlWeight,
  goal: row.goal,
  minimumDays: row.minimumDays,
  startedAt: row.startedAt,
  stoppedAt: row.stoppedAt,
  promotedAt: row.promotedAt,
  winner: row.winner,
  canRevert: row.state === 'promoted' && row.preImage !== null,
  ...rest,
});
