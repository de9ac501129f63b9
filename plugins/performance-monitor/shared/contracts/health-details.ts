import type { Latency, Lines, Marker, Stretch } from './health-figures';

/** What they show of statements, delivery, work of neighbours and single requests. */
export type QueryRow = Latency & {
  fingerprint: string;
  sql: string;
  verb: string;
  tables: string[];
  contentTypes: string[];
  totalMs: number;
  share: number;
  routes: { route: string; count: number; totalMs: number }[];
  repeatedBy: string[];
};

export type QueryDetail = QueryRow & { stretch: Stretch; chart: Lines; canExplain: boolean };

export type ServerStatement = {
  fingerprint: string;
  sql: string;
  verb: string;
  tables: string[];
  calls: number;
  totalMs: number;
  rows: number;
  blocksHit: number;
  blocksRead: number;
};
/** What PostgreSQL counted itself, since its counters were last reset. */
export type ServerStatements = {
  state: 'there' | 'not-loaded' | 'other-database';
  rows: ServerStatement[];
};

export type PlanLine = { depth: number; text: string; isScan: boolean };
export type Plan = { lines: PlanLine[]; hints: string[]; limits: string[]; durationMs: number };

export type DeliveryRow = {
  kind: string;
  requests: number;
  bytes: number;
  p95Bytes: number | null;
  notModified: number;
  cacheable: number;
};
export type VitalRow = {
  name: string;
  p75: number | null;
  count: number;
  rating: 'good' | 'middling' | 'poor' | null;
};
export type Delivery = {
  stretch: Stretch;
  chart: Lines;
  rows: DeliveryRow[];
  heaviest: {
    route: string;
    method: string;
    bytes: number;
    requests: number;
    perRequest: number;
  }[];
  vitals: VitalRow[];
  markers: Marker[];
};

export type TimingRow = Latency & {
  area: string;
  name: string;
  model: string | null;
  totalMs: number;
  firstTokenP50: number | null;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
};
export type OutgoingRow = Latency & { host: string; totalMs: number };
export type Ai = {
  stretch: Stretch;
  chart: Lines;
  rows: TimingRow[];
  /** Null inside a site. */
  outgoing: OutgoingRow[] | null;
  markers: Marker[];
};

export type TraceHead = {
  id: string;
  at: number;
  kind: 'error' | 'slow' | 'repeat' | 'sample';
  route: string;
  method: string;
  status: number;
  durationMs: number;
  queueMs: number;
  dbMs: number;
  poolMs: number;
  queries: number;
  contentType: string | null;
  plugin: string | null;
  action: string | null;
};
export type TraceSpan = {
  kind: 'db' | 'pool' | 'http' | 'work' | 'queue';
  name: string;
  startMs: number;
  durationMs: number;
  hasFailed: boolean;
  sql: string | null;
  fingerprint: string | null;
};
export type Trace = TraceHead & { queryKeys: string[]; spans: TraceSpan[]; hiddenSpans: number };

export type Choices = {
  sites: { number: number; name: string }[];
  contentTypes: { uid: string; name: string }[];
  routes: string[];
};
