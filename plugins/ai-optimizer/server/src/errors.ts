import { defineErrors, type ErrorRow } from 'suite-kit/server';

export const ERROR_PREFIX = 'AI_OPTIMIZER';

/** Every error of this plugin. `details.code` is `AI_OPTIMIZER_` plus the key and is stable API. */
export const errorTable = {
  ENTRY_NOT_FOUND: { status: 404, message: 'There is no such entry, or you may not see it.' },
  TYPE_NOT_ANALYSED: { status: 404, message: 'Entries of this type are not analysed.' },
  SUGGESTION_NOT_FOUND: { status: 404, message: 'There is no such suggestion.' },
  ALREADY_DECIDED: { status: 409, message: 'This suggestion was decided on already.' },
  NOT_ACCEPTED: { status: 409, message: 'Only an accepted suggestion can be undone.' },
  NO_SUGGESTION: {
    status: 400,
    message: 'Nothing could be suggested: the entry has too little text for it.',
  },
  UNSAFE_ANSWER: {
    status: 400,
    message: 'The suggestions were thrown away, because they broke a safety rule.',
  },
  FIELD_NOT_EDITABLE: {
    status: 403,
    message: 'You may not edit this field, so nothing is suggested for it.',
  },
  NEEDS_MODEL: {
    status: 400,
    message: 'This needs a language model. Choose one under Quality, Settings.',
  },
  NO_KEY: { status: 400, message: 'The language model has no API key. Enter it under Settings.' },
  KEY_FOR_OTHER_ADDRESS: {
    status: 400,
    message:
      'The address of the model was changed. Enter the API key again, so that it is not sent elsewhere.',
  },
  MODEL_ANSWER: {
    status: 400,
    message: 'The language model did not answer in the form that was asked for. Try again.',
  },
  MODEL_ABORTED: { status: 400, message: 'The request to the language model was broken off.' },
  MODEL_TIMEOUT: { status: 503, message: 'The language model did not answer in time.' },
  MODEL_REFUSES_KEY: { status: 400, message: 'The language model refuses the API key.' },
  MODEL_UNKNOWN: { status: 400, message: 'There is no such model at this address.' },
  MODEL_BUSY: { status: 503, message: 'The language model is busy. Try again in a minute.' },
  MODEL_UNREACHABLE: { status: 503, message: 'The language model cannot be reached.' },
  BUDGET_SPENT: {
    status: 409,
    message:
      'The budget for language models is used up for this month. It can be raised under Settings.',
  },
  EXPERIMENT_NOT_FOUND: { status: 404, message: 'There is no such experiment.' },
  VARIANT_NOT_FOUND: { status: 404, message: 'There is no such variant.' },
  EXPERIMENT_STATE: {
    status: 409,
    message: 'In this state of the experiment that is not possible.',
  },
  EXPERIMENT_INCOMPLETE: {
    status: 409,
    message:
      'The experiment cannot start yet: every variant needs a change, and the weights a sum.',
  },
  EXPERIMENT_CONFLICT: {
    status: 409,
    message: 'Another experiment runs on this entry already. Stop it first.',
  },
  NOT_PUBLISHED: {
    status: 409,
    message:
      'The entry is not published, so no visitor could see the experiment. Publish it first.',
  },
  EDITED_SINCE: {
    status: 409,
    message:
      'The entry was edited since, so this is not taken back. Compare and change it by hand.',
  },
  KEY_NOT_FOUND: { status: 404, message: 'There is no such browser key.' },
  EVENTS_REFUSED: { status: 403, message: 'Events need the browser key of the site.' },
  TOO_MANY_EVENTS: { status: 503, message: 'Too many events. Send them later.' },
  INVALID_EVENTS: { status: 400, message: 'These are no events.' },
} as const satisfies Record<string, ErrorRow>;

export const errors = defineErrors(ERROR_PREFIX, errorTable);
