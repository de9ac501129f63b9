/**
 * What a CommonJS library exports, however it was imported: Node puts it under `default`, a
 * bundler's `require` hands it over as it is, and compiled modules bring a `default` of their own.
 */
export function defaultOf<Export>(module: { default: Export } | Export): Export {
  const outer = (module as { default?: Export }).default ?? (module as Export);
  return (outer as { default?: Export }).default ?? outer;
}
