import { defineErrors, type ErrorRow } from '../errors';

export const OVERLAY_ERROR_PREFIX = 'OVERLAY';

/** Errors of overlays, whichever plugin they belong to. */
export const overlayErrorTable = {
  NOT_FOUND: {
    status: 404,
    message: 'This variant does not exist any more, or it belongs to another site.',
  },
  NOT_ALLOWED: { status: 403, message: 'You may not do this with variants. Ask an administrator.' },
  ENTRY_NOT_FOUND: { status: 404, message: 'The entry of this variant does not exist.' },
  PAGE_MISMATCH: {
    status: 409,
    message:
      'While a variant is edited only this variant can be saved here, not its original and not other entries. Nothing was saved. If it was the variant, reload the page.',
  },
  CHANGED_MEANWHILE: {
    status: 409,
    message:
      'The variant or its original was changed since this page was loaded. Nothing was saved. Reload the page, then make your change again.',
  },
  ONLY_THIS_ENTRY: {
    status: 400,
    message:
      'While a variant is edited nothing else can be changed: leave the variant first. Nothing was saved.',
  },
  RELATION_BY_ID: {
    status: 400,
    message: 'In a variant related entries are named by their documentId.',
  },
  NO_SUCH_REVIEW: {
    status: 409,
    message:
      'This part cannot be kept: the original has changed too much. Keep the original, or edit it in the variant again.',
  },
  REVIEW_SETTLED: {
    status: 409,
    message: 'There is nothing to decide about this part any more. Reload the page.',
  },
  SWITCHED_OFF: {
    status: 503,
    message:
      'Variants are switched off, because this version of Strapi is not known. The server log says what has moved.',
  },
} as const satisfies Record<string, ErrorRow>;

export const overlayErrors = defineErrors(OVERLAY_ERROR_PREFIX, overlayErrorTable);
