export { jobContentTypes } from './content-types';
export { createLeases, type Lease, type Leases } from './leases';
export { RUN_STATES, type Job, type JobHandler, type Run, type RunState } from './run';
export { createJobRunner, type JobRunner } from './runner';
export { createTicker, validateCron, type Ticker } from './ticker';
export { JOB_ENGINES } from './wake';
