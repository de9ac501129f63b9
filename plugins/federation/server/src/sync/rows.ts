import type { Doc } from '../core/shape';
import type { Wanted } from '../core/map/apply-mapping';
import type { TypeMapping } from '../../../shared/contracts/mappings';
import type { Policy } from '../../../shared/contracts/policies';
import type { Counts, SourceConfig, SourceType } from '../../../shared/contracts/sources';

/** Rows of our tables as the query engine returns them. */
export type SourceRow = {
  id: number;
  documentId: string;
  site: number;
  name: string;
  type: SourceType;
  config: SourceConfig;
  secret: string | null;
  mappings: TypeMapping[];
  policy: Policy;
  schedule: string | null;
  timeZone: string | null;
  isEnabled: boolean;
  nextRunAt: string | null;
  lastRunId: string | null;
  lastRunAt: string | null;
  lastState: string | null;
  lastError: string | null;
  lastCounts: Counts | null;
  failures: number | null;
  isSample: boolean | null;
};

export type LinkMetadata = {
  title?: string;
  url?: string | null;
  /** References whose target was not here yet, by field. */
  pending?: Record<string, Wanted[]>;
};

export type LinkRow = {
  id: number;
  documentId: string;
  key: string;
  site: number;
  sourceId: string;
  remoteType: string;
  remoteId: string;
  remoteLocale: string;
  localUid: string;
  localId: string;
  localLocale: string;
  metadata: LinkMetadata | null;
  base: Doc | null;
  baseHash: string;
  remoteHash: string;
  mode: 'synced' | 'detached';
};

export type StatusName =
  | 'synced'
  | 'pending'
  | 'conflict'
  | 'error'
  | 'detached'
  | 'deleted'
  | 'quarantined';

export type StatusRow = {
  id: number;
  contentId: string;
  sourceId: string;
  lastSync: string | null;
  status: StatusName;
  lastError: string | null;
  attempts: number;
  nextAttempt: string | null;
  runId: string | null;
};

export type ConflictRow = {
  id: number;
  documentId: string;
  key: string;
  site: number;
  sourceId: string;
  contentId: string;
  runId: string | null;
  uid: string;
  localId: string;
  locale: string;
  title: string | null;
  kind: 'field' | 'deleted-there' | 'deleted-here';
  path: string;
  base: { value?: unknown } | null;
  local: { value?: unknown } | null;
  remote: { value?: unknown } | null;
  state: 'open' | 'resolved' | 'superseded';
  choice: string | null;
  outcome: ConflictOutcome | null;
  resolvedBy: string | null;
  resolvedAt: string | null;
  createdAt: string;
};

/** What undo needs to know of a decision. */
export type ConflictOutcome = {
  before: unknown;
  after: unknown;
  baseBefore: Doc | null;
  ruleBefore?: string | null;
};

export type AuditEntry = {
  id: number;
  documentId: string;
  site: number;
  at: string;
  action: string;
  actor: string | null;
  runId: string | null;
  sourceId: string;
  contentId: string | null;
  uid: string | null;
  localId: string | null;
  locale: string;
  title: string | null;
  before: Doc | null;
  after: Doc | null;
  lost: { path: string; side: string; value: unknown }[] | null;
  link: { base: Doc | null; remoteHash: string; localId: string } | null;
};
