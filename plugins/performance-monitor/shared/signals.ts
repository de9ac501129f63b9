/** What an alert can watch. Apart from the contract, which the admin may not load. */
export const SIGNALS = [
  'api-latency',
  'api-errors',
  'api-traffic',
  'db-latency',
  'pool-wait',
  'loop-delay',
  'heap',
  'ai-latency',
  'ai-errors',
  'ai-cost',
  'delivery-bytes',
] as const;
export type Signal = (typeof SIGNALS)[number];
