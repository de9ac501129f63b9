type Problem = { path: string; message: string };

/** The fields a failed request complains about, whichever of the API's two forms it uses. */
export function problemsIn(error: unknown): Problem[] {
  const { details } = (error ?? {}) as { details?: { errors?: unknown; problems?: unknown } };
  const list = details?.problems ?? details?.errors;
  return Array.isArray(list) ? list.flatMap(toProblem) : [];
}

function toProblem(item: unknown): Problem[] {
  const { path, message } = (item ?? {}) as { path?: unknown; message?: unknown };
  const place = Array.isArray(path) ? path.join('.') : path;
  return typeof place === 'string' && typeof message === 'string' ? [{ path: place, message }] : [];
}
