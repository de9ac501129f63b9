/** In the order of an experiment's life. Apart from the contract, which the admin may not load. */
export const EXPERIMENT_STATES = ['draft', 'running', 'stopped', 'promoted'] as const;
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];
