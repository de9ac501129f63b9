import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'FEDERATION';

/** Every error of this plugin. `details.code` is `FEDERATION_` plus the key and is stable API. */
export const errorTable = {
  SOURCE_NOT_FOUND: { status: 404, message: 'There is no such source.' },
  RUN_NOT_FOUND: { status: 404, message: 'There is no such run.' },
  CONFLICT_NOT_FOUND: { status: 404, message: 'There is no such conflict.' },
  NOT_LINKED: { status: 404, message: 'This entry does not come from a source.' },
  INVALID_SCHEDULE: { status: 400, message: 'The schedule cannot be read.' },
  INVALID_MAPPING: { status: 400, message: 'The mapping names a field that does not exist.' },
  NO_ENCRYPTION_KEY: {
    status: 400,
    message:
      'The token cannot be stored safely: set an encryption key (admin.secrets.encryptionKey) first.',
  },
  SECRET_UNREADABLE: {
    status: 409,
    message: 'The stored token cannot be read with the present encryption key. Enter it again.',
  },
  ADDRESS_REFUSED: {
    status: 400,
    message:
      'This address is not public. An operator can allow it in the option "allowedHosts" of the plugin.',
  },
  CONNECTION_FAILED: { status: 400, message: 'The source could not be reached.' },
  SOURCE_ANSWERED_BADLY: { status: 400, message: 'The source answered, but not as expected.' },
  SOURCE_BUSY: { status: 409, message: 'A run of this source is going on already.' },
  RUN_NOT_FINISHED: { status: 409, message: 'Wait until the run has ended, or cancel it.' },
  NOTHING_HELD: { status: 409, message: 'This run has held no deletions back.' },
  ALREADY_SETTLED: { status: 409, message: 'This conflict is settled already.' },
  NOT_SETTLED: { status: 409, message: 'This conflict is still open.' },
  EDITED_SINCE: {
    status: 409,
    message: 'The entry was edited since. What was written then would be lost.',
  },
  FIELDS_LOCKED: {
    status: 400,
    message:
      'These fields come from a source and are locked here. Change them there, or detach the entry.',
  },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
