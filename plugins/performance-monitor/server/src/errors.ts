import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'PERFORMANCE_MONITOR';

/** Every error of this plugin. `details.code` is `PERFORMANCE_MONITOR_` plus the key and is stable API. */
export const errorTable = {
  SITE_NOT_FOUND: { status: 404, message: 'There is no such site.' },
  STATEMENT_NOT_FOUND: {
    status: 404,
    message: 'This statement is not known. It may have been seen too long ago.',
  },
  TRACE_NOT_FOUND: { status: 404, message: 'This request is no longer kept.' },
  MARKER_NOT_FOUND: { status: 404, message: 'There is no such marker.' },
  RULE_NOT_FOUND: { status: 404, message: 'There is no such alert rule.' },
  SILENCE_NOT_FOUND: { status: 404, message: 'There is no such silence.' },
  CHANNEL_NOT_FOUND: { status: 404, message: 'There is no such channel.' },
  UNKNOWN_CHANNEL: {
    status: 400,
    message: 'One of the chosen channels does not exist any more. Choose again.',
  },
  CHANNEL_IN_USE: {
    status: 409,
    message: 'Alert rules still send to this channel. Take it out of them first.',
  },
  TARGET_REQUIRED: { status: 400, message: 'Enter where alerts are to be sent.' },
  BAD_EMAIL: { status: 400, message: 'This is not an e-mail address.' },
  BAD_ADDRESS: {
    status: 400,
    message: 'Enter a web address that begins with https:// or http://.',
  },
  PRIVATE_ADDRESS: {
    status: 400,
    message:
      'This address leads into a private network. If that is meant, name its host in the option allowedHosts.',
  },
  ONLY_SELECT: {
    status: 400,
    message: 'Only statements that read can be explained.',
  },
  VALUES_NEEDED: {
    status: 400,
    message: 'This statement has more question marks than values were given.',
  },
  EXPLAIN_FAILED: {
    status: 400,
    message: 'The database could not explain this statement with these values.',
  },
  EXPLAIN_TIMEOUT: {
    status: 503,
    message: 'The database took too long to explain this statement.',
  },
  METRICS_OFF: { status: 404, message: 'Not Found' },
  METRICS_TOKEN: {
    status: 403,
    message: 'Send the token for metrics: Authorization: Bearer <token>.',
  },
  NETWORK_ONLY: {
    status: 403,
    message: 'This concerns all sites. It is done in the network view.',
  },
  VITALS_OFF: { status: 404, message: 'Not Found' },
  VITALS_KEY: { status: 403, message: 'This browser key is not valid here.' },
  TOO_LARGE: { status: 400, message: 'A measurement may have 1 KB at most.' },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
