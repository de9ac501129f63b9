/** What can be collected. Apart from the contract, which the admin may not load. */
export const COLLECTORS = [
  'requests',
  'database',
  'runtime',
  'outgoing',
  'delivery',
  'timings',
  'traces',
  'markers',
] as const;
