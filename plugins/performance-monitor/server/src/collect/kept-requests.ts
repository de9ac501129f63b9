import type { RequestRecord } from './request-record';

export type Kept = {
  kind: 'error' | 'slow' | 'repeat' | 'sample';
  record: RequestRecord;
  labels: { route: string; method: string; contentType: string; plugin: string; action: string };
  status: number;
  durationMs: number;
  queueMs: number;
  queryKeys: string[];
  at: number;
};

/** What waits at most to be written while the database is away. */
const MAX_WAITING = 500;

/**
 * Requests that wait to be written with their waterfall: a few of each kind a minute. The first of
 * a route is kept even when busier routes have taken the minute, at most as many again.
 */
export class KeptRequests {
  private waiting: Kept[] = [];
  private counts = new Map<Kept['kind'], { common: number; first: number }>();
  private seen = new Set<string>();
  private minute = 0;

  add(kept: Kept, mostPerMinute: number): void {
    const minute = Math.floor(kept.at / 60_000);
    if (minute !== this.minute) {
      this.minute = minute;
      this.counts = new Map();
      this.seen = new Set();
    }
    const { kind, labels } = kept;
    const route = `${kind} ${labels.method} ${labels.route}`;
    const count = this.counts.get(kind) ?? { common: 0, first: 0 };
    if (count.common < mostPerMinute) count.common += 1;
    else if (!this.seen.has(route) && count.first < mostPerMinute) count.first += 1;
    else return;
    this.counts.set(kind, count);
    this.seen.add(route);
    this.waiting.push(kept);
    if (this.waiting.length > MAX_WAITING) this.waiting.shift();
  }

  take(): Kept[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }

  /** They could not be written: they come with the next batch, the oldest of too many go. */
  giveBack(kept: readonly Kept[]): void {
    this.waiting = [...kept, ...this.waiting].slice(-MAX_WAITING);
  }
}
