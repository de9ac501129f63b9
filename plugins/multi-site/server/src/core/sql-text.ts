/** Words that make a piece of raw SQL more than an expression on what is selected already. */
const STATEMENT =
  /\b(select|insert|update|delete|truncate|merge|replace\s+into|table|with|call|exec|copy|do)\b/i;

/**
 * Finds the first known table in raw SQL that reads or writes on its own. An expression such
 * as `count(*)` or `lower(title)` is none; a sub-select is. Deliberately errs to the safe
 * side: a table's name inside a string of such a statement counts as well.
 *
 * @param bindings values of `?` and `??`, because `??` can carry a table's name.
 * @param isSource the text stands where a table stands, so any name in it is one.
 */
export function findTableInSql(
  sql: string,
  bindings: readonly unknown[],
  tables: TableMatcher,
  isSource = false,
): string | null {
  if (!isSource && !STATEMENT.test(sql)) return null;
  const inText = tables.match(sql);
  if (inText) return inText;
  for (const binding of bindings) {
    const inBinding = typeof binding === 'string' ? tables.match(binding) : null;
    if (inBinding) return inBinding;
  }
  return null;
}

export type TableMatcher = { match(text: string): string | null };

/** One regular expression for all tables: words only, so `articles` is not in `articles_tags`. */
export function createTableMatcher(tables: readonly string[]): TableMatcher {
  if (tables.length === 0) return { match: () => null };
  const names = [...tables].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(`(?<![A-Za-z0-9_$])(${names.join('|')})(?![A-Za-z0-9_$])`, 'i');
  return { match: (text) => pattern.exec(text)?.[1]?.toLowerCase() ?? null };
}

function escapeRegExp(text: string) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
