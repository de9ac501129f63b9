/** The checklist of the first open: GET /federation/first-steps, POST /federation/first-steps/grant. */
export type FirstSteps = {
  /** Editors and authors hold their everyday actions. */
  isGranted: boolean;
  /** Id of a source, the way to try it; null while none is connected. */
  source: string | null;
  /** A run has ended well. */
  hasRun: boolean;
};
