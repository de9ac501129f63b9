/** What the pages of Health show of everything: totals, routes, findings, the process, markers. */
export type Stretch = { from: number; to: number; stepMs: number };
export type Lines = { times: number[]; lines: Record<string, (number | null)[]> };

export type Marker = {
  id: string;
  at: number;
  kind: 'deploy' | 'publish' | 'note';
  label: string;
  contentType: string | null;
  entryDocumentId: string | null;
  entryLocale: string | null;
  /** Whether there is only one entry of that type, which has another address. */
  isSingle: boolean;
};

export type Latency = {
  count: number;
  errors: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
};

export type Change = 'slower' | 'faster' | 'same' | 'unclear' | 'new' | 'gone';
export type RouteChange = {
  route: string;
  method: string;
  before: Latency;
  after: Latency;
  change: Change;
  /** What all requests after it took longer (or, below zero, shorter) than they would have before. */
  extraMs: number;
};
export type Comparison = {
  marker: Marker;
  /** Compared on each side; 0 while nothing was measured since. */
  minutes: number;
  before: Latency;
  after: Latency;
  routes: RouteChange[];
};

/** Where the time of a route or of everything goes, as shares of the whole. */
export type Shares = { database: number; pool: number; queue: number; application: number };
export type Verdict = 'database' | 'pool' | 'queue' | 'application' | 'quiet';

export type RouteRow = Latency & {
  route: string;
  method: string;
  contentType: string | null;
  plugin: string | null;
  action: string | null;
  totalMs: number;
  /** Of the time of all routes. */
  share: number;
  queriesPerRequest: number;
  bytes: number;
  shares: Shares;
  verdict: Verdict;
  history: (number | null)[];
};

export type Finding = {
  kind: 'repeat' | 'deep';
  route: string;
  fingerprint: string | null;
  sql: string | null;
  /** In how many requests. */
  requests: number;
  /** How often in one of them, in the median. */
  times: number;
  totalMs: number;
};

export type RuntimeNow = {
  loopDelayMs: number | null;
  loopUtilisation: number | null;
  heapMb: number | null;
  poolUsed: number | null;
  poolPending: number | null;
  gcMsPerMinute: number | null;
};

export type Overview = {
  stretch: Stretch;
  totals: Latency & { totalMs: number; shares: Shares; verdict: Verdict };
  chart: Lines;
  slowest: RouteRow[];
  findings: Finding[];
  /** Null inside a site: the process serves all of them. */
  runtime: RuntimeNow | null;
  runtimeChart: Lines | null;
  markers: Marker[];
  firing: number;
  collecting: { instances: number; failures: number; overflow: number; isEmpty: boolean };
};
