import { RequestQueries } from '../core/request-queries';

/** A stretch of a request, in ms since it began. `name` is a fingerprint, a host, a route; no value. */
export type Span = {
  kind: 'db' | 'pool' | 'http' | 'work';
  name: string;
  startMs: number;
  durationMs: number;
  hasFailed?: boolean;
};

const MAX_SPANS = 300;
const RECORD = Symbol('performance-monitor.record');

/** What is measured while a request is answered. */
export class RequestRecord {
  readonly startedAt = performance.now();
  readonly queries = new RequestQueries();
  readonly spans: Span[] = [];
  poolMs = 0;
  site = 0;
  /** Statements by fingerprint, written to the figures once the route is known. */
  readonly durations: { fingerprint: string; durationMs: number; hasFailed: boolean }[] = [];

  addSpan(span: Omit<Span, 'startMs'> & { startedAt: number }): void {
    if (this.spans.length >= MAX_SPANS) return;
    const { kind, name, startedAt, durationMs, hasFailed } = span;
    // Written out: this runs for every statement, and copying the rest took a tenth of measuring.
    const kept: Span = { kind, name, startMs: startedAt - this.startedAt, durationMs };
    if (hasFailed) kept.hasFailed = true;
    this.spans.push(kept);
  }
}

/** Marks a request as not to be counted: the monitor's own, or one of an excluded path. */
export const IGNORED = Symbol('performance-monitor.ignored');

type Carrier = { [RECORD]?: RequestRecord | typeof IGNORED };

export const attachRecord = (ctx: object, record: RequestRecord | typeof IGNORED): void => {
  (ctx as Carrier)[RECORD] = record;
};

export const recordOf = (ctx: object | undefined): RequestRecord | typeof IGNORED | undefined =>
  ctx === undefined ? undefined : (ctx as Carrier)[RECORD];
