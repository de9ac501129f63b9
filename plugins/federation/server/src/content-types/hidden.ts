/** Bookkeeping of ours: nobody edits it in the Content Manager. */
export const HIDDEN = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
} as const;
