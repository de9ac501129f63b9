/** Whether `"…"` is a name, as the standard says, or may be a text, as in MySQL and SQLite. */
export type SqlDialect = 'postgres' | 'mysql' | 'sqlite';

export type SqlToken =
  | { kind: 'word'; text: string }
  | { kind: 'name'; text: string }
  | { kind: 'literal' }
  | { kind: 'number' }
  | { kind: 'sign'; text: string };

const SPACE = /\s/;
const WORD_START = /[\p{L}_]/u;
const WORD = /[\p{L}\p{N}_$]/u;
const NUMBER = /(?:0[xX][\da-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/y;
const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const PARAMETER = /(?:\$\d+|\?\d*|:[\p{L}_][\p{L}\p{N}_]*|@[\p{L}_][\p{L}\p{N}_]*)/uy;

/**
 * Splits SQL into tokens. What could be a value becomes a token without text, so that nothing
 * built from tokens can hold one; text that never ends counts as a value to the end.
 */
export function tokenizeSql(sql: string, dialect: SqlDialect): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  while (at < sql.length) {
    const char = sql[at] ?? '';
    if (SPACE.test(char)) at += 1;
    else if (sql.startsWith('--', at) || (char === '#' && dialect === 'mysql')) {
      at = endOfLine(sql, at);
    } else if (sql.startsWith('/*', at)) at = endOfComment(sql, at, dialect);
    else at = readToken({ sql, at, char, dialect, tokens });
  }
  return tokens;
}

type Reading = {
  sql: string;
  at: number;
  char: string;
  dialect: SqlDialect;
  tokens: SqlToken[];
};

function readToken({ sql, at, char, dialect, tokens }: Reading): number {
  if (char === "'") {
    tokens.push({ kind: 'literal' });
    return endOfQuoted(sql, at, { hasBackslash: dialect === 'mysql' });
  }
  if (char === '"' || char === '`') {
    const end = endOfQuoted(sql, at, { hasBackslash: dialect === 'mysql' && char === '"' });
    const isName = char === '`' || dialect === 'postgres';
    tokens.push(isName ? { kind: 'name', text: sql.slice(at + 1, end - 1) } : { kind: 'literal' });
    return end;
  }
  if (char === '$' && dialect === 'postgres') {
    const tag = matchAt(DOLLAR_TAG, sql, at);
    if (tag) {
      const close = sql.indexOf(tag, at + tag.length);
      tokens.push({ kind: 'literal' });
      return close < 0 ? sql.length : close + tag.length;
    }
  }
  if (sql.startsWith('::', at)) {
    tokens.push({ kind: 'sign', text: '::' });
    return at + 2;
  }
  const parameter = matchAt(PARAMETER, sql, at);
  if (parameter) {
    tokens.push({ kind: 'literal' });
    return at + parameter.length;
  }
  const number = matchAt(NUMBER, sql, at);
  if (number) {
    tokens.push({ kind: 'number' });
    return at + number.length;
  }
  if (WORD_START.test(char)) return readWord({ sql, at, char, dialect, tokens });
  tokens.push({ kind: 'sign', text: char });
  return at + 1;
}

function readWord({ sql, at, dialect, tokens }: Reading): number {
  let end = at + 1;
  while (end < sql.length && WORD.test(sql[end] ?? '')) end += 1;
  const word = sql.slice(at, end);
  // E'…', N'…', B'…', X'…', U&'…', and _utf8'…' of MySQL: the prefix belongs to the text.
  const isUnicode = /^u$/i.test(word) && sql.startsWith("&'", end);
  const isPrefixed = sql[end] === "'" && (/^[enbx]$/i.test(word) || word.startsWith('_'));
  if (isUnicode || isPrefixed) {
    tokens.push({ kind: 'literal' });
    const hasBackslash = /^e$/i.test(word) || dialect === 'mysql';
    return endOfQuoted(sql, isUnicode ? end + 1 : end, { hasBackslash });
  }
  tokens.push({ kind: 'word', text: word.toLowerCase() });
  return end;
}

/** Behind the quote that closes the one at `at`; a doubled quote is one inside. */
function endOfQuoted(sql: string, at: number, { hasBackslash }: { hasBackslash: boolean }): number {
  const quote = sql[at];
  let end = at + 1;
  while (end < sql.length) {
    if (hasBackslash && sql[end] === '\\') end += 2;
    else if (sql[end] !== quote) end += 1;
    else if (sql[end + 1] === quote) end += 2;
    else return end + 1;
  }
  return sql.length;
}

const endOfLine = (sql: string, at: number) => {
  const end = sql.indexOf('\n', at);
  return end < 0 ? sql.length : end + 1;
};

/** Comments nest in PostgreSQL and nowhere else. */
function endOfComment(sql: string, start: number, dialect: SqlDialect): number {
  let depth = 0;
  let at = start;
  while (at < sql.length) {
    if (sql.startsWith('/*', at) && (depth === 0 || dialect === 'postgres')) {
      depth += 1;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else at += 1;
  }
  return sql.length;
}

function matchAt(pattern: RegExp, sql: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0] ?? null;
}
