/** Overview: GET /personalization/overview, GET|POST /personalization/setup. */

export type Share = { visitors: number; converted: number };
export type Overview = {
  days: { day: string; answers: number; personalized: number }[];
  answers: number;
  personalized: number;
  latencyMs: { p50: number | null; p99: number | null };
  fallbacks: { reason: string; count: number }[];
  activeRules: number;
  /** Possible answers of a cache for the rules in force; null when some rule cannot be cached. */
  cacheKeys: number | null;
  visitors: number;
  uplift: {
    personalized: Share;
    holdout: Share;
    difference: number;
    low: number;
    high: number;
  } | null;
  missing: { rule: string; id: string; what: string }[];
  hasSamples: boolean;
};
export type Setup = {
  steps: { id: 'grant' | 'key' | 'audience' | 'rule'; isDone: boolean }[];
};
