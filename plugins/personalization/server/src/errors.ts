import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'PERSONALIZATION';

/** Every error of this plugin. `details.code` is `PERSONALIZATION_` plus the key and is stable API. */
export const errorTable = {
  RULE_NOT_FOUND: { status: 404, message: 'There is no such rule.' },
  AUDIENCE_NOT_FOUND: { status: 404, message: 'There is no such audience.' },
  AUDIENCE_IN_USE: { status: 409, message: 'Rules use this audience. Take it out of them first.' },
  VARIANT_NOT_FOUND: { status: 404, message: 'There is no such variant.' },
  ENTRY_NOT_FOUND: { status: 404, message: 'There is no such entry.' },
  VISITOR_NOT_FOUND: { status: 404, message: 'There is no such visitor.' },
  VERSION_NOT_FOUND: { status: 404, message: 'The rule has no such version.' },
  KEY_NOT_FOUND: { status: 404, message: 'There is no such browser key.' },
  RUN_NOT_FOUND: { status: 404, message: 'There is no such run.' },
  BAD_CONDITION: { status: 400, message: 'The conditions cannot be used like this.' },
  NOTHING_TO_DO: { status: 400, message: 'A rule needs an action before it can be switched on.' },
  ACTION_GOES_NOWHERE: {
    status: 400,
    message: 'A variant or an entry that the rule names is gone. Choose another one.',
  },
  WRITE_KEY_INVALID: {
    status: 401,
    message: 'This write key is not valid here. Make one under Audiences, Analytics.',
  },
  TOO_MANY_EVENTS: { status: 429, message: 'Too many events at once. Send the rest later.' },
  PROOF_NEEDED: {
    status: 403,
    message:
      'A visitor id alone is no proof. Send the visitor token, the login of the visitor, or an API token.',
  },
  NO_PROFILE: { status: 404, message: 'Nothing is stored about this visitor.' },
  PREVIEW_INVALID: { status: 403, message: 'This preview link is not valid any more.' },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
