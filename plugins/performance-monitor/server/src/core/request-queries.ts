/** A statement that one request repeated with other values: a loop in code that one query could do. */
export type Repetition = { fingerprint: string; count: number; totalMs: number };

type Seen = { count: number; totalMs: number; first: readonly unknown[]; hasOthers: boolean };

export type RepeatLimits = {
  /** How often a statement must come back. */
  minCount: number;
  /** How long it must take in all, or … */
  minMs: number;
  /** … which share of the request. */
  minShare: number;
  /** From here on it counts however quick it is: it will grow with the content. */
  alwaysFrom: number;
};

export const REPEAT_LIMITS: RepeatLimits = {
  minCount: 5,
  minMs: 50,
  minShare: 0.2,
  alwaysFrom: 20,
};

/**
 * From this many loads of related rows on a request populates too much. Loads outnumber its other
 * reads by this factor: a loop that asks for each entry anew reads as often as it loads.
 */
const DEEP_LOADS = 12;
const LOADS_PER_READ = 2;
const MAX_STATEMENTS = 200;
const COMPARED_BINDINGS = 8;

/** The statements of one request, counted by fingerprint. Bindings are compared, never kept after it. */
export class RequestQueries {
  count = 0;
  totalMs = 0;
  private readonly seen = new Map<string, Seen>();
  private loads = 0;

  add(query: {
    fingerprint: string;
    bindings: readonly unknown[];
    durationMs: number;
    /** Reads the rows that belong to others, as a populate does. */
    isLoad: boolean;
  }): void {
    const { fingerprint, bindings, durationMs, isLoad } = query;
    this.count += 1;
    if (isLoad) this.loads += 1;
    this.totalMs += durationMs;
    const known = this.seen.get(fingerprint);
    if (known) {
      known.count += 1;
      known.totalMs += durationMs;
      known.hasOthers ||= differ(known.first, bindings);
    } else if (this.seen.size < MAX_STATEMENTS) {
      this.seen.set(fingerprint, {
        count: 1,
        totalMs: durationMs,
        first: bindings,
        hasOthers: false,
      });
    }
  }

  /** Statements repeated with other values often and long enough to matter, the worst first. */
  repetitions(durationMs: number, limits: RepeatLimits = REPEAT_LIMITS): Repetition[] {
    const found: Repetition[] = [];
    for (const [fingerprint, { count, totalMs, hasOthers }] of this.seen) {
      const isLong = totalMs >= limits.minMs || totalMs >= limits.minShare * durationMs;
      const isMany = count >= limits.alwaysFrom;
      if (hasOthers && count >= limits.minCount && (isLong || isMany)) {
        found.push({ fingerprint, count, totalMs });
      }
    }
    return found.sort((a, b) => b.totalMs - a.totalMs);
  }

  /**
   * Many loads of related rows for few reads: a populate that goes too deep. What a request asks
   * for decides, not how long it took, so a busy machine changes nothing.
   */
  isDeep(): boolean {
    return this.loads >= DEEP_LOADS && this.loads >= LOADS_PER_READ * (this.count - this.loads);
  }
}

function differ(first: readonly unknown[], other: readonly unknown[]): boolean {
  if (first.length !== other.length) return true;
  const length = Math.min(first.length, COMPARED_BINDINGS);
  for (let at = 0; at < length; at += 1) {
    if (first[at] !== other[at]) return true;
  }
  return false;
}
