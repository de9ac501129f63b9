import { errors } from '@strapi/utils';

/** One row of a plugin's error table. The status decides which Strapi error class is thrown. */
export type ErrorRow = { status: 400 | 401 | 403 | 404 | 409 | 429 | 503; message: string };

type ThrowOptions = {
  /** Replaces the table's sentence where the case allows a better one. */
  message?: string;
  /** Further facts for programs; `code` is added by the table. */
  details?: Record<string, unknown>;
};

/**
 * Makes a plugin's errors from one table: `{ SITE_NOT_FOUND: { status: 404, message } }`.
 * Each entry becomes a function that returns the error to throw. `details.code` is
 * `<PREFIX>_<KEY>` and is stable API; the table is also what docs/errors.md is made from.
 */
export function defineErrors<Table extends Record<string, ErrorRow>>(prefix: string, table: Table) {
  const make =
    (key: keyof Table & string) =>
    (options: ThrowOptions = {}) => {
      const row = table[key] as ErrorRow;
      const message = options.message ?? row.message;
      const details = { ...options.details, code: `${prefix}_${key}` };
      return createError({ status: row.status, message, details });
    };

  const entries = Object.keys(table).map((key) => [key, make(key)] as const);
  return Object.fromEntries(entries) as {
    [Key in keyof Table]: (options?: ThrowOptions) => Error;
  };
}

const NAMES = {
  401: 'UnauthorizedError',
  409: 'ConflictError',
  429: 'TooManyRequestsError',
  503: 'ServiceUnavailableError',
} as const;

function createError(error: {
  status: ErrorRow['status'];
  message: string;
  details: Record<string, unknown>;
}): Error {
  const { status, message, details } = error;
  if (status === 404) return new errors.NotFoundError(message, details);
  // Of all 403 errors only this class keeps its sentence on the way out.
  if (status === 403) return new errors.PolicyError(message, details);
  if (status === 400) return new errors.ApplicationError(message, details);

  // Strapi has no class for these, or one that loses the details; its error middleware passes on what looks like an HttpError,
  // which cannot be constructed.
  const name = NAMES[status];
  const httpError = Object.assign(new Error(message), { status, expose: true, details });
  Object.defineProperty(httpError, 'name', { value: name });
  return Object.setPrototypeOf(httpError, errors.HttpError.prototype) as Error;
}
