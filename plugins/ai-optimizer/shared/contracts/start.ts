import type { Answer } from './common';

/** GET /ai-optimizer/first-steps, POST /ai-optimizer/first-steps/grant. */
export type FirstStepsState = { isMeasured: boolean; isGranted: boolean; hasKey: boolean };
export type FirstStepsResponse = Answer<FirstStepsState>;
