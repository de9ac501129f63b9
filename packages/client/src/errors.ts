/** What a request ended with: `code` is the stable name of a refusal, if the server gave one. */
export class SuiteError extends Error {
  override readonly name = 'SuiteError';
  constructor(
    message: string,
    /** HTTP status; 0: no answer came. */
    readonly status: number,
    readonly code: string | null = null,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads Strapi's error body; anything else becomes a sentence with the status. */
export function errorOf(status: number, body: unknown): SuiteError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const details = isRecord(error.details) ? error.details : {};
  const message =
    typeof error.message === 'string' ? error.message : `The server answered ${status}.`;
  return new SuiteError(
    message,
    status,
    typeof details.code === 'string' ? details.code : null,
    details,
  );
}
